#!/usr/bin/env python3
"""Times `revops forecast simulate` beside numpy on the same deals, in one run: A B A B ...

The answers are compared first. usage: run.py REVOPS [--deals N] [--trials N] [--runs N]
"""
import argparse
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def document(count, trials, has_spread):
    """Deals of many sizes and chances; their weighted sum and a twentieth more is the target."""
    deals = []
    for index in range(count):
        amount = 5_000 + index * 7_919 % 200 * 950
        deal = {"name": f"D{index}", "amount": amount, "probability": (5 + index * 104_729 % 90) / 100}
        if has_spread:
            deal |= {"low": amount * 0.7, "high": amount * 1.15}
        deals.append(deal)
    target = round(1.05 * sum(deal["amount"] * deal["probability"] for deal in deals))
    return {"forecast": {"target": target, "trials": trials, "deals": deals}}


def once(command):
    """What a command prints, the seconds it takes and those of the processors."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(done.stdout), wall, cpu


def compare(name, ours, theirs, trials):
    """Ends the run where the two disagree by more than chance explains."""
    ours = ours["result"]
    for key in ("p10", "p50", "p90", "mean"):
        if abs(ours[key] / theirs[key] - 1) > 2 / trials**0.5:
            sys.exit(f"{name}: {key} is {ours[key]:.0f} here and {theirs[key]:.0f} by numpy")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revops", help="the executable, best static and stripped")
    parser.add_argument("--deals", type=int, default=200)
    parser.add_argument("--trials", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    revops = str(pathlib.Path(arguments.revops).resolve())
    print(f"{'':<28} {'wall s':>8} {'cpu s':>8} {'numpy wall':>11} {'cpu':>7} {'wall ratio':>11} {'cpu ratio':>10}")
    for name, has_spread in [("amounts that vary, drawn", True), ("fixed amounts, exact", False)]:
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "forecast.json")
            with open(file, "w") as out:
                json.dump(document(arguments.deals, arguments.trials, has_spread), out)
            ours = [revops, "forecast", "simulate", file, "--format", "json", "--as-of", "2026-01-01"]
            theirs = [sys.executable, str(HERE / "numpy_trials.py"), file, str(arguments.trials)]
            if not has_spread:
                theirs.append("fixed")
            compare(name, once(ours)[0], once(theirs)[0], arguments.trials)
            seen = [(once(ours)[1:], once(theirs)[1:]) for _ in range(arguments.runs)]
        columns = [statistics.median(pair[who][what] for pair in seen) for who in (0, 1) for what in (0, 1)]
        ratios = [statistics.median(a[what] / b[what] for a, b in seen) for what in (0, 1)]
        print(
            f"{name:<28} {columns[0]:>8.3f} {columns[1]:>8.3f} {columns[2]:>11.2f} {columns[3]:>7.2f}"
            f" {ratios[0]:>11.3f} {ratios[1]:>10.3f}"
        )


if __name__ == "__main__":
    main()
