"""Writes an export of opportunities as a CRM would, the same for the same arguments.

usage: generate.py FOLDER [--rows 1000000] [--seed 1]

About 190 bytes a row. Some names and next steps hold commas, quotes and line breaks; some cells are empty; some
deals stand there twice. All days are seen from 2026-06-30.
"""

import argparse
import datetime
import itertools
import pathlib
import random

HEADER = ("id,name,account,owner,segment,source,stage,amount,created_date,close_date,last_activity_date,next_step,"
          "next_step_date,forecast_category,is_closed,is_won,loss_reason,competitor,push_count,stage_entered_date,"
          "icp_tier,contacts\n")
TODAY = datetime.date(2026, 6, 30)
BACK, AHEAD = 1500, 420

GIVEN = ["Aiko", "Amara", "Bruno", "Clara", "Dario", "Emeka", "Freya", "Goran", "Hana", "Idris", "Julia", "Kofi",
         "Lena", "Mateo", "Nadia", "Oskar", "Pilar", "Rafael", "Selma", "Tomas", "Ursula", "Vikram", "Wanda",
         "Yara", "Zoltan"]
FAMILY = ["Almeida", "Berg", "Conti", "Diallo", "Engel", "Farkas", "Grant", "Holm", "Iyer", "Jansen", "Keller",
          "Lopez", "Marin", "Novak", "Osei", "Park", "Quinn", "Reyes", "Sato", "Toth", "Ueno", "Vega", "Wolf",
          "Yilmaz", "Zeman"]
HEAD = ["Alder", "Basalt", "Cobble", "Dune", "Estuary", "Fathom", "Gale", "Heron", "Isthmus", "Jetty", "Kestrel",
        "Lagoon", "Moraine", "Nimbus", "Osprey", "Prairie", "Quarry", "Ridge", "Sable", "Tidal", "Umbra", "Vale",
        "Wharf", "Yarrow", "Zephyr"]
TRADE = ["Bank", "Biotech", "Builders", "Care", "Dairy", "Electric", "Freight", "Games", "Hotels", "Media",
         "Mining", "Optics", "Paper", "Rail", "Software", "Steel", "Telecom", "Tools", "Water", "Yachts"]
FORM = ["Inc", "LLC", "Ltd", "GmbH", "AG", "SA", "BV", "AB", "Group", "Partners"]
PRODUCT = ["Core", "Core and Add-ons", "Insight", "Seats", "Premium Support", "Data Feed", "Vault", "Gateway"]
KIND = ["new", "renewal", "expansion", "pilot", "upgrade"]
SEGMENT = ["SMB", "Mid-Market", "Enterprise", "Strategic"]
SOURCE = ["Inbound", "Outbound", "Partner", "Event", "Referral", "Paid Search", "Webinar", "Customer"]
STAGES = ["Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Proposal/Price Quote",
          "Negotiation/Review"]
CATEGORY = ["Pipeline", "Pipeline", "Pipeline", "Best Case", "Best Case", "Commit"]
REASON = ["Price", "No decision", "Lost to competitor", "Timing", "Missing feature", "Champion left"]
RIVAL = ["Corvane", "Dealdock", "Funnelry", "Stagecraft", "In-house", "Quotely"]
STEP = ["Send the revised quote", "Demo for IT", "Call the sponsor", "Security questionnaire", "Redlines back",
        "Meet the CFO", "Confirm the start date", "Share the business case", "Agree on the plan"]
COMMAS = ['"Quote, then a call with finance"', '"Demo, pricing, references"', '"Wait for budget, ask again in May"']
QUOTES = ['"She called the price ""final"""', '"Scope of ""phase two"", with dates"']
BREAKS = ['"Notes:\n- price is fine\n- single sign-on open"', '"With legal\nback on Friday"', '"Deck sent,\nno word"']


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    path = options.folder / f"opportunities-{options.rows}.csv"
    with path.open("w", encoding="utf-8", newline="", buffering=1 << 20) as file:
        file.write(HEADER)
        rows = deals(options.rows, random.Random(options.seed).random)
        while block := "".join(itertools.islice(rows, 10_000)):
            file.write(block)
    print(f"{path}: {path.stat().st_size} bytes, {path.stat().st_size / max(options.rows, 1):.1f} a row")


def deals(count, chance):
    """The rows as text; `chance` gives a number from 0 up to 1."""
    calendar = [(TODAY + datetime.timedelta(days=offset)).isoformat() for offset in range(-BACK, AHEAD + 1)]

    def day(offset):
        return calendar[min(max(offset, -BACK), AHEAD) + BACK]

    def one(of):
        return of[int(chance() * len(of))]

    people = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    owners = [people[index * 7 % len(people)] for index in range(250)]
    companies = [company(index, one, chance) for index in range(max(count // 8, 20))]
    before = None
    for index in range(count):
        if before and chance() < 0.01:
            name, account = before
        else:
            account = one(companies)
            name = title(one, chance)
            if chance() < 0.2:
                before = name, account
        owner = owners[int(chance() * chance() * len(owners))]
        which = chance()
        amount = "" if which < 0.02 else "0" if which < 0.04 else money(chance)
        lead = f"OP{index * 7_368_787 % 1_000_000_007:010d},{name},{account},{owner},{one(SEGMENT)},{one(SOURCE)}"
        if chance() < 0.42:
            yield f"{lead},{open_deal(amount, day, one, chance)}\n"
        else:
            yield f"{lead},{closed_deal(amount, day, one, chance)}\n"


def company(index, one, chance):
    plain = f"{one(HEAD)} {one(TRADE)}"
    which = chance()
    if which < 0.08:
        return f'"{plain}, {one(FORM)}"'
    if which < 0.1:
        return f'"{plain} ""{index % 991}"" {one(FORM)}"'
    return f"{plain} {index % 9001} {one(FORM)}"


def title(one, chance):
    plain = f"{one(PRODUCT)} {one(KIND)} Q{int(chance() * 4) + 1}"
    which = chance()
    if which < 0.05:
        return f'"{plain}, lot {int(chance() * 9) + 1}"'
    if which < 0.06:
        return f'"{plain} ""key deal"""'
    return f"{plain} #{int(chance() * 900) + 100}"


def money(chance):
    cents = int(10 ** (3.2 + 2.3 * chance()) * 100)
    return f"{cents // 100}" if chance() < 0.6 else f"{cents // 100}.{cents % 100:02d}"


def open_deal(amount, day, one, chance):
    created = -1 - int(chance() * 420)
    stage = int(chance() * len(STAGES))
    active = "" if chance() < 0.03 else day(max(created, -int(chance() * chance() * 100)))
    which = chance()
    step = ("" if which < 0.2 else one(STEP) if which < 0.9 else one(COMMAS) if which < 0.96
            else one(QUOTES) if which < 0.985 else one(BREAKS))
    due = day(int(chance() * 60) - 20) if step and chance() < 0.8 else ""
    category = CATEGORY[stage] if chance() < 0.97 else "Omitted"
    rival = one(RIVAL) if chance() < 0.25 else ""
    return (f"{STAGES[stage]},{amount},{day(created)},{day(int(chance() * 300) - 90)},{active},{step},{due},{category},"
            f"false,false,,{rival},{int(chance() * chance() * 6)},{day(max(created, -int(chance() * 120)))},"
            f"{one('ABCD')},{int(chance() * 5) + 1}")


def closed_deal(amount, day, one, chance):
    created = -1 - int(chance() * 1_100)
    closed = min(created + 10 + int(chance() * 200), 0)
    won = chance() < 0.27
    active = "" if chance() < 0.05 else day(max(created, closed - int(chance() * 8)))
    reason = "" if won or chance() < 0.15 else one(REASON)
    rival = one(RIVAL) if chance() < 0.3 else ""
    return (f"{'Closed Won' if won else 'Closed Lost'},{amount},{day(created)},{day(closed)},{active},,,"
            f"{'Closed' if chance() < 0.95 else 'Omitted'},true,{'true' if won else 'false'},{reason},{rival},"
            f"{int(chance() * chance() * 5)},{day(closed)},{one('ABCD')},{int(chance() * 5) + 1}")


if __name__ == "__main__":
    main()
