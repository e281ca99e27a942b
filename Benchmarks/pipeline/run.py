#!/usr/bin/env python3
"""Times `revops pipeline health` by owner, hygiene's figures among its own, beside one DuckDB query that computes them.

The figures of every owner are compared first; then the runs alternate. Both print CSV; the JSON of revops also holds the
SHA-256 of every file read, and `pipeline hygiene` lists faults deal by deal. usage: run.py REVOPS CSV [--runs N]
"""

import argparse
import csv
import io
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent

WORKSPACE = """company: {{as_of: 2026-06-30}}
data: {{opportunities: {csv}}}
pipeline:
  period: 2026-Q2
  stages:
    Prospecting: {{probability: 10%}}
    Qualification: {{probability: 10%}}
    Needs Analysis: {{probability: 20%}}
    Value Proposition: {{probability: 50%}}
    Proposal/Price Quote: {{probability: 75%}}
    Negotiation/Review: {{probability: 90%}}
    Closed Won: {{outcome: won}}
    Closed Lost: {{outcome: lost}}
  hygiene: {{required: [amount, close_date, next_step], stale_days: 14}}
"""


def once(command):
    """What a command prints, its seconds, those of the processors, and its peak memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return output, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def flat(group):
    """The figures of an owner by their last key."""
    return {key: figure for part in group.values() if isinstance(part, dict) for key, figure in part.items()}


def compare(health, theirs):
    """Ends the run where a figure of an owner, or of all, is not the peer's."""
    health = json.loads(health)["result"]
    groups = {group["group"]: flat(group) for group in health["owners"]} | {"TOTAL": flat(health)}
    rows = {row.pop("owner"): row for row in csv.DictReader(io.StringIO(theirs))}
    compared = 0
    for owner, row in rows.items():
        for key, text in row.items():
            if key not in groups.get(owner, {}) or text in ("", "nan"):  # both say that there is none
                continue
            compared += 1
            figure = groups[owner][key]
            if figure is None or abs(figure - float(text)) > 1e-9 * max(1, abs(float(text))):
                sys.exit(f"{key} of {owner} is {figure} here and {text} by DuckDB")
    print(f"{compared} figures of {len(rows) - 1} owners and all agree\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revops", help="the executable, best static and stripped")
    parser.add_argument("csv", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    file = arguments.csv.resolve()
    workspace = file.with_suffix(".yaml")
    workspace.write_text(WORKSPACE.format(csv=file.name))
    def command(*words):
        return [arguments.revops, "pipeline", *words[:1], str(workspace), "--by", "owner", *words[1:]]

    commands = {
        "health": command("health", "--format", "csv"),
        "health, JSON": command("health", "--format", "json"),
        "hygiene": command("hygiene", "--format", "csv", "--section", "owners", "--limit", "20"),
        "DuckDB": [sys.executable, str(HERE / "duckdb_peer.py"), str(file), "2"],
    }
    compare(once(commands["health, JSON"])[0], once(commands["DuckDB"])[0])
    seen = {name: [] for name in commands}
    for _ in range(arguments.runs):
        for name, command in commands.items():
            seen[name].append(once(command)[1:])
    print("| command | wall s | cpu s | peak MiB | wall ratio | cpu ratio | memory ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, runs in seen.items():
        wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
        ratios = [statistics.median(a[i] / b[i] for a, b in zip(runs, seen["DuckDB"])) for i in range(3)]
        print(f"| {name} | {wall:.3f} | {cpu:.3f} | {memory:.0f} | " + " | ".join(f"{x:.3f}" for x in ratios) + " |")


if __name__ == "__main__":
    main()
