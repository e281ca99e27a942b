#!/usr/bin/env python3
"""Times what-ifs over the example workspace, whole processes, in one run: A B C A B C ...

A tornado over 40 inputs, a table of 20 scenarios, a goal seek and a grid, beside one plain run of the plan, which says
what starting and reading the files cost.

usage: run.py REVOPS [--runs N]
"""
import argparse
import os
import pathlib
import statistics
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]

INPUTS = [
    "plan.current_arr", "plan.targets.new_business", "plan.targets.expansion", "plan.assumptions.gross_churn_rate",
    "plan.assumptions.avg_new_deal_size", "plan.assumptions.new_win_rate", "plan.assumptions.avg_sales_cycle_new",
    "plan.assumptions.sql_to_opp_rate", "plan.assumptions.mql_to_sql_rate", "plan.supply.mqls_per_month",
]
RANGES = ["-10%..+10%", "-5%..+5%", "-20%..+20%", "x0.7..x1.2"]


def commands(revops):
    tornado = [revops, "plan", "sensitivity"]
    for path in INPUTS:
        for text in RANGES:
            tornado += ["--input", f"{path}={text}"]
    scenarios = [revops, "plan", "scenarios"]
    for index in range(20):
        change = f"plan.assumptions.new_win_rate=x{1 + index / 100}, plan.supply.mqls_per_month=+{index}"
        scenarios += ["--scenario", f"Case {index}: {change}, plan.assumptions.gross_churn_rate=+0.{index}pts"]
    goal = ["--goal", "plan.binding_gap <= 0"]
    solve = [revops, "plan", "solve", "--for", "plan.supply.mqls_per_month"] + goal
    grid = [revops, "plan", "solve", "--for", "plan.assumptions.new_win_rate=18%..26%", "--for",
            "plan.supply.mqls_per_month=200..320"] + goal
    return [
        ("plan", [revops, "plan"]), ("tornado over 40 inputs", tornado), ("20 scenarios", scenarios),
        ("goal seek", solve), ("grid of 5 by 5", grid),
    ]


def once(command, sink):
    """Seconds from spawn to end."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, sink, 1)])
    _, status = os.waitpid(pid, 0)
    took = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revops", help="the executable, best static and stripped")
    parser.add_argument("--runs", type=int, default=50)
    arguments = parser.parse_args()
    rows = commands(str(pathlib.Path(arguments.revops).resolve()))
    os.chdir(ROOT / "Examples/northwind")
    sink = os.open(os.devnull, os.O_WRONLY)
    times = [[once(command, sink)] for _, command in rows]
    for seen in times:
        seen.clear()
    for _ in range(arguments.runs):
        for (_, command), seen in zip(rows, times):
            seen.append(once(command, sink))
    print(f"{'command':<24} {'median ms':>10} {'min':>8} {'max':>8}")
    for (name, _), seen in zip(rows, times):
        print(f"{name:<24} {statistics.median(seen) * 1e3:>10.2f} {min(seen) * 1e3:>8.2f} {max(seen) * 1e3:>8.2f}")


if __name__ == "__main__":
    main()
