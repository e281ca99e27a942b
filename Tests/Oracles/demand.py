#!/usr/bin/env python3
"""The demand of Examples/northwind worked from its files alone, for DemandTests.

    python3 Tests/Oracles/demand.py

Exact fractions. Standard library only.
"""
import csv
import os
from collections import defaultdict
from datetime import date
from fractions import Fraction as F

HERE = os.path.join(os.path.dirname(__file__), "..", "..", "Examples", "northwind", "data")
AS_OF, START, END = date(2026, 10, 31), date(2025, 11, 1), date(2026, 11, 1)
SOURCE = {"Outbound": "sales", "Inbound": "sdr", "Event": "marketing", "Paid Search": "marketing", "Partner": "partner"}
MIX = {
    "Enterprise": (55, 30, 10, 5), "Mid-Market": (30, 40, 20, 10), "SMB": (15, 35, 40, 10),
}
NAMES = ("sales", "sdr", "marketing", "partner")
SEASON = [F(x, 10) for x in (8, 9, 13, 8, 9, 12)]
QUARTERS = [
    ("FY2027-Q4", date(2026, 11, 1), date(2027, 2, 1), F(650_000)),
    ("FY2028-Q1", date(2027, 2, 1), date(2027, 5, 1), F(3_360_000) * sum(SEASON[:3]) / 12),
    ("FY2028-Q2", date(2027, 5, 1), date(2027, 8, 1), F(3_360_000) * sum(SEASON[3:]) / 12),
]

deals = [r for r in csv.DictReader(open(os.path.join(HERE, "opportunities.csv"), encoding="utf-8")) if r["type"] == "new"]
created = defaultdict(F)
for r in deals:
    if START <= date.fromisoformat(r["created_date"]) < END and r["amount"]:
        created[r["segment"], SOURCE[r["source"]]] += F(r["amount"])
total = sum(created.values())
print("created", float(total))
for segment, mix in MIX.items():
    whole = sum(created[segment, s] for s in NAMES)
    shares = [created[segment, s] / whole for s in NAMES]
    off = sum(abs(a - F(p, 100)) for a, p in zip(shares, mix))
    print(segment, float(whole), [float(a) for a in shares], "accuracy", float(1 - off / 2))
planned = {
    s: sum(sum(created[g, x] for x in NAMES) * F(MIX[g][i], 100) for g in MIX) / total for i, s in enumerate(NAMES)
}
actual = {s: sum(created[g, s] for g in MIX) / total for s in NAMES}
print("all", float(1 - sum(abs(actual[s] - planned[s]) for s in NAMES) / 2))
closed = [r for r in deals if r["is_closed"] == "true" and START <= date.fromisoformat(r["closed_date"] or r["close_date"]) < END]
won = [r for r in closed if r["is_won"] == "true"]
rate = F(len(won), len(closed))
cycle = F(sum((date.fromisoformat(r["closed_date"]) - date.fromisoformat(r["created_date"])).days for r in won), len(won))
print("win rate", float(rate), "cycle", float(cycle))
for name, first, end, target in QUARTERS:
    needed = target / rate
    have = defaultdict(F)
    for r in deals:
        if r["is_closed"] == "false" and first <= date.fromisoformat(r["close_date"]) < end and r["amount"]:
            have[SOURCE[r["source"]]] += F(r["amount"])
    print(name, float(needed), float(sum(have.values())), [(float(needed * planned[s]), float(have[s])) for s in NAMES])
