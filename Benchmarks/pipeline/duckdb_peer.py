"""The figures of `pipeline health` and `pipeline hygiene` by owner, with DuckDB; one CSV row an owner and a total.

usage: duckdb_peer.py CSV [THREADS]

The types of the columns are given, so that nothing has to be sniffed.
"""

import sys

import duckdb

DATES = {"created_date", "close_date", "last_activity_date", "next_step_date", "stage_entered_date"}
TYPES = {"amount": "DOUBLE", "push_count": "INTEGER", "contacts": "INTEGER", "is_closed": "BOOLEAN",
         "is_won": "BOOLEAN"}
CHANCES = {"Prospecting": 0.1, "Qualification": 0.1, "Needs Analysis": 0.2, "Value Proposition": 0.5,
           "Proposal/Price Quote": 0.75, "Negotiation/Review": 0.9}
FORMS = ("inc|incorporated|llc|llp|lp|ltd|limited|corp|corporation|co|company|and|plc|gmbh|ag|kg|se|ug|sa|sas|sarl|srl"
         "|spa|bv|nv|ab|as|asa|oy|oyj|aps|pty|pte|kk|sl|slu|ltda|sro|zoo")

QUERY = """
with deals as materialized (
  select id, name, account, owner, stage, amount, coalesce(amount, 0) as worth, created_date as created,
    close_date as close, last_activity_date as active, next_step, next_step_date as due,
    forecast_category as category, loss_reason, push_count as pushes, stage_entered_date as entered, icp_tier as tier,
    contacts,
    stage not in ('Closed Won', 'Closed Lost') as is_open, stage = 'Closed Won' as won, stage = 'Closed Lost' as lost,
    is_closed, is_won, case stage {chances} end as chance,
    close_date between date '2026-04-01' and date '2026-06-30' as in_period,
    date '2026-06-30' - coalesce(last_activity_date, created_date) as idle
  from {source}),
companies as (
  select account, replace(regexp_replace(regexp_replace(trim(regexp_replace(regexp_replace(strip_accents(lower(
    replace(account, '&', ' and '))), '[.'']', '', 'g'), '[^a-z0-9]+', ' ', 'g')), '( ({forms}))+$', ''),
    '^the ', ''), ' ', '') as company
  from (select distinct account from deals where is_open)),
copies as (
  select id from (
    select id, row_number() over (partition by company,
      regexp_replace(strip_accents(lower(replace(name, '&', 'and'))), '[^a-z0-9]+', '', 'g') order by id) as place
    from deals join companies using (account) where is_open)
  where place > 1),
checked as (
  select deals.*, copies.id is not null as is_doubled,
    is_open and (amount is null or close is null or next_step is null or next_step = '') as is_lacking,
    is_open and idle >= 14 as is_stale,
    is_open and close < date '2026-06-30' as is_past,
    lost and (loss_reason is null or loss_reason = '') as is_unexplained,
    coalesce(created > date '2026-06-30' or active > date '2026-06-30' or active < created
      or entered > date '2026-06-30' or entered < created or close < created, false) as is_impossible,
    (is_open = is_closed or won <> is_won) or coalesce(case when is_open then category = 'Closed'
      when won then category <> 'Closed' else category not in ('Closed', 'Omitted') end, false) as is_contradicts
  from deals left join copies using (id))
select coalesce(checked.owner, 'TOTAL') as owner,
  count(*) filter (is_open) as open_deals, sum(worth) filter (is_open) as open_pipeline,
  sum(worth) filter (is_open and in_period) as period_pipeline,
  sum(worth * chance) filter (is_open and in_period) as weighted,
  coalesce(sum(worth) filter (won and in_period), 0) as won,
  sum(worth) filter (is_open and in_period and category = 'Commit') as committed,
  period_pipeline / committed as forecast_coverage,
  coalesce(sum(worth) filter (created between date '2026-06-01' and date '2026-06-30'), 0) as pipeline_created,
  count(*) filter (is_open and idle >= 14) as stalled_count,
  coalesce(sum(worth) filter (is_open and idle >= 14), 0) as stalled_value,
  stalled_value / open_pipeline as stalled_share,
  avg(date '2026-06-30' - entered) filter (is_open) as days_in_stage,
  count(*) filter (is_open and pushes >= 2) as pushed_count,
  coalesce(sum(worth) filter (is_open and pushes >= 2), 0) as pushed_value,
  pushed_value / open_pipeline as pushed_share,
  sum(worth) filter (is_open and in_period and close >= date '2026-06-01') / period_pipeline as linearity,
  sum(worth) filter (is_open and chance < 0.33) / open_pipeline as early_stage_share,
  sum(worth) filter (is_open and chance = 0.5) / open_pipeline as mid_stage_share,
  sum(worth) filter (is_open and chance > 0.66) / open_pipeline as late_stage_share,
  sum(worth) filter (stage = 'Negotiation/Review') / open_pipeline as negotiation_share,
  max(worth) filter (is_open) as largest_deal, largest_deal / open_pipeline as concentration,
  sum(worth * worth) filter (is_open) / (open_pipeline * open_pipeline) as herfindahl,
  count(*) filter (is_open and worth = 0) as zero_amount_count, zero_amount_count / open_deals as zero_amount_share,
  count(*) filter (is_open and idle >= 30) as untouched_count,
  coalesce(sum(worth) filter (is_open and idle >= 30), 0) as untouched_value,
  untouched_value / open_pipeline as untouched_share,
  count(*) filter (is_open and (next_step is null or next_step = '' or due < date '2026-06-30'))
    as missing_next_step_count, missing_next_step_count / open_deals as missing_next_step_share,
  sum(worth) filter (is_open and tier in ('A', 'B')) / open_pipeline as icp_share,
  count(*) filter (is_open and contacts <= 1) as single_threaded_count,
  single_threaded_count / open_deals as single_threaded_share, avg(contacts) filter (is_open) as contacts_engaged,
  count(*) as deals,
  count(*) filter (is_doubled or is_lacking or is_stale or is_past or is_unexplained or is_impossible or is_contradicts) as flagged,
  flagged / deals as rate,
  count(*) filter (is_doubled) as duplicate_deals, count(*) filter (is_lacking) as missing_fields,
  count(*) filter (is_stale) as stale, count(*) filter (is_past) as past_close,
  count(*) filter (is_unexplained) as no_loss_reason, count(*) filter (is_impossible) as impossible_dates,
  count(*) filter (is_contradicts) as contradictions,
  duplicate_deals + missing_fields + stale + past_close + no_loss_reason + impossible_dates + contradictions as issues
from checked group by grouping sets ((checked.owner), ()) order by checked.owner is null, 1
"""


def main():
    path = sys.argv[1]
    connection = duckdb.connect()
    connection.execute(f"set threads = {int(sys.argv[2]) if len(sys.argv) > 2 else 2}")
    connection.execute("set preserve_insertion_order = false")
    with open(path, encoding="utf-8") as file:
        names = file.readline().strip().split(",")
    columns = ", ".join(f"'{name}': '{'DATE' if name in DATES else TYPES.get(name, 'VARCHAR')}'" for name in names)
    source = f"read_csv('{path}', header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', " \
             f"columns = {{{columns}}})"
    chances = " ".join(f"when '{stage}' then {chance}" for stage, chance in CHANCES.items())
    result = connection.execute(QUERY.format(source=source, chances=chances, forms=FORMS))
    head = [column[0] for column in result.description]
    print(",".join(head))
    for row in result.fetchall():
        print(",".join("" if value is None else repr(value) if isinstance(value, float) else str(value)
                       for value in row))


if __name__ == "__main__":
    main()
