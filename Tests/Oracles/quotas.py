#!/usr/bin/env python3
"""The quotas of Examples/northwind worked from its files alone, for QuotaTests.

    python3 Tests/Oracles/quotas.py

Exact fractions for the shares, whole cents for the money. Standard library only.
"""
import csv
import math
import os
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction as F
from statistics import NormalDist, mean, stdev

HERE = os.path.join(os.path.dirname(__file__), "..", "..", "Examples", "northwind", "data")
START, END = date(2027, 2, 1), date(2028, 2, 1)
WINDOW = (date(2025, 11, 1), date(2026, 11, 1))
TARGET, UNIT = 496_000_000, 50_000  # cents
FACTORS = {"potential": F(1, 2), "tenure": F(1, 5), "history": F(3, 10)}
POTENTIAL = {"R01": 5.2, "R02": 4.1, "R03": 4.6, "R04": 3.4, "R05": 3.9, "R06": 3.6, "R07": 1.9, "R08": 1.7}
SEASON = [F(x, 10) for x in (8, 9, 13, 8, 9, 12, 7, 8, 13, 9, 9, 15)]


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return list(csv.DictReader(f))


def day(text, default):
    return date.fromisoformat(text) if text else default


def overlap(a, b, c, d):
    return max(0, (min(b, d) - max(a, c)).days)


def share_out(total, weights):
    whole, rest = divmod(total, UNIT)
    exact = [F(whole) * w / sum(weights) for w in weights]
    parts = [math.floor(x) for x in exact]
    order = sorted(range(len(parts)), key=lambda i: (-(exact[i] - parts[i]), i))
    for i in order[: whole - sum(parts)]:
        parts[i] += 1
    parts = [p * UNIT for p in parts]
    parts[max(range(len(parts)), key=lambda i: (weights[i], -i))] += total - sum(parts)
    return parts


reps = rows("reps.csv")
managers = {r["manager"] for r in reps}
span = {r["id"]: (day(r["start_date"], date.min), day(r["end_date"], date.max - timedelta(1)) + timedelta(1)) for r in reps}
carriers = [r for r in reps if r["id"] not in managers and float(r["quota"]) > 0 and overlap(*span[r["id"]], START, END)]
credited = defaultdict(F)
for c in rows("credits.csv"):
    if WINDOW[0] <= date.fromisoformat(c["date"]) < WINDOW[1]:
        credited[c["rep"]] += F(c["amount"]) * F(c["share"])
there = [overlap(*span[r["id"]], START, END) for r in carriers]
worked = {r["id"]: overlap(*span[r["id"]], *WINDOW) for r in reps}
history = [credited[r["id"]] * 365 / worked[r["id"]] for r in carriers]
values = {
    "potential": [F(str(POTENTIAL[r["id"]])) * d for r, d in zip(carriers, there)],
    "tenure": [F(d) for d in there],  # everybody is ramped before the year begins
    "history": [h * d for h, d in zip(history, there)],
}
weights = [sum(FACTORS[k] * v[i] / sum(v) for k, v in values.items()) for i in range(len(carriers))]
names = list(dict.fromkeys(r["manager"] for r in carriers))
groups = [[i for i, r in enumerate(carriers) if r["manager"] == m] for m in names]
quotas = [0] * len(carriers)
manager_quotas = share_out(TARGET, [sum(weights[i] for i in g) for g in groups])
for group, quota in zip(groups, manager_quotas):
    for i, part in zip(group, share_out(quota * 11 // 10, [weights[i] for i in group])):
        quotas[i] = part
print("managers", [q / 100 for q in manager_quotas])
for i, r in enumerate(carriers):
    months = [date(2027 + (m > 12), (m - 1) % 12 + 1, 1) for m in range(2, 15)]
    season = [SEASON[k] * F(overlap(*span[r["id"]], months[k], months[k + 1]), (months[k + 1] - months[k]).days) for k in range(12)]
    quarters = share_out(quotas[i], [sum(season[k:k + 3]) for k in (0, 3, 6, 9)])
    print(r["name"], float(weights[i]), quotas[i] / 100, [q / 100 for q in quarters])
full = [r for r in reps if r["id"] not in managers and float(r["quota"]) > 0 and worked[r["id"]] == 365]
attained = [float(credited[r["id"]] / F(r["quota"])) for r in full]
mu, sd = mean(attained), stdev(attained)
year = [q / 100 / (d / 365) for q, d in zip(quotas, there)]
chances = [1 - NormalDist(mu, sd).cdf(y / float(r["quota"])) for y, r in zip(year, carriers)]
print("attainment", len(full), mu, sd, "share", mean(chances))
print("inflation", sum(year) / sum(float(r["quota"]) for r in carriers) - 1)
won, lost, value, open_ = defaultdict(int), defaultdict(int), defaultdict(F), defaultdict(F)
for o in rows("opportunities.csv"):
    if o["type"] != "new":
        continue
    if o["is_closed"] == "false":
        open_[o["segment"]] += F(o["amount"] or 0)
    elif WINDOW[0] <= day(o["closed_date"] or o["close_date"], date.min) < WINDOW[1]:
        if o["is_won"] == "true":
            won[o["segment"]] += 1
            value[o["segment"]] += F(o["amount"])
        else:
            lost[o["segment"]] += 1
for segment, accounts, covered, expansion in (("Enterprise", 260, F(3, 5), 800_000), ("Mid-Market", 560, F(1, 2), 550_000), ("SMB", 380, F(2, 5), 250_000)):
    rate = F(won[segment], won[segment] + lost[segment])
    carries = accounts * covered * rate * value[segment] / won[segment] + expansion
    print(segment, float(rate), float(value[segment] / won[segment]), float(carries), float(open_[segment] * rate))
