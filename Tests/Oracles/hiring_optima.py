"""Optimal costs of random integer programs and hiring plans, found by HiGHS through SciPy.

    python3 Tests/Oracles/hiring_optima.py > Tests/RevOpsCoreTests/Capacity/HiringOptima.swift

The draws are those of RandomPrograms.swift beside the result: same generator, same seeds, same order.
Whatever HiGHS returns is rounded, checked against the rows and priced anew before it counts.
"""
import math

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

MASK = (1 << 64) - 1


class Draw:
    """SplitMix64, reduced to small whole numbers."""

    def __init__(self, seed):
        self.state = seed

    def __call__(self, below):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return (z ^ (z >> 31)) % below


def optimum(costs, most, rows):
    """The least cost of rows (weights, lower, upper), or None if nothing meets them."""
    costs, most = np.array(costs, float), np.array(most, float)
    a = np.array([r[0] for r in rows]).reshape(len(rows), len(costs))
    lo, hi = np.array([r[1] for r in rows]), np.array([r[2] for r in rows])
    found = milp(costs, integrality=np.ones(len(costs)), bounds=Bounds(0, most),
                 constraints=LinearConstraint(a, lo, hi), options={"mip_rel_gap": 0})
    if found.status == 2:
        return None
    assert found.status == 0, found.message
    x = np.round(found.x)
    assert (a @ x >= lo - 1e-6).all() and (a @ x <= hi + 1e-6).all()
    return float(costs @ x)


def program(seed):
    draw = Draw(seed)
    n, m = 4 + draw(7), 1 + draw(6)
    costs = [1 + draw(1000) / 97 for _ in range(n)]
    most = [1 + draw(6) for _ in range(n)]
    rows = []
    for i in range(m):
        weights = [0 if draw(3) == 0 else draw(900) / 83 - 2 for _ in range(n)]
        low = draw(2000) / 41
        high = low + 2 + draw(1000) / 31
        rows.append((weights, low, high if i % 3 == 2 else math.inf))
    return optimum(costs, most, rows)


def plan(seed, limited=False):
    draw = Draw(seed)
    months, count = 4 + draw(7), 1 + draw(3)
    roles = []
    for i in range(count):
        role = dict(heads=draw(5), cap=20 + draw(60))
        role["ramp"] = [draw(10) / 10 for _ in range(draw(4))]
        role.update(keep=1 - draw(5) / 100, pay=5 + draw(200) / 11, fee=draw(300) / 13, most=1 + draw(3), lead=draw(3))
        if i == 2:
            role["cap"] = 0
        roles.append(role)
    goals = []                                       # roles, first month, month after the last, amount
    for i in range(min(count, 2)):
        cap, heads, kind, push = roles[i]["cap"], roles[i]["heads"], draw(3), draw(100)
        if kind == 0:
            first = 3 + draw(2)
            for t in range(first, months):
                goals.append(([i], t, t + 1, cap * (heads + (t - first + 1) * (20 + push) / 150)))
        elif kind == 1:
            for t in range(3, months, 3):
                goals.append(([i], t, min(t + 3, months), (min(t + 3, months) - t) * cap * (heads + push / 40)))
        else:
            goals.append(([i], 0, months, cap * months * (heads + push / 50)))
    if count > 1 and draw(2) == 0:
        goals.append((list(range(count)), 0, months, sum(r["cap"] * r["heads"] for r in roles) * months * 1.15))
    ratio = 2 + draw(3)
    season = [0.8, 1.1, 1.3, 0.9] if draw(2) == 0 else [1]
    limit = 1 + draw(4) if draw(2) == 0 else None

    def at(r, s):
        return r * months + s

    costs, most = np.zeros(count * months), np.zeros(count * months)
    for r, role in enumerate(roles):
        for s in range(months):
            costs[at(r, s)] = role["fee"] + sum(role["pay"] * role["keep"] ** k for k in range(months - s))
            most[at(r, s)] = role["most"] if s >= role["lead"] else 0
    rows = []
    for members, first, end, amount in goals:
        w, today = np.zeros(count * months), 0
        for r in members:
            role = roles[r]
            for t in range(first, end):
                full = role["cap"] * season[t % len(season)]
                today += full * role["heads"] * role["keep"] ** t
                for s in range(t + 1):
                    ramped = role["ramp"][t - s] if t - s < len(role["ramp"]) else 1
                    w[at(r, s)] += full * ramped * role["keep"] ** (t - s)
        rows.append((w, amount - today, math.inf))
    if count == 3:
        for t in range(2, months):
            w, today = np.zeros(count * months), 0
            for r, share in ((2, ratio), (1, -1)):
                today += share * roles[r]["heads"] * roles[r]["keep"] ** t
                for s in range(t + 1):
                    w[at(r, s)] += share * roles[r]["keep"] ** (t - s)
            rows.append((w, -today, math.inf))
    if limit is not None:
        for t in range(months):
            w = np.zeros(count * months)
            w[[at(r, t) for r in range(count)]] = 1
            rows.append((w, 0, limit))
    if limited:
        if draw(2) == 0:                             # so many heads of a role from a month on
            r, heads, start = draw(count), draw(6), draw(months)
            for t in range(start, months):
                w = np.zeros(count * months)
                for s in range(t + 1):
                    w[at(r, s)] = roles[r]["keep"] ** (t - s)
                rows.append((w, heads - roles[r]["heads"] * roles[r]["keep"] ** t, math.inf))
        kind, spans = draw(3), []
        if kind == 0:
            amount = 10 + draw(150)
            spans += [(t, t + 1, amount) for t in range(months)]
        elif kind == 1:
            amount = 30 + draw(400)
            spans += [(t, min(t + 3, months), amount) for t in range(0, months, 3)]
        if draw(2) == 0:
            spans.append((0, months, 100 + draw(1500)))
        for first, end, amount in spans:
            w = np.zeros(count * months)
            for r, role in enumerate(roles):
                for s in range(end):
                    w[at(r, s)] = (role["fee"] if first <= s < end else 0) + sum(
                        role["pay"] * role["keep"] ** (t - s) for t in range(max(s, first), end))
            rows.append((w, -math.inf, amount))
    return optimum(costs, most, rows)


def table(name, what, values):
    print(f"/// {what}; nil where nothing meets the rows.")
    print(f"let {name}: [Double?] = [")
    cells = ["nil" if v is None else repr(round(v, 9)) for v in values]
    for i in range(0, len(cells), 6):
        print("  " + ", ".join(cells[i:i + 6]) + ",")
    print("]")


print("// Written by Tests/Oracles/hiring_optima.py with HiGHS; not to be edited.\n")
table("programOptima", "The least costs of the random programs of seeds 1 to 150", [program(s) for s in range(1, 151)])
print()
table("planOptima", "The least costs of the random hiring plans of seeds 1001 to 1120", [plan(s) for s in range(1001, 1121)])
print()
table("limitedOptima", "The least costs of the random plans of seeds 2001 to 2400 with budgets and least heads",
      [plan(s, limited=True) for s in range(2001, 2401)])
