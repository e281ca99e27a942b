"""Golden figures of real opportunity exports, worked out with pandas.

    python3 Tests/Oracles/opportunity_figures.py ../shared/data

Everything is computed from DOMAIN.md and the export alone: amounts in cents, each rounded half to even;
dates as calendar days; a record of twelve months up to the day. RealExportFigures.swift beside
RealExportTests.swift quotes the output, RealExports.swift has the workspaces that these settings stand for.
"""
import math
import re
import sys
import unicodedata
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import numpy as np
import pandas as pd

FOLDER = Path(sys.argv[1])


def cents(cell):
    """An amount of an export in cents; NaN where there is none."""
    text = str(cell).replace("$", "").replace(",", "").strip()
    return float("nan") if text in ("", "nan") else int(
        (Decimal(text) * 100).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def deals(path, id, stage, amount, close, created, form, **more):
    """The columns that figures need, under one set of names."""
    raw = pd.read_csv(FOLDER / path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    day = lambda column: pd.to_datetime(raw[column].replace("", None), format=form, utc=True).dt.date
    table = pd.DataFrame({
        "id": raw[id], "stage": raw[stage], "cents": raw[amount].map(cents), "close": day(close),
        "created": day(created)})
    for name, column in more.items():
        table[name] = day(column) if name == "activity" else raw[column]
    return table


def company(name):
    """The name of a company without case, accents, punctuation and legal form."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("&", " and ")).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"[.']", "", plain))
    words = re.sub(r"( (inc|llc|llp|ltd|limited|corp|corporation|co|company|and|plc|gmbh|ag|sa|bv))+ *$", "", words)
    return re.sub(r"^the (?=\w)", "", words.strip()).replace(" ", "")


def doubled(names, domains):
    """Records of a company that another record already is, by name or domain, through one another."""
    domain = domains.str.lower().str.replace(r"^(\w+://)?(www\.)?|(?<=\w)/.*", "", regex=True)
    table = pd.DataFrame({"name": names.map(company), "domain": domain})
    table["domain"] = table.domain.where(table.domain.str.contains(".", regex=False), other=None)
    table["group"] = range(len(table))
    while True:
        group = table.groupby("name").group.transform("min")
        known = table.domain.notna()
        group[known] = table[known].assign(group=group).groupby("domain").group.transform("min")
        if (group == table.group).all():
            return len(table) - group.nunique()
        table["group"] = group


def wilson(won, of):
    """The shares p that are 1.96 of their own standard errors from won / of."""
    z, share = 1.959963984540054, won / of
    return sorted(np.roots([1 + z * z / of, -2 * share - z * z / of, share * share]).real)


def win_loss(record):
    """What was won and lost, in all and by size, source and owner, and which deals call for an interview."""
    won, lost = record[record.outcome == "won"], record[record.outcome == "lost"]
    out = {"won_value": won.cents.sum() / 100, "lost_value": lost.cents.sum() / 100}
    out["win_rate_low"], out["win_rate_high"] = wilson(len(won), len(record))
    priced = record.cents.dropna().sort_values(ascending=False)
    edge = priced.iloc[math.ceil(len(priced) / 5) - 1]
    rival = pd.Series(False, record.index)
    if "reason" in record:
        out["reasons_given"] = (lost.reason != "").mean()
        rival = (record.outcome == "lost") & record.reason.str.contains("compet", case=False)
        out |= {f"reason/{reason}": (lost.reason == reason).sum() for reason in sorted(lost.reason.unique())}
    out["interview_from"], out["interviews"] = edge / 100, ((record.cents >= edge) | rival).sum()
    edges = [-math.inf, 1e5, 1e6, 5e6, 1e7, math.inf]
    size = pd.cut(record.cents, edges, right=False, labels=["<1k", "1k-10k", "10k-50k", "50k-100k", "100k+"])
    record = record.assign(size=size.astype(object).fillna(""))
    for column in ("size", "source", "owner"):
        if column in record:
            # The three with the most closed value; of sizes there are five at most.
            values = record.groupby(column).cents.sum().sort_values(ascending=False)
            for name in values.index[:5 if column == "size" else 3]:
                part = record[record[column] == name]
                out[f"{column}/{name}/won"] = (part.outcome == "won").sum()
                out[f"{column}/{name}/lost"] = (part.outcome == "lost").sum()
                out[f"{column}/{name}/lost_value"] = part[part.outcome == "lost"].cents.sum() / 100
    return out


def health(table, due, as_of, end, quota, chance, late):
    """How the open deals stand, and what came in within a month."""
    since = (pd.Timestamp(as_of) + pd.Timedelta(days=1) - pd.DateOffset(months=1)).date()
    last_month = (pd.Timestamp(end) - pd.DateOffset(months=1)).date()
    created = table[(table.created >= since) & (table.created <= as_of)].cents.sum() / 100
    table = table[table.outcome == "open"]
    worth, total = table.cents.fillna(0), table.cents.sum() or math.nan
    share = lambda part: worth[part].sum() / total
    late = table.stage.isin(late)
    names = table.stage.str.contains("negotiat", case=False)
    out = {
        "linearity": due[due.close >= last_month].cents.sum() / (due.cents.sum() or math.nan),
        "early": share(~late & (chance < 1 / 3)), "mid": share(~late & (chance >= 1 / 3) & (chance < 2 / 3)),
        "late": share(late | (chance >= 2 / 3)), "negotiation": share(names) if names.any() else math.nan,
        "largest": worth.max() / total, "herfindahl": (worth / total).pow(2).sum() if total == total else total,
        "no_amount": (worth == 0).sum(), "created": created, "created_ratio": created / (quota / 3),
    }
    if (chance.isna() & ~late).any():
        out |= {"early": math.nan, "mid": math.nan, "late": math.nan}
    if "step" in table:
        out["no_next_step"] = (table.step == "").sum()
    if "activity" in table:
        touched = [a if pd.notna(a) else c for a, c in zip(table.activity, table.created)]
        days = pd.Series([(as_of - day).days for day in touched], table.index)
        out |= {"stalled": (days >= 14).sum(), "untouched": (days >= 30).sum()}
        out["untouched_share"] = share(days >= 30)
    return out


def hygiene(table, as_of):
    """What is wrong with the rows of the file, those of deals of a later day too."""
    is_open, is_won = table.outcome == "open", table.outcome == "won"
    out = {"rows": len(table), "open": int(is_open.sum()),
           "past_close": int((is_open & (table.close < as_of)).sum())}
    last = table.activity if "activity" in table else pd.Series([None] * len(table))
    after = lambda day: day.map(lambda day: pd.notna(day) and day > as_of)
    before = lambda day: pd.to_datetime(day) < pd.to_datetime(table.created)
    out["impossible_dates"] = int((after(table.created) | after(last) | before(last) | before(table.close)).sum())
    required = [table.cents.notna(), table.close.notna(), table.stage != ""]
    required += [table.step != ""] if "step" in table else []
    out["required_filled"] = sum(field[is_open].mean() for field in required) / len(required)
    out["missing_fields"] = (~pd.concat(required, axis=1).all(axis=1))[is_open].sum()
    twins = table[is_open & (table.account != "")] if {"account", "name"} <= set(table) else table[:0]
    keys = pd.DataFrame({"account": twins.account.map(company), "name": twins.name.map(company)} if len(twins) else {})
    out["duplicate_deals"] = table.id.duplicated().sum() + keys.duplicated().sum()
    if "category" in table:
        ended, omitted = table.category == "Closed", table.category == "Omitted"
        out["contradictions"] = int((
            (is_open & ended) | (is_won & ~ended) | ((table.outcome == "lost") & ~ended & ~omitted)).sum())
    if "reason" in table:
        out["lost_without_reason"] = int(((table.outcome == "lost") & (table.reason == "")).sum())
    if "activity" in table:
        touched = [a if pd.notna(a) else c for a, c in zip(table.activity[is_open], table.created[is_open])]
        out["stale"] = sum((as_of - day).days >= 14 for day in touched)
    return out


FORECAST = {"Commit": "commit", "Forecast": "commit", "Best Case": "best_case", "BestCase": "best_case",
            "Most Likely": "best_case",
            "Pipeline": "pipeline", "Upside": "upside", "Omitted": "omitted"}
CHANCES = {"commit": 0.9, "best_case": 0.6, "pipeline": 0.2}


def meeting(table, due, as_of, start, end, chance):
    """What a review and a rollup of the quarter say on a day: won so far, the week's deals, the forecast categories."""
    since = as_of - pd.Timedelta(days=7)
    closed = table[(table.outcome != "open") & (table.close <= as_of)]
    won = closed[(closed.outcome == "won") & (closed.close >= start) & (closed.close < end)].cents.sum() / 100
    week = {"created": table[(table.created > since) & (table.created <= as_of)]}
    week |= {name: closed[(closed.outcome == name) & (closed.close > since)] for name in ("won", "lost")}
    late = table[(table.outcome == "open") & (table.close < start)]
    out = {"so_far": won, "rollup/overdue_deals": len(late), "rollup/overdue": late.cents.sum() / 100}
    for name, part in week.items():
        out |= {f"week/{name}/deals": len(part), f"week/{name}/value": part.cents.sum() / 100}
    called = lambda part: part.category.map(FORECAST) if "category" in part else pd.Series(None, part.index, dtype=object)
    names, before = called(due), called(closed)
    # A file without categories does not say what is in any of them.
    held = lambda name: due.cents[names == name].sum() / 100 if "category" in table else math.nan
    out |= {f"rollup/{name}": held(name) for name in dict.fromkeys(FORECAST.values())}
    out["rollup/uncategorised"] = due.cents[names.isna()].sum() / 100
    out |= {"rollup/closed": won, "rollup/base": won + out["rollup/commit"]}
    out["rollup/upside_case"] = out["rollup/base"] + out["rollup/best_case"]
    for name in CHANCES:
        past = closed[before == name]
        rate = (past.outcome == "won").mean() if len(past) >= 30 else CHANCES[name]
        won += rate * out[f"rollup/{name}"] if "category" in table else 0
    own = chance.reindex(due.index).fillna(names.map(CHANCES))
    weighed = due[(due.cents >= 0) & (names != "omitted") & own.notna()]
    out |= {"simulate/closed": out["rollup/closed"], "simulate/open_deals": len(weighed),
            "simulate/open": weighed.cents.sum() / 100,
            "simulate/weighted": (weighed.cents * own[weighed.index]).sum() / 100}
    rest = due[names.isna() & due.cents.notna()]
    out["rollup/weighted"] = won + (rest.cents * chance[rest.index]).sum(skipna=False) / 100
    return out


def figures(table, as_of, quarter, quota, won=("Closed Won",), lost=("Closed Lost",), chances=None, late=(),
            closed=None, accounts=None):
    """The figures for a day, a quarter (first day, day after) and a quota; deals closed within a year or `closed`."""
    as_of, start, end = (pd.Timestamp(day).date() for day in (as_of, *quarter))
    since = (pd.Timestamp(as_of) + pd.Timedelta(days=1) - pd.DateOffset(months=12)).date()
    table = table.assign(outcome=table.stage.map(
        lambda stage: "won" if stage in won else "lost" if stage in lost else "open"))
    # A deal that was created after the day and not closed by it did not exist; the fix list keeps it.
    whole = table
    later = table.created.map(lambda day: pd.notna(day) and day > as_of)
    table = table[~(later & ((table.outcome == "open") | table.close.map(lambda day: pd.notna(day) and day > as_of)))]
    is_open, is_won = table.outcome == "open", table.outcome == "won"
    record = table[(table.outcome != "open") & (table.close >= since) & (table.close <= as_of)]
    wins = record[record.outcome == "won"]
    timed = wins[wins.created.notna() & (wins.created <= wins.close)]
    cycle = (pd.to_datetime(timed.close) - pd.to_datetime(timed.created)).dt.days
    chance = table.stage.map(chances) if chances else pd.to_numeric(table.probability) / 100
    due = table[is_open & (table.close >= start) & (table.close < end)]
    booked = table[is_won & (table.close >= start) & (table.close < end) & (table.close <= as_of)].cents.sum()
    overdue = due.close.map(lambda day: (as_of - day).days)
    share = overdue.map(lambda days: 1 if days < 30 else 0.5 if days <= 60 else 0.25)
    rate = len(wins) / len(record) if len(record) else math.nan
    average = wins.cents.mean() / 100
    out = {
        "open_total": table[is_open].cents.sum() / 100,
        "won": len(wins), "lost": len(record) - len(wins), "win_rate": rate,
        "win_rate_by_value": wins.cents.sum() / (record.cents.sum() or math.nan), "average_deal": average,
        "cycle_days": cycle.mean(), "velocity": is_open.sum() * rate * average / cycle.mean(),
        "due": len(due), "total": due.cents.sum() / 100, "missing_amounts": int(due.cents.isna().sum()),
        "weighted": float((due.cents * chance[due.index]).sum() / 100),
        "aged": float((due.cents * share).sum() / 100),
        "booked": booked / 100, "coverage": due.cents.sum() / 100 / (quota - booked / 100),
        "undated": table[is_open].close.isna().sum(),
    }
    if accounts is not None:
        out["duplicate_accounts"] = doubled(*accounts) / len(accounts[0])
    if "category" in table:
        out["commit"] = due[due.category.isin(["Commit", "Forecast"])].cents.sum() / 100
    out |= hygiene(whole, as_of)
    out |= health(table, due, as_of, end, quota, chance[is_open], late)
    out |= meeting(table, due, as_of, start, end, chance)
    if closed:
        start, end = (pd.Timestamp(day).date() for day in closed)
        record = table[(table.outcome != "open") & (table.close >= start) & (table.close < end)]
    return out | win_loss(record)


def movement(path, first, last, stages):
    """The bridge of all open deals between the ends of two days, by a stage history."""
    raw = pd.read_csv(FOLDER / path, dtype=str, keep_default_na=False)
    raw["at"] = pd.to_datetime(raw.CreatedDate, format="%m/%d/%y %I:%M %p")
    raw["cents"] = raw.Amount.map(cents).fillna(0)
    outcome = {"Closed Won": "won", "Closed Lost": "lost"}
    on = lambda day: raw[raw["at"] < pd.Timestamp(day) + pd.Timedelta(days=1)].sort_values("at").groupby(
        "OpportunityId").last()
    start, end = on(first), on(last)
    out = {}

    def add(cause, worth):
        deals, sum = out.get(cause, (0, 0))
        out[cause] = deals + 1, sum + worth / 100

    moves = {"advanced": 0, "regressed": 0, "stood_still": 0}
    for id, now in end.iterrows():
        became, was = outcome.get(now.StageName, "open"), None
        if id in start.index:
            was = outcome.get(start.StageName[id], "open")
        if was == "open":
            add("start", start.cents[id])
            if now.cents != start.cents[id]:
                add("grown" if now.cents > start.cents[id] else "shrunk", abs(now.cents - start.cents[id]))
            if became == "open":
                step = stages.index(now.StageName) - stages.index(start.StageName[id])
                moves["advanced" if step > 0 else "regressed" if step < 0 else "stood_still"] += 1
        elif was != became:
            add("created" if was is None else "reopened", now.cents)
        if became == "open":
            add("end", now.cents)
        elif became != was:
            add(became, now.cents)
    for cause in ("start", "created", "reopened", "grown", "shrunk", "lost", "won", "end"):
        deals, worth = out.get(cause, (0, 0))
        moves |= {f"bridge/{cause}": worth, f"bridge/{cause}/deals": deals}
    return moves


def accounts(path, name, domain=None):
    raw = pd.read_csv(FOLDER / path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    raw = raw[raw[name] != ""]
    return raw[name], raw[domain] if domain else pd.Series("", raw.index)


STANDARD = {"Prospecting": 0.1, "Qualification": 0.1, "Needs Analysis": 0.2, "Value Proposition": 0.5,
            "Id. Decision Makers": 0.6, "Perception Analysis": 0.7, "Proposal/Price Quote": 0.75,
            "Negotiation/Review": 0.9}
DEVORG = lambda: deals(
    "salesforce-api-exports/devorg/Opportunity.csv", "Id", "StageName", "Amount", "CloseDate", "CreatedDate",
    "%m/%d/%y", activity="LastActivityDate", step="NextStep", source="LeadSource", account="AccountId", name="Name")
REPORT = lambda: deals(
    "salesforce-report-labels/sales_cloud_data_output.csv", "Opportunity ID", "Stage", "Amount", "Close Date",
    "Created Date", "%m/%d/%Y", category="Forecast Category", probability="Probability (%)", source="Lead Source",
    owner="Opportunity Owner", account="Account Name", name="Opportunity Name")

SETS = {
    "maven-crm-opportunities": lambda: figures(
        deals("maven-crm-opportunities/sales_pipeline.csv", "opportunity_id", "deal_stage", "close_value",
              "close_date", "engage_date", "%Y-%m-%d", owner="sales_agent"),
        "2017-12-31", ("2017-10-01", "2018-01-01"), 3e6, ("Won",), ("Lost",),
        {"Prospecting": 0.1, "Engaging": 0.5}, accounts=accounts("maven-crm-opportunities/accounts.csv", "account")),
    "salesforce-api-exports/devorg": lambda: figures(
        DEVORG(), "2024-06-30", ("2024-01-01", "2024-04-01"), 4e6, chances=STANDARD,
        accounts=accounts("salesforce-api-exports/devorg/Account.csv", "Name")),
    "salesforce-api-exports/devorg/history": lambda: figures(
        DEVORG(), "2026-03-25", ("2024-01-01", "2024-04-01"), 4e6, chances=STANDARD,
        closed=("2024-02-01", "2024-03-01")) | movement(
            "salesforce-api-exports/devorg/OpportunityHistory.csv", "2026-02-23", "2026-03-10", list(STANDARD)),
    "salesforce-api-exports/workshop": lambda: figures(
        deals("salesforce-api-exports/workshop/Opportunity.csv", "Id", "StageName", "Amount", "CloseDate",
              "CreatedDate", "ISO8601", category="ForecastCategoryName", probability="Probability", step="NextStep",
              activity="LastActivityDate", owner="OwnerId", account="AccountId", name="Name"),
        "2024-01-22", ("2024-01-01", "2024-04-01"), 1e7,
        accounts=accounts("salesforce-api-exports/workshop/Account.csv", "Name", "Website")),
    "salesforce-report-labels": lambda: figures(
        REPORT(), "2024-08-31", ("2024-07-01", "2024-10-01"), 2e9, late=("Negotiation",)),
    "salesforce-report-labels/last-day": lambda: figures(
        REPORT(), "2025-07-04", ("2024-07-01", "2024-10-01"), 2e9, late=("Negotiation",)),
    "zoho-crm": lambda: figures(
        deals("zoho-crm/Potentials.csv", "LEADID", "Stage", "Amount", "Closing Date", "Created Time",
              "%d %b, %Y %H:%M:%S", probability="Probability", source="Lead Source", owner="Potential Owner"),
        "2021-04-15", ("2021-04-01", "2021-07-01"), 2e7, late=("Negotiation/Review",),
        accounts=accounts("zoho-crm/Accounts.csv", "Account Name", "Website")),
    "hubspot-labels": lambda: figures(
        deals("hubspot-labels/hubspot_deals.csv", "Deal ID", "Deal Stage", "Amount", "Close Date",
              "Create Date", "%Y-%m-%d", reason="Closed Lost Reason", owner="Deal Owner", name="Deal Name",
              account="Associated Company Domain"),
        "2025-05-01", ("2025-04-01", "2025-07-01"), 2e7,
        chances={"Appointment Scheduled": 0.2, "Qualified to Buy": 0.4, "Presentation Scheduled": 0.6,
                 "Decision Maker Bought-In": 0.8, "Contract Sent": 0.9},
        accounts=accounts("hubspot-labels/hubspot_companies.csv", "Company Name", "Company Domain Name")),
}

for name, work in SETS.items():
    print(name)
    for key, value in work().items():
        print(f"  {key} = {value:.12g}" if value == value else f"  {key} = absent")
