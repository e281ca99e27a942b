"""What each way to forecast would have said of the example's past quarters, worked out with pandas.

    python3 Tests/Oracles/forecast_backtest.py Examples/northwind/data

From DOMAIN.md, the explain page `forecast.method-better` and the files alone. For every week of every past quarter the
files are cut to what had been recorded by its last day, and the figures are worked out from what is left, so that
nothing later can show. BacktestFigures.swift quotes the output.
"""
import sys
from datetime import date, timedelta

import numpy as np
import pandas as pd

DATA = sys.argv[1]
AS_OF = date(2026, 10, 31)
CHANCE = {"Opportunity Created": 0.10, "Discovery": 0.25, "Proposal": 0.50, "Negotiation": 0.75}
CATEGORY = {"commit": 0.9, "best_case": 0.6, "pipeline": 0.2}
SLIP = 0.1
ENDS = {"Closed Won", "Closed Lost"}


def day(column):
    return pd.to_datetime(column, format="%Y-%m-%d").dt.date


history = pd.read_csv(f"{DATA}/stage-history.csv", dtype={"amount": float}, keep_default_na=False)
history["day"], history["close"] = day(history.entered_at), day(history.close_date)
deals = pd.read_csv(f"{DATA}/opportunities.csv", dtype=str, keep_default_na=False)
calls = pd.read_csv(f"{DATA}/forecasts.csv", dtype=str, keep_default_na=False)
calls["on"] = day(calls.called_on)
FIRST = history.day.min()


def month(year, number):
    number -= 1
    return date(year + number // 12, number % 12 + 1, 1)


def quarter(number):
    """The first day of a fiscal quarter and of the next one, counted from February 2025."""
    return month(2025, 2 + 3 * number), month(2025, 5 + 3 * number)


def name(number):
    return f"FY{26 + number // 4}-Q{number % 4 + 1}"


ENDED = {p: month(int(p[:4]), int(p[5:]) + 1) for p in calls.period}


def standing(today):
    """The last row of each deal by a day, with its first day and the day it closed."""
    seen = history[history.day <= today]
    last = seen.groupby("opportunity_id", sort=False).tail(1).set_index("opportunity_id")
    return seen, last.assign(opened=seen.groupby("opportunity_id").day.min())


def poisson(rates, size):
    """The masses of a sum of deals that come up a Poisson number of times, by Fourier transform."""
    moments = np.zeros(size)
    for amount, rate in rates.items():
        moments[int(amount)] += rate
    return np.exp(np.fft.rfft(moments) - sum(rates.values()))


def quantiles(due, rates, unit=100.0):
    """P10, P50 and P90 of independent deals, each with its chance, and of deals yet to come, in units of 100.

    Each is the greatest amount that is reached with 90%, 50% and 10% at least.
    """
    size = 1 << 17
    transform = poisson({a / unit: r for a, r in rates.items()}, size)
    phase = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    for amount, chance in due:
        transform = transform * (1 - chance + chance * phase ** (amount / unit))
    below = np.cumsum(np.fft.irfft(transform, size))
    return [unit * int(np.argmax(below > share + 1e-9)) for share in (0.1, 0.5, 0.9)]


def record_of(known, today):
    """Each person's sums of calls and actuals over periods that had ended: the last call of the month itself."""
    over = known.period.map(ENDED) <= today + timedelta(1)
    ended = known[(known.actual != "").to_numpy(bool) & over.to_numpy(bool)]
    ended = ended[(ended.on < ended.period.map(ENDED)).to_numpy(bool)]
    ended = ended.sort_values("on").groupby(["person", "period"]).tail(1)
    sums = ended.assign(called=ended.forecast.astype(float), came=ended.actual.astype(float))
    return sums.groupby("person").agg(n=("called", "size"), called=("called", "sum"), came=("came", "sum"))


def figures(number, today):
    start, end = quarter(number)
    length = (end - start).days
    seen, last = standing(today)
    won = last[last.stage == "Closed Won"]
    won = won.assign(closed=[min(a, b) for a, b in zip(won.close, won.day)])
    inside = won[(won.closed >= start) & (won.closed < end)]
    closed = inside.amount.sum()
    live = last[~last.stage.isin(ENDS)]
    due = live[(live.close >= start) & (live.close < end)]
    gone = last[last.stage.isin(ENDS)]
    was = seen[~seen.stage.isin(ENDS)].merge(gone.stage.rename("end"), left_on="opportunity_id", right_index=True)
    rate = {}
    for column in ("stage", "forecast_category"):
        once = was.drop_duplicates(["opportunity_id", column])
        rate[column] = once.groupby(column).end.agg(n="size", rate=lambda x: (x == "Closed Won").mean())
    out = {"closed": closed, "commit": closed + due.amount[due.forecast_category == "commit"].sum()}
    own = rate["forecast_category"]
    chance = {c: own.rate[c] if c in own.index and own.n[c] >= 30 else p for c, p in CATEGORY.items()}
    out["category"] = closed + sum(a * chance.get(c, 0) for a, c in zip(due.amount, due.forecast_category))
    out["weighted"] = closed + (due.amount * due.stage.map(CHANCE)).sum()
    stages = rate["stage"]
    if all(s in stages.index and stages.n[s] >= 30 for s in due.stage.unique()):
        out["stage_history"] = closed + (due.amount * due.stage.map(stages.rate)).sum()
    past = [n for n in range(max(0, number - 8), number) if quarter(n)[0] >= FIRST and quarter(n)[1] <= today + timedelta(1)][::-1]
    later = before = 0.0
    for n in past:
        begin, stop = quarter(n)
        same = min(begin + (today - start), stop - timedelta(1))
        if same < FIRST:
            continue
        _, then = standing(same)
        before += then.amount[~then.stage.isin(ENDS)].sum()
        later += won.amount[(won.closed > same) & (won.closed >= begin) & (won.closed < stop)].sum()
    if before > 0:
        out["conversion"] = closed + live.amount.sum() * later / before
    if today - timedelta(length - 1) >= FIRST:
        recent = won.amount[(won.closed > today - timedelta(length)) & (won.closed <= today)].sum()
        out["run_rate"] = closed + recent / length * min((end - timedelta(1) - today).days, length)
    passed = max(0, (today - start).days + 1)
    recent = past[:4]
    rates = {}
    for n in recent:
        begin, stop = quarter(n)
        fresh = won[(won.closed >= begin) & (won.closed < stop) & (won.opened >= min(begin + timedelta(passed), stop))]
        for amount in fresh.amount:
            rates[amount] = rates.get(amount, 0) + 1 / len(recent)
    counted = due[due.forecast_category != "omitted"]
    low, middle, high = quantiles([(a, CHANCE[s] * (1 - SLIP)) for a, s in zip(counted.amount, counted.stage)], rates)
    out["p10"], out["simulation"], out["p90"] = closed + low, closed + middle, closed + high
    called = calibrated = 0.0
    known = calls[calls.on <= today]
    records = record_of(known, today)
    for k in range(3):
        begin, stop = month(2025, 2 + 3 * number + k), month(2025, 3 + 3 * number + k)
        if stop <= today + timedelta(1):
            part = won.amount[(won.closed >= begin) & (won.closed < stop)].sum()
            called, calibrated = called + part, calibrated + part
            continue
        made = known[(known.period == begin.strftime("%Y-%m")) & (known.forecast != "")]
        made = made.sort_values("on").groupby("person").tail(1)
        if made.empty:
            return out
        for person, call in zip(made.person, made.forecast.astype(float)):
            n = records.n.get(person, 0)
            weight = n / (n + 4)
            ratio = weight * records.came[person] / records.called[person] + 1 - weight if n else 1
            called, calibrated = called + call, calibrated + call * ratio
    out["called"], out["calibrated"] = called, calibrated
    return out


METHODS = ["called", "calibrated", "commit", "category", "weighted", "stage_history", "simulation", "conversion", "run_rate"]


def main():
    cases, actual = [], {}
    wins = deals[deals.is_won == "true"].assign(on=lambda x: day(x.closed_date), amount=lambda x: x.amount.astype(float))
    for number in range(7):
        start, end = quarter(number)
        if start < FIRST or end > AS_OF + timedelta(1):
            continue
        actual[number] = wins.amount[(wins.on >= start) & (wins.on < end)].sum()
        week = 1
        while start + timedelta(7 * week - 1) < end - timedelta(1):
            cases.append((number, week, figures(number, start + timedelta(7 * week - 1))))
            week += 1
    print("actuals", {name(n): a for n, a in actual.items()})
    print("cases", len(cases))
    for method in METHODS:
        known = [(f[method], actual[n]) for n, _, f in cases if method in f]
        if not known:
            continue
        said, came = map(np.array, zip(*known))
        periods = len({n for n, _, f in cases if method in f})
        print(method, periods, len(known), repr(float(np.mean(abs(came - said) / came))),
              repr(float(abs(came - said).sum() / came.sum())), repr(float((said - came).sum() / came.sum())))
    counts = {m: sum(m in f for _, _, f in cases) for m in METHODS}
    compared = [m for m in METHODS if counts[m] * 2 >= max(counts.values())]
    same = [(n, f) for n, _, f in cases if all(m in f for m in compared)]
    errors = {m: float(np.mean([abs(actual[n] - f[m]) / actual[n] for n, f in same])) for m in compared}
    print("compared", len(same), len({n for n, _ in same}), sorted(errors.items(), key=lambda x: x[1]))
    print("range", sum(f["p10"] <= actual[n] <= f["p90"] for n, _, f in cases) / len(cases))
    for number, week in ((3, 4), (5, 10)):
        print(name(number), week, {k: float(v) for k, v in next(f for n, w, f in cases if (n, w) == (number, week)).items()})
    print("now", {k: float(v) for k, v in figures(7, AS_OF).items()})


main()
