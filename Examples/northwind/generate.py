#!/usr/bin/env python3
"""Writes the data files of the Northwind Cloud example: the same bytes on every machine for one seed.

    python3 generate.py [FOLDER] [--seed 12]

Northwind Cloud is made up: a B2B SaaS company of about $12M ARR on 2026-10-31, the end of the third
quarter of its fiscal year 2027 (February to January). The files agree with one another: a won
opportunity becomes a subscription and a credit, a lead that converts is the source of an opportunity.
Its flaws are meant: duplicate accounts, lost deals without a reason, open deals past their close date
or without a next step, slow lead routing, a forecast that runs high, two people who sandbag.
Standard library only.
"""
import argparse
import csv
import os
import random
from datetime import date, datetime, timedelta

AS_OF = date(2026, 10, 31)
FIRST = date(2025, 5, 1)
ARR_GOAL = 12_000_000
SNAPSHOTS = [date(2026, 8, 1), date(2026, 9, 30), date(2026, 10, 24)]

STAGES = ["Opportunity Created", "Discovery", "Proposal", "Negotiation"]
SEGMENTS = {
    # acv low, mode, high; win rate; cycle days; employees; share of opportunities
    "Enterprise": dict(acv=(55_000, 92_000, 240_000), win=0.19, cycle=118, staff=(1000, 9000), share=0.20),
    "Mid-Market": dict(acv=(18_000, 34_000, 70_000), win=0.22, cycle=74, staff=(100, 999), share=0.45),
    "SMB": dict(acv=(6_000, 11_000, 20_000), win=0.25, cycle=38, staff=(10, 99), share=0.35),
}
STAGE_PROBABILITY = {"Opportunity Created": 0.10, "Discovery": 0.25, "Proposal": 0.50, "Negotiation": 0.75}
STAGE_CATEGORY = {"Opportunity Created": "pipeline", "Discovery": "pipeline", "Proposal": "best_case", "Negotiation": "commit"}
REPS = [
    # id, name, role, segment, region, manager, start, end, quota, ote
    ("R01", "Alma Reyes", "AE", "Enterprise", "Americas", "M01", "2022-03-01", "", 900_000, 260_000),
    ("R02", "Jonas Weber", "AE", "Enterprise", "EMEA", "M01", "2023-06-01", "", 900_000, 250_000),
    ("R03", "Priya Nair", "AE", "Enterprise", "Americas", "M01", "2026-03-01", "", 900_000, 250_000),
    ("R04", "Ben Carter", "AE", "Mid-Market", "Americas", "M01", "2021-11-01", "2027-06-30", 700_000, 180_000),
    ("R05", "Chloe Martin", "AE", "Mid-Market", "EMEA", "M02", "2024-02-01", "", 700_000, 170_000),
    ("R06", "Diego Santos", "AE", "Mid-Market", "Americas", "M02", "2025-08-01", "", 700_000, 170_000),
    ("R07", "Erin Walsh", "AE", "SMB", "Americas", "M02", "2024-09-01", "", 480_000, 120_000),
    ("R08", "Farid Haddad", "AE", "SMB", "EMEA", "M02", "2026-01-15", "", 480_000, 115_000),
    ("R09", "Gina Rossi", "AE", "SMB", "Americas", "M02", "2023-01-01", "2026-05-31", 480_000, 120_000),
    ("M01", "Helen Park", "Manager", "", "Americas", "V01", "2021-05-01", "", 3_100_000, 290_000),
    ("M02", "Ivan Petrov", "Manager", "", "EMEA", "V01", "2023-09-01", "", 2_500_000, 270_000),
    ("V01", "Laura Stein", "VP Sales", "", "Americas", "", "2022-08-01", "", 5_200_000, 380_000),
    ("S01", "Kofi Mensah", "SDR", "Mid-Market", "Americas", "M02", "2025-02-01", "", 0, 80_000),
    ("S02", "Mei Lin", "SDR", "Enterprise", "Americas", "M01", "2024-06-01", "", 0, 82_000),
    ("S03", "Noah Fischer", "SDR", "Mid-Market", "EMEA", "M02", "2026-02-01", "", 0, 76_000),
    ("C01", "Olga Novak", "CSM", "Enterprise", "EMEA", "V01", "2022-01-01", "", 0, 120_000),
    ("C02", "Pete Hansen", "CSM", "Mid-Market", "Americas", "V01", "2023-04-01", "", 0, 105_000),
    ("C03", "Quinn Adler", "CSM", "SMB", "Americas", "V01", "2025-01-01", "", 0, 95_000),
]
SOURCES = [("Inbound", 0.30), ("Outbound", 0.28), ("Partner", 0.14), ("Event", 0.12), ("Paid Search", 0.16)]
CHANNELS = ["Paid Search", "Organic Search", "Webinar", "Event", "Email", "Outbound", "Partner", "Direct"]
INDUSTRIES = ["Manufacturing", "Logistics", "Healthcare", "Financial Services", "Retail", "Software", "Energy"]
LOSS = ["Price", "No decision", "Competitor", "Missing feature", "Timing", "Lost budget"]
COMPETITORS = ["Corvane", "Stackwell", "Brightpath", "In-house"]
FIRST_WORDS = ["Alder", "Birch", "Cobalt", "Delta", "Ember", "Fjord", "Granite", "Harbor", "Iris", "Juniper", "Keystone",
               "Lumen", "Meridian", "Nimbus", "Onyx", "Pioneer", "Quartz", "Ridge", "Summit", "Tidal", "Umbra", "Vertex",
               "Willow", "Zephyr", "Aurora", "Beacon", "Cascade", "Drift", "Evergreen", "Falcon"]
SECOND_WORDS = ["Systems", "Logistics", "Foods", "Health", "Capital", "Energy", "Retail", "Works", "Labs", "Freight",
                "Packaging", "Mutual", "Robotics", "Outfitters", "Materials"]
SUFFIX = ["Inc", "LLC", "GmbH", "Ltd", "SA", "Corp"]


def pick(r, weighted):
    x = r.random()
    for value, share in weighted:
        x -= share
        if x < 0:
            return value
    return weighted[-1][0]


def money(r, acv):
    return int(round(r.triangular(acv[0], acv[2], acv[1]), -2))


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        w.writerows(rows)


def make_accounts(r):
    names, accounts = set(), []
    while len(accounts) < 520:
        name = f"{r.choice(FIRST_WORDS)} {r.choice(SECOND_WORDS)}"
        if name in names:
            name = f"{name} {r.choice(['North', 'West', 'Group', 'Europe', 'Partners'])}"
            if name in names:
                continue
        names.add(name)
        segment = pick(r, [(k, v["share"]) for k, v in SEGMENTS.items()])
        region = "EMEA" if r.random() < 0.34 else "Americas"
        staff = SEGMENTS[segment]["staff"]
        accounts.append(dict(
            id=f"A{len(accounts) + 1:04d}", name=f"{name} {r.choice(SUFFIX)}",
            domain=name.lower().replace(" ", "") + (".eu" if region == "EMEA" else ".com"),
            industry=r.choice(INDUSTRIES), employees=r.randrange(*staff), segment=segment, region=region,
            country=r.choice(["DE", "FR", "GB", "NL"]) if region == "EMEA" else r.choice(["US", "US", "US", "CA"]),
            icp_tier=pick(r, [("A", 0.22), ("B", 0.38), ("C", 0.28), ("D", 0.12)]), created=FIRST - timedelta(days=r.randrange(900))))
    # about one account in thirty stands in the CRM twice, spelled another way
    for twin in r.sample(accounts, 18):
        stem = twin["name"].rsplit(" ", 1)[0]
        accounts.append(dict(twin, id=f"A{len(accounts) + 1:04d}", name=r.choice([stem, stem.upper(), stem + ", Inc."]),
                             created=twin["created"] + timedelta(days=120)))
    return accounts


def owner_for(r, segment, region, day):
    def active(rep):
        return rep[6] <= day.isoformat() and (not rep[7] or rep[7] >= day.isoformat())
    fits = [x for x in REPS if x[2] == "AE" and x[3] == segment and active(x)]
    near = [x for x in fits if x[4] == region]
    return r.choice(near or fits)


def make_opportunities(r, accounts):
    opps, history, day, number = [], [], FIRST - timedelta(days=60), 0
    while day < AS_OF:
        for _ in range(1 if r.random() < 0.60 else 0 if r.random() < 0.35 else 2):
            account = r.choice(accounts)
            seg = SEGMENTS[account["segment"]]
            number += 1
            oid = f"OPP-{number:05d}"
            rep = owner_for(r, account["segment"], account["region"], day)
            source = pick(r, SOURCES)
            win = seg["win"] * {"Partner": 1.5, "Inbound": 1.15, "Paid Search": 0.65}.get(source, 1.0)
            win *= {"A": 1.3, "B": 1.05, "C": 0.8, "D": 0.5}[account["icp_tier"]]
            won = r.random() < win
            cycle = max(9, int(r.gauss(seg["cycle"], seg["cycle"] * 0.35)))
            depth = 4 if won else pick(r, [(1, 0.34), (2, 0.31), (3, 0.22), (4, 0.13)])
            cuts = sorted(r.random() for _ in range(depth - 1))
            starts = [day] + [day + timedelta(days=int(c * cycle)) for c in cuts]
            end = day + timedelta(days=cycle)
            amount = money(r, seg["acv"])
            reached = [(s, d) for s, d in zip(STAGES, starts) if d <= AS_OF]
            for stage, entered in reached:
                history.append((oid, stage, entered.isoformat(), amount))
            closed = end <= AS_OF
            stage = ("Closed Won" if won else "Closed Lost") if closed else reached[-1][0]
            if closed:
                history.append((oid, stage, end.isoformat(), amount))
            pushes = pick(r, [(0, 0.55), (1, 0.25), (2, 0.13), (3, 0.07)])
            expected = end - timedelta(days=pushes * 24) if not closed else end
            close = end if closed else max(expected, day + timedelta(days=10))
            if not closed and r.random() < 0.10:
                close = AS_OF - timedelta(days=r.randrange(3, 75))  # nobody moved the date
            last = end if closed else AS_OF - timedelta(days=int(r.expovariate(1 / 11)))
            last = max(last, reached[-1][1])
            category = STAGE_CATEGORY.get(stage, "closed")
            if not closed and r.random() < 0.12:
                category = r.choice(["upside", "best_case", "commit"])
            has_next = not closed and r.random() < 0.81
            discount = round(max(0.0, r.gauss(0.11, 0.07)), 2)
            opps.append(dict(
                id=oid, name=f"{account['name']} - {'Platform' if r.random() < 0.7 else 'Analytics'}", account=account,
                rep=rep, source=source, type="new", stage=stage, amount=amount, created=day, close=close,
                expected=expected, last=last, next=r.choice(["Security review", "Pricing call", "Legal redlines", "Demo for finance",
                                                              "Champion check-in"]) if has_next else "",
                next_date=(AS_OF + timedelta(days=r.randrange(-12, 21))).isoformat() if has_next else "",
                category=category, probability=1.0 if stage == "Closed Won" else 0.0 if closed else STAGE_PROBABILITY[stage],
                closed=closed, won=won and closed, end=end if closed else None,
                reason="" if not closed or won or r.random() < 0.14 else r.choice(LOSS),
                competitor=r.choice(COMPETITORS) if r.random() < 0.45 else "", pushes=pushes if not closed else min(pushes, 2),
                entered=reached[-1][1] if not closed else end, contacts=pick(r, [(1, 0.36), (2, 0.28), (3, 0.2), (5, 0.16)]),
                discount=min(discount, 0.4)))
        day += timedelta(days=1)
    return opps, history


def history_rows(r, opps, history):
    """What the CRM logged of each deal: a row for every stage it came into and for every time its close date was moved out.

    A deal is first due 24 days earlier for each push, give or take; the row of its end has the day it closed. The
    forecast category follows the stage, but for one judgement in eight, and ends as the opportunity has it.
    """
    entries, rows = {}, []
    for oid, stage, entered, _ in history:
        entries.setdefault(oid, []).append((date.fromisoformat(entered), stage))
    for o in opps:
        end = o["end"] or AS_OF + timedelta(days=1)
        due = o["close"] - timedelta(days=24 * o["pushes"])
        if o["closed"]:
            due += timedelta(days=r.randrange(-12, 13))
        due = max(due, o["created"] + timedelta(days=10))
        moves = []
        for _ in range(o["pushes"]):
            day = due - timedelta(days=r.randrange(1, 5))
            if day <= o["created"] or day >= min(end, o["last"]):
                break
            due += timedelta(days=24)
            moves.append((day, due))
        if not o["closed"] and due != o["close"]:
            moves.append((o["last"], o["close"]))
        stage, category = None, ""
        close = (moves[0][1] if moves else due) - timedelta(days=24 if moves else 0)
        for day, entered, moved in sorted([(d, s, None) for d, s in entries[o["id"]]] + [(d, None, c) for d, c in moves],
                                          key=lambda x: (x[0], x[1] is None)):
            if entered:
                stage = entered
                category = STAGE_CATEGORY.get(stage, "closed")
                if stage in STAGE_CATEGORY and r.random() < 0.12:
                    category = r.choice(["upside", "best_case", "commit"])
                if stage == o["stage"]:
                    category = o["category"]
                close = max(close, day + timedelta(days=3)) if stage in STAGE_CATEGORY else o["close"]
            else:
                close = moved
            row = (o["id"], stage, day.isoformat(), o["amount"], close.isoformat(), category)
            if rows and rows[-1][:3] == row[:3]:
                rows.pop()  # one row a day and stage: nothing says which of two came first
            rows.append(row)
    return rows


def make_subscriptions(r, accounts, opps):
    """Customers from before the opportunities, then one a won deal; change rows for growth, shrinkage and churn."""
    rows, customers = [], []
    early = r.sample(accounts[:520], 185)
    for account in early:
        start = FIRST - timedelta(days=r.randrange(30, 1000))
        customers.append([account, start, money(r, SEGMENTS[account["segment"]]["acv"])])
    taken = {a["id"] for a in early}
    for o in opps:
        if o["won"] and o["account"]["id"] not in taken:
            taken.add(o["account"]["id"])
            customers.append([o["account"], o["end"] + timedelta(days=1), o["amount"]])
        elif o["won"]:
            o["type"] = "expansion"
    live = []
    for account, start, arr in customers:
        events, day, current = [("new", start, arr)], start, arr
        while True:
            day = date(day.year + 1, day.month, min(day.day, 28))
            if day > AS_OF:
                break
            x = r.random()
            risk = {"SMB": 0.21, "Mid-Market": 0.10, "Enterprise": 0.05}[account["segment"]]
            if x < risk:
                events.append(("churn", day, 0))
                current = 0
                break
            if x < risk + 0.06:
                current = int(round(current * r.uniform(0.6, 0.9), -2))
                events.append(("contraction", day, current))
            elif x < risk + 0.34:
                current = int(round(current * r.uniform(1.08, 1.45), -2))
                events.append(("expansion", day, current))
        live.append((account, events, current))
    total = sum(c for _, _, c in live)
    scale = ARR_GOAL / total
    for account, events, _ in live:
        previous = 0
        for kind, day, arr in events:
            value = int(round(arr * scale, -1))
            rows.append((account["id"], account["name"], "Platform", kind, day.isoformat(), value, value - previous,
                         account["segment"], account["industry"], account["region"]))
            previous = value
    rows.sort(key=lambda x: (x[4], x[0]))
    return rows, {a["id"]: int(round(c * scale, -1)) for a, _, c in live}


def make_leads(r, accounts, opps):
    rows, number = [], 0
    for o in opps:
        if o["type"] == "new" and o["source"] in ("Inbound", "Paid Search", "Event") and o["created"] >= FIRST:
            number += 1
            rows.append(lead(r, number, o["account"], o["source"], o["created"], o))
    day = FIRST
    while day <= AS_OF:
        for _ in range(r.randrange(1, 5)):
            number += 1
            rows.append(lead(r, number, r.choice(accounts), pick(r, SOURCES), day, None))
        day += timedelta(days=1)
    rows.sort(key=lambda x: (x[5], x[0]))
    return rows


def lead(r, number, account, source, day, opp):
    stamp = datetime(day.year, day.month, day.day, r.randrange(7, 20), r.randrange(60))
    known = stamp - timedelta(days=r.randrange(3, 40)) if opp else stamp
    reached = 5 if opp else pick(r, [(1, 0.62), (2, 0.24), (3, 0.14)])
    score = r.randrange(50, 98) if reached > 1 else r.randrange(5, 55)
    mql = known + timedelta(hours=r.randrange(1, 90)) if reached > 1 else None
    routed = mql + timedelta(minutes=int(r.expovariate(1 / 44)) + 1) if mql else None
    sal = routed + timedelta(hours=r.expovariate(1 / 7.0)) if routed and reached > 2 else None
    sql = sal + timedelta(days=r.randrange(1, 9)) if sal and (opp or r.random() < 0.3) else None
    opened = datetime(day.year, day.month, day.day, 12) if opp else None
    if opened:
        gap = (opened - known) / 5
        mql, sal, sql = known + gap, known + 2 * gap, known + 3 * gap
        routed = mql + timedelta(minutes=int(r.expovariate(1 / 44)) + 1)
    rejected = "" if reached != 2 else r.choice(["Wrong ICP", "Bad contact info", "Not decision maker", "Duplicate", ""])

    def text(x):
        return x.strftime("%Y-%m-%dT%H:%M") if x else ""
    return (f"L{number:05d}", f"contact{number}@{account['domain']}", account["id"], source, score, text(known), text(mql), text(routed),
            text(sal), text(sql), text(opened), opp["id"] if opp else "", rejected, account["employees"], account["icp_tier"])


def make_touches(r, opps):
    rows = []
    for o in opps:
        count = r.randrange(1, 8)
        days = sorted(r.randrange(0, 75) for _ in range(count))
        start = o["created"] - timedelta(days=days[-1])
        for i, d in enumerate(days):
            milestone = "first" if i == 0 else "lead" if i == count // 2 and count > 2 else "opportunity" if i == count - 1 else ""
            channel = o["source"] if i == 0 and o["source"] in CHANNELS else r.choice(CHANNELS)
            rows.append((o["id"], o["account"]["id"], channel, (start + timedelta(days=d)).isoformat(), milestone))
    return rows


def make_credits(opps, churned):
    rows = []
    for o in opps:
        if o["won"]:
            share = 1.0 if o["amount"] < 90_000 else 0.8
            rows.append((o["id"], o["rep"][0], f"{share:g}", o["amount"], o["type"], o["end"].isoformat(), churned.get(o["account"]["id"], "")))
            if share < 1:
                rows.append((o["id"], "R04" if o["rep"][0] != "R04" else "R01", "0.2", o["amount"], o["type"], o["end"].isoformat(), ""))
    return rows


def make_forecasts(r, opps):
    """Each AE's monthly call, made in the month's first week; most run high, two sandbag."""
    rows, month = [], date(2025, 11, 1)
    lean = {"R01": 0.82, "R04": 0.78, "R02": 1.16, "R05": 1.22, "R06": 1.35, "R07": 1.08, "R08": 1.30, "R03": 1.25, "R09": 1.12}
    while month <= AS_OF:
        following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
        for rep in REPS:
            if rep[2] != "AE" or rep[6] > month.isoformat() or (rep[7] and rep[7] < month.isoformat()):
                continue
            actual = sum(o["amount"] for o in opps if o["won"] and o["rep"] is rep and month <= o["end"] < following)
            basis = actual or rep[8] / 24
            call = int(round(basis * lean[rep[0]] * r.uniform(0.88, 1.14), -3))
            rows.append((rep[0], month.strftime("%Y-%m"), (month + timedelta(days=4)).isoformat(), int(call * 0.7), call, int(call * 1.35), actual))
        month = following
    ahead = random.Random(11)  # a generator of its own, so that the other tables stay as they are
    for rep in REPS:
        if rep[2] == "AE" and not (rep[7] and rep[7] < month.isoformat()):
            call = int(round(rep[8] / 24 * ahead.uniform(0.8, 1.6), -3))
            rows.append((rep[0], month.strftime("%Y-%m"), "2026-10-30", int(call * 0.7), call, int(call * 1.35), ""))
    return rows


def opportunity_row(o):
    a = o["account"]
    return (o["id"], o["name"], a["name"], a["id"], o["rep"][1], o["rep"][5], a["segment"], a["region"], o["source"], o["type"], o["stage"],
            o["amount"], "USD", o["created"].isoformat(), o["close"].isoformat(), o["expected"].isoformat(), o["last"].isoformat(), o["next"],
            o["next_date"], o["category"], f"{o['probability']:g}", str(o["closed"]).lower(), str(o["won"]).lower(),
            o["end"].isoformat() if o["end"] else "", o["reason"], o["competitor"], o["pushes"], o["entered"].isoformat(), a["icp_tier"],
            o["contacts"], f"{o['discount']:g}")


OPPORTUNITY_HEADER = ["id", "name", "account", "account_id", "owner", "manager", "segment", "region", "source", "type", "stage", "amount",
                      "currency", "created_date", "close_date", "expected_close_date", "last_activity_date", "next_step", "next_step_date",
                      "forecast_category", "probability", "is_closed", "is_won", "closed_date", "loss_reason", "competitor", "push_count",
                      "stage_entered_date", "icp_tier", "contacts", "discount"]


def snapshot_rows(r, opps, history, day):
    """What the CRM said on a day: deals that existed then, at the stage they had, some still on their older close date."""
    rows, stages = [], {}
    for oid, stage, entered, _ in history:
        if entered <= day.isoformat():
            stages[oid] = stage
    for o in opps:
        if o["created"] <= day and not (o["end"] and o["end"] <= day):
            close = o["close"] - timedelta(days=24) if r.random() < 0.2 else o["close"]
            amount = int(round(o["amount"] * r.choice([1, 1, 1, 1, 0.9, 1.15]), -2))
            stage = stages[o["id"]]
            rows.append((day.isoformat(), o["id"], o["rep"][1], o["account"]["segment"], stage, amount, max(close, day).isoformat(),
                         o["category"] if not o["closed"] and stage == o["stage"] else STAGE_CATEGORY[stage]))
    return rows


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    p = argparse.ArgumentParser(description="Write the data files of the Northwind Cloud example.")
    p.add_argument("folder", nargs="?", default=os.path.join(here, "data"))
    p.add_argument("--seed", type=int, default=12)
    options = p.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    r = random.Random(options.seed)
    accounts = make_accounts(r)
    opps, history = make_opportunities(r, accounts)
    subscriptions, arr = make_subscriptions(r, accounts, opps)
    opps = [o for o in opps if not o["closed"] or o["end"] >= FIRST]
    kept = {o["id"] for o in opps}
    churned = {row[0]: row[4] for row in subscriptions if row[3] == "churn"}
    out = options.folder
    write(out, "accounts.csv", ["id", "name", "domain", "industry", "employees", "segment", "region", "country", "icp_tier", "created_date", "arr"],
          [(a["id"], a["name"], a["domain"], a["industry"], a["employees"], a["segment"], a["region"], a["country"], a["icp_tier"],
            a["created"].isoformat(), arr.get(a["id"], 0)) for a in accounts])
    write(out, "opportunities.csv", OPPORTUNITY_HEADER, [opportunity_row(o) for o in opps])
    # a generator of its own, so that the other tables stay as they are
    write(out, "stage-history.csv", ["opportunity_id", "stage", "entered_at", "amount", "close_date", "forecast_category"],
          history_rows(random.Random(13), opps, [h for h in history if h[0] in kept]))
    write(out, "leads.csv", ["id", "email", "account_id", "source", "score", "created_date", "mql_date", "routed_at", "sal_date", "sql_date", "opportunity_date",
                             "opportunity_id", "rejection_reason", "employees", "icp_tier"], make_leads(r, accounts, opps))
    write(out, "touches.csv", ["journey", "account_id", "channel", "timestamp", "milestone"], make_touches(r, opps))
    write(out, "subscriptions.csv", ["customer_id", "customer", "product", "type", "start", "arr", "change", "segment", "industry", "region"], subscriptions)
    write(out, "reps.csv", ["id", "name", "role", "segment", "region", "manager", "start_date", "end_date", "quota", "ote"], REPS)
    write(out, "credits.csv", ["deal", "rep", "share", "amount", "type", "date", "churned_date"], make_credits(opps, churned))
    write(out, "forecasts.csv", ["person", "period", "called_on", "worst", "forecast", "best", "actual"], make_forecasts(r, opps))
    write(out, "snapshots.csv", ["snapshot_date", "id", "owner", "segment", "stage", "amount", "close_date", "forecast_category"],
          [row for day in SNAPSHOTS for row in snapshot_rows(r, opps, history, day)])


if __name__ == "__main__":
    main()
