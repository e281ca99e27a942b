#!/usr/bin/env python3
"""Makes one configuration-like document as YAML and as JSON, the same for the same seed.

usage: generate.py FOLDER [--megabytes N] [--seed N]
"""
import argparse
import json
import pathlib
import random

STAGES = ["Discovery", "Qualified", "Proposal", "Negotiation", "Closed Won", "Closed Lost"]
WORDS = "renewal expansion pricing security legal champion budget pilot seats rollout migration review".split()


def record(number, pick):
    """One deal with what plan files hold: names, amounts, rates, dates, lists, nesting, a comment's worth of text."""
    return {
        "id": f"opp-{number:06d}",
        "name": f"{pick.choice(WORDS).title()} & {pick.choice(WORDS)} #{number}",
        "stage": pick.choice(STAGES),
        "amount": pick.randrange(5_000, 400_000),
        "probability": round(pick.random(), 3),
        "close_date": f"2026-{pick.randrange(1, 13):02d}-{pick.randrange(1, 29):02d}",
        "is_new_logo": pick.random() < 0.5,
        "next_step": " ".join(pick.choice(WORDS) for _ in range(8)),
        "owner": {"name": f"rep {pick.randrange(40)}", "region": pick.choice(["NA", "EMEA", "APAC"])},
        "tags": [pick.choice(WORDS) for _ in range(3)],
        "quoted": f"a \"{pick.choice(WORDS)}\": with # and \n a line end",
        "lost_to": None,
    }


def scalar(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    plain = value.replace(" ", "").replace("-", "").isalnum() and not value[0].isdigit()
    return value if plain else json.dumps(value)


def yaml_lines(value, indent):
    """The document in block style, as a person would write it."""
    space = "  " * indent
    for key, item in value.items():
        if isinstance(item, dict):
            yield f"{space}{key}:"
            yield from yaml_lines(item, indent + 1)
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            yield f"{space}{key}:"
            for entry in item:
                lines = list(yaml_lines(entry, indent + 2))
                yield f"{space}  - {lines[0].strip()}"
                yield from lines[1:]
        elif isinstance(item, list):
            yield f"{space}{key}: [{', '.join(scalar(part) for part in item)}]"
        else:
            yield f"{space}{key}: {scalar(item)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    pick = random.Random(arguments.seed)
    size, deals = 0, []
    while size < arguments.megabytes * 1e6:
        deals.append(record(len(deals), pick))
        size += 400
    document = {"company": {"name": "Bench", "currency": "USD"}, "deals": deals}
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with open(arguments.folder / "document.yaml", "w") as file:
        file.writelines(line + "\n" for line in yaml_lines(document, 0))
    (arguments.folder / "document.json").write_text(json.dumps(document, indent=2) + "\n")
    (arguments.folder / "compact.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
