"""Golden figures of real opportunity exports, worked out with pandas.

    python3 Tests/Oracles/opportunity_figures.py ../shared/data

Everything is computed from DOMAIN.md and the export alone: amounts in cents, each rounded half to even;
dates as calendar days; a record of twelve months up to the day. Tests/RevOpsCoreTests/Pipeline/
RealExportTests.swift quotes the output and holds the workspaces that these settings stand for.
"""
import sys
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import pandas as pd

FOLDER = Path(sys.argv[1])


def cents(cell):
    """An amount of an export in cents; NaN where there is none."""
    text = str(cell).replace("$", "").replace(",", "").strip()
    return float("nan") if text in ("", "nan") else int(
        (Decimal(text) * 100).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def deals(path, id, stage, amount, close, created, form, **more):
    """The columns that figures need, under one set of names."""
    raw = pd.read_csv(FOLDER / path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    day = lambda column: pd.to_datetime(raw[column].replace("", None), format=form, utc=True).dt.date
    table = pd.DataFrame({
        "id": raw[id], "stage": raw[stage], "cents": raw[amount].map(cents), "close": day(close),
        "created": day(created)})
    for name, column in more.items():
        table[name] = day(column) if name == "activity" else raw[column]
    return table


def figures(table, as_of, quarter, quota, won=("Closed Won",), lost=("Closed Lost",), chances=None):
    """Velocity, coverage and the counts of hygiene for a day, a quarter (first day, day after) and a quota."""
    as_of, start, end = (pd.Timestamp(day).date() for day in (as_of, *quarter))
    since = (pd.Timestamp(as_of) + pd.Timedelta(days=1) - pd.DateOffset(months=12)).date()
    table = table.assign(outcome=table.stage.map(
        lambda stage: "won" if stage in won else "lost" if stage in lost else "open"))
    is_open, is_won = table.outcome == "open", table.outcome == "won"
    record = table[(table.outcome != "open") & (table.close >= since) & (table.close <= as_of)]
    wins = record[record.outcome == "won"]
    timed = wins[wins.created.notna() & (wins.created <= wins.close)]
    cycle = (pd.to_datetime(timed.close) - pd.to_datetime(timed.created)).dt.days
    due = table[is_open & (table.close >= start) & (table.close < end)]
    chance = due.stage.map(chances) if chances else due.probability.astype(float) / 100
    booked = table[is_won & (table.close >= start) & (table.close < end)].cents.sum()
    late = due.close.map(lambda day: (as_of - day).days)
    share = late.map(lambda days: 1 if days < 30 else 0.5 if days <= 60 else 0.25)
    rate = len(wins) / len(record)
    average = wins.cents.mean() / 100
    out = {
        "rows": len(table), "open": int(is_open.sum()), "open_total": table[is_open].cents.sum() / 100,
        "won": len(wins), "lost": len(record) - len(wins), "win_rate": rate,
        "win_rate_by_value": wins.cents.sum() / record.cents.sum(), "average_deal": average,
        "cycle_days": cycle.mean(), "velocity": is_open.sum() * rate * average / cycle.mean(),
        "due": len(due), "total": due.cents.sum() / 100, "missing_amounts": int(due.cents.isna().sum()),
        "weighted": float((due.cents * chance).sum() / 100), "aged": float((due.cents * share).sum() / 100),
        "booked": booked / 100, "coverage": due.cents.sum() / 100 / (quota - booked / 100),
        "past_close": int((is_open & (table.close < as_of)).sum()),
    }
    last = table.activity if "activity" in table else pd.Series([None] * len(table))
    late = lambda day: day.map(lambda day: pd.notna(day) and day > as_of)
    out["impossible_dates"] = int((
        late(table.created) | late(last) | (last < table.created) | (table.close < table.created)).sum())
    required = [table.cents.notna(), table.close.notna(), table.stage != ""]
    required += [table.step != ""] if "step" in table else []
    out["required_filled"] = sum(field[is_open].mean() for field in required) / len(required)
    if "category" in table:
        committed = due[due.category.isin(["Commit", "Forecast"])]
        out["commit"] = committed.cents.sum() / 100
        closed, omitted = table.category == "Closed", table.category == "Omitted"
        out["contradictions"] = int((
            (is_open & closed) | (is_won & ~closed) | ((table.outcome == "lost") & ~closed & ~omitted)).sum())
    if "reason" in table:
        out["lost_without_reason"] = int(((table.outcome == "lost") & (table.reason == "")).sum())
    return out


SETS = {
    "maven-crm-opportunities": lambda: figures(
        deals("maven-crm-opportunities/sales_pipeline.csv", "opportunity_id", "deal_stage", "close_value",
              "close_date", "engage_date", "%Y-%m-%d"),
        "2017-12-31", ("2017-10-01", "2018-01-01"), 3e6, ("Won",), ("Lost",),
        {"Prospecting": 0.1, "Engaging": 0.5}),
    "salesforce-api-exports/devorg": lambda: figures(
        deals("salesforce-api-exports/devorg/Opportunity.csv", "Id", "StageName", "Amount", "CloseDate",
              "CreatedDate", "%m/%d/%y", probability="Probability", activity="LastActivityDate", step="NextStep"),
        "2024-06-30", ("2024-01-01", "2024-04-01"), 4e6,
        chances={"Prospecting": 0.1, "Qualification": 0.1, "Needs Analysis": 0.2, "Value Proposition": 0.5,
                 "Id. Decision Makers": 0.6, "Perception Analysis": 0.7, "Proposal/Price Quote": 0.75,
                 "Negotiation/Review": 0.9}),
    "salesforce-api-exports/workshop": lambda: figures(
        deals("salesforce-api-exports/workshop/Opportunity.csv", "Id", "StageName", "Amount", "CloseDate",
              "CreatedDate", "ISO8601", category="ForecastCategoryName", probability="Probability", step="NextStep",
              activity="LastActivityDate"),
        "2024-01-22", ("2024-01-01", "2024-04-01"), 1e7),
    "salesforce-report-labels": lambda: figures(
        deals("salesforce-report-labels/sales_cloud_data_output.csv", "Opportunity ID", "Stage", "Amount",
              "Close Date", "Created Date", "%m/%d/%Y", category="Forecast Category",
              probability="Probability (%)"),
        "2024-08-31", ("2024-07-01", "2024-10-01"), 2e9),
    "zoho-crm": lambda: figures(
        deals("zoho-crm/Potentials.csv", "LEADID", "Stage", "Amount", "Closing Date", "Created Time",
              "%d %b, %Y %H:%M:%S", probability="Probability"),
        "2021-04-15", ("2021-04-01", "2021-07-01"), 2e7),
    "hubspot-labels": lambda: figures(
        deals("hubspot-labels/hubspot_deals.csv", "Deal ID", "Deal Stage", "Amount", "Close Date",
              "Create Date", "%Y-%m-%d", reason="Closed Lost Reason"),
        "2025-05-01", ("2025-04-01", "2025-07-01"), 2e7,
        chances={"Appointment Scheduled": 0.2, "Qualified to Buy": 0.4, "Presentation Scheduled": 0.6,
                 "Decision Maker Bought-In": 0.8, "Contract Sent": 0.9}),
}

for name, work in SETS.items():
    print(name)
    for key, value in work().items():
        if value == value:
            print(f"  {key} = {value:.12g}")
