"""The peer: trials of deals that are won with a chance and then bring a triangular amount, or all of it, in numpy.

usage: numpy_trials.py DEALS.json TRIALS [fixed]
"""
import json
import sys

import numpy

document = json.load(open(sys.argv[1]))["forecast"]
trials, is_fixed = int(sys.argv[2]), "fixed" in sys.argv
amount, low, high, chance = (
    numpy.array([float(deal.get(key, deal["amount"])) for deal in document["deals"]])
    for key in ("amount", "low", "high", "probability")
)
random = numpy.random.default_rng(1)
turn = (amount - low) / (high - low) if not is_fixed else None
totals = numpy.empty(trials)
for start in range(0, trials, 2_000):
    size = (min(2_000, trials - start), len(amount))
    won = random.random(size) < chance
    if is_fixed:
        brought = amount
    else:
        share = random.random(size)
        below = low + numpy.sqrt(share * (high - low) * (amount - low))
        above = high - numpy.sqrt((1 - share) * (high - low) * (high - amount))
        brought = numpy.where(share < turn, below, above)
    totals[start : start + size[0]] = (won * brought).sum(axis=1)
p10, p50, p90 = numpy.quantile(totals, [0.1, 0.5, 0.9])
reached = (totals >= document["target"]).mean()
print(json.dumps({"p10": p10, "p50": p50, "p90": p90, "mean": totals.mean(), "probability_of_target": reached}))
