#!/usr/bin/env python3
"""Times how fast YAML and JSON are read and written again as JSON, revops beside its peers, in one run.

usage: run.py REVOPS DATA [--runs N]

Each peer is a process that reads the file and writes JSON, so that start-up and output count for all; a
peer's own reading time, without start and output, is printed beside it.
"""
import argparse
import json
import pathlib
import resource
import statistics
import shutil
import subprocess
import sys
import tempfile
import time

PEERS = {
    "PyYAML CSafeLoader": ("yaml", "import yaml; load = lambda b: yaml.load(b, Loader=yaml.CSafeLoader)"),
    "orjson": ("json", "import orjson; load = orjson.loads"),
    "Python json": ("json", "import json; load = json.loads"),
}
BODY = """
import sys, time
{load}
data = open(sys.argv[1], 'rb').read()
start = time.perf_counter()
value = load(data)
print(time.perf_counter() - start, file=sys.stderr)
try:
    import orjson
    sys.stdout.buffer.write(orjson.dumps(value, default=str))
except ImportError:
    import json
    json.dump(value, sys.stdout, default=str)
"""


def once(command):
    """Seconds from spawn to end, and what the command said of its own reading time."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    took = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{command[0]} failed: {done.stderr}")
    return took, float(done.stderr) if done.stderr else None


def json_decoder(folder):
    """The command of Foundation's JSONDecoder, built on the spot; none without a Swift compiler."""
    source = pathlib.Path(__file__).with_name("json_decoder.swift")
    program = pathlib.Path(folder) / "json_decoder"
    if shutil.which("swiftc") is None:
        print("JSONDecoder: passed over, there is no swiftc")
        return None
    subprocess.run(["swiftc", "-O", str(source), "-o", str(program)], check=True)
    return str(program)


def peers(path, decoder):
    kind = "yaml" if path.suffix == ".yaml" else "json"
    for name, (reads, load) in PEERS.items():
        module = load.split()[1].rstrip(";")
        missing = subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode
        if reads == kind and not missing:
            yield name, [sys.executable, "-c", BODY.format(load=load), str(path)]
        elif reads == kind:
            print(f"{name}: passed over, not installed for {sys.executable}")
    if kind == "json" and decoder:
        yield "JSONDecoder", [decoder, str(path)]


def same(revops, path):
    """Answers first: the JSON of revops holds what Python's reader sees."""
    ours = json.loads(subprocess.run([revops, "convert", "--to", "json", path], capture_output=True).stdout)
    with open(path.with_name("document.json")) as file:
        return ours == json.load(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revops")
    parser.add_argument("data", type=pathlib.Path, help="the folder that generate.py filled")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    revops = str(pathlib.Path(arguments.revops).resolve())
    folder = tempfile.TemporaryDirectory()
    decoder = json_decoder(folder.name)
    for name in ["document.yaml", "document.json", "compact.json"]:
        path = arguments.data / name
        megabytes = path.stat().st_size / 1e6
        if not same(revops, path):
            raise SystemExit(f"{name}: revops reads another value than Python")
        commands = [("revops convert", [revops, "convert", "--to", "json", str(path)]), *peers(path, decoder)]
        times = {label: [] for label, _ in commands}
        own = {label: [] for label, _ in commands}
        for _ in range(arguments.runs):
            for label, command in commands:
                took, reading = once(command)
                times[label].append(took)
                own[label].append(reading)
        print(f"\n{name}, {megabytes:.1f} MB, median of {arguments.runs}")
        for label, _ in commands:
            took = statistics.median(times[label])
            line = f"  {label:<20} {took:7.3f} s  {megabytes / took:7.1f} MB/s whole process"
            if own[label][0] is not None:
                line += f"  {megabytes / statistics.median(own[label]):7.1f} MB/s reading alone"
            print(line)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\npeak memory of the largest process: {peak:.0f} MiB")


if __name__ == "__main__":
    main()
