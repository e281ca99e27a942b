#!/usr/bin/env python3
"""Times the start of revops beside jq, in one run: A B C A B C ...

usage: run.py REVOPS [--runs N]
"""
import argparse
import os
import pathlib
import shutil
import statistics
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def once(command, folder, sink):
    """Seconds from spawn to end."""
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, sink, 1)])
    _, status = os.waitpid(pid, 0)
    took = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command)} in {folder} failed")
    return took


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revops", help="the executable, best static and stripped")
    parser.add_argument("--runs", type=int, default=100)
    arguments = parser.parse_args()
    revops = str(pathlib.Path(arguments.revops).resolve())
    jq = shutil.which("jq") or raise_missing()
    commands = [[jq, "--version"], [revops, "--version"], [revops, "--help"]]
    example = ROOT / "Examples/northwind"
    if (example / "revops.yaml").exists():
        os.chdir(example)
        commands.append([revops, "audit"])
    sink = os.open(os.devnull, os.O_WRONLY)
    times = [[] for _ in commands]
    for command in commands:
        once(command, example, sink)
    for _ in range(arguments.runs):
        for command, seen in zip(commands, times):
            seen.append(once(command, example, sink))
    print(f"{'command':<20} {'median ms':>10} {'min':>8} {'max':>8} {'to jq':>7}")
    for command, seen in zip(commands, times):
        name = f"{pathlib.Path(command[0]).name} {' '.join(command[1:])}"
        ratio = statistics.median(a / b for a, b in zip(seen, times[0]))
        row = [statistics.median(seen), min(seen), max(seen)]
        print(f"{name:<20} {row[0] * 1e3:>10.2f} {row[1] * 1e3:>8.2f} {row[2] * 1e3:>8.2f} {ratio:>7.2f}")


def raise_missing():
    raise SystemExit("jq is not installed")


if __name__ == "__main__":
    main()
