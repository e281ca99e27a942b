"""The way back after a miss on random instances, by bisection over what the period brings.

    python3 Tests/Oracles/recovery.py > Tests/RevOpsCoreTests/Planning/RecoveryCases.swift

What a period brings is counted from its definition alone: deals can be opened from the first day whose deals close in
the period, or from tomorrow, until a cycle before the period's last day. Each lever, and all four together, are then
searched for the least move that brings the gap; no formula is turned round.
"""
import random
from datetime import date

AS_OF = date(2026, 3, 31)
PERIODS = {"2026-Q2": (date(2026, 4, 1), date(2026, 6, 30)), "2026-Q3": (date(2026, 7, 1), date(2026, 9, 30)),
           "2026-05": (date(2026, 5, 1), date(2026, 5, 31))}
MONTH = 365.25 / 12
LEVERS = ("average_deal", "win_rate", "pipeline_per_month", "cycle_days")


def brought(case, size=1.0, rate=1.0, created=1.0, cycle=1.0):
    first, last = PERIODS[case["period"]]
    left, length = (last - AS_OF).days, (last - first).days + 1
    days = max(0.0, min(left - case["cycle_days"] * cycle, length))
    won = min(1.0, case["win_rate"] / 100 * rate)
    return won * size * (case["open_pipeline"] + case["pipeline_per_month"] * created * days / MONTH)


def least(holds, low, high):
    """The least value from low to high for which something holds that goes on holding; None if it does not at high."""
    if not holds(high):
        return None
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def change(case, gap, lever):
    if lever == "average_deal":
        found = least(lambda m: brought(case, size=m) >= gap, 0, 1e6)
    elif lever == "win_rate":
        found = least(lambda m: brought(case, rate=m) >= gap, 0, 1e6)
    elif lever == "pipeline_per_month":
        found = least(lambda m: brought(case, created=m) >= gap, 0, 1e6)
    else:
        shorter = least(lambda s: brought(case, cycle=1 - s) >= gap, -1e3, 1)
        return None if shorter is None else -shorter
    return None if found is None else found - 1


def solved(case):
    gap = max(0, case["miss"] + case["target"] - case["closed"] - case["named"])
    needed = gap / (case["win_rate"] / 100)
    first, last = PERIODS[case["period"]]
    months = max(0, min((last - AS_OF).days - case["cycle_days"], (last - first).days + 1)) / MONTH
    missing = max(0, needed - case["open_pipeline"])
    expected = brought(case)
    share = 0 if expected >= gap else least(
        lambda s: brought(case, 1 + s, 1 + s, 1 + s, max(0, 1 - s)) >= gap, 0, 1e6)
    verdict = "on_course" if expected >= gap else "credible" if share is not None and share <= 0.2 else "not_credible"
    return [gap, needed, missing, months, None if missing > 0 and months == 0 else missing / months if missing else 0,
            expected + case["closed"] + case["named"],
            case["miss"] + case["target"] - case["closed"] - case["named"] - expected,
            # Where what is open is enough, any cycle and any pace will do.
            [change(case, gap, lever) if missing > 0 else None for lever in LEVERS], share, verdict]


def text(value):
    return "nil" if value is None else repr(round(float(value), 9))


draw = random.Random(20261125)
print("// Written by Tests/Oracles/recovery.py; not to be edited.\n")
print("/// A recovery of a random instance: miss, target, closed, named, open pipeline, pipeline a month, win rate in per cent")
print("/// and cycle in days; then its figures in order, the change of each lever, the share of all four, and the verdict.")
print("typealias RecoveryCase = (")
print("  period: String, inputs: [Int], figures: [Double?], levers: [Double?], share: Double?, verdict: String")
print(")\n")
print("let recoveryCases: [RecoveryCase] = [")
for _ in range(160):
    case = dict(period=draw.choice(list(PERIODS)), miss=draw.randrange(0, 500), target=draw.randrange(100, 1500),
                closed=draw.choice([0, draw.randrange(0, 300)]), named=draw.randrange(0, 600),
                open_pipeline=draw.choice([0, draw.randrange(0, 4000)]),
                pipeline_per_month=draw.randrange(1, 1500), win_rate=draw.randrange(5, 60),
                cycle_days=draw.randrange(1, 120))
    *figures, levers, share, verdict = solved(case)
    if share is not None and abs(share - 0.2) < 1e-6:
        continue
    inputs = ", ".join(str(value) for key, value in case.items() if key != "period")
    print(f'  (\n    "{case["period"]}", [{inputs}],')
    print(f"    [{', '.join(map(text, figures))}],")
    print(f"    [{', '.join(map(text, levers))}],")
    print(f'    {text(share)}, "{verdict}"\n  ),')
print("]")
