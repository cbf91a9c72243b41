"""The plan a district begins with holds what documents say, and nothing else."""

from __future__ import annotations

from decimal import Decimal

from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base
from petaucj.domain.plan_faults import plan_faults
from petaucj.domain.prefill import base_of, budget_start, commitment_of, default_offers, first_plan, known_tranches, undated_funding
from tests.conftest import make_atlas, make_coverage, make_funding, make_target
from tests.plans import make_book

PER, TODAY, BOOK = Month(2025, 12), Month(2026, 11), make_book()


def _cover(first: str, last: str) -> dict[str, Month]:
    return {"cover_start": Month.parse(first), "cover_end": Month.parse(last)}


ATLAS = make_atlas(
    coverage=(make_coverage("13.01", "2025-10", "30.40", active=18_788, denominator=61_794, basis="bpjs_potential"),
              make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590),
              make_coverage("13.02", "2025-06", "51.4", basis="unknown")),
    targets=(make_target("13.01"), make_target("ID", "43.92", 2029, "rpjmn")),
    funding=(make_funding("13.01", "district_budget", 9650, **_cover("2025-11", "2025-12")), make_funding("13.01", "palm_oil_share", 2800, **_cover("2025-07", "2025-12")),
             make_funding("13.01", "palm_oil_share", 3360, **_cover("2024-08", "2024-12")), make_funding("13.01", "zakat", 1000, status="planned"),
             make_funding("13.01", "district_budget", 500, status="planned", contribution_kind="budget", **_cover("2027-01", "2027-06")),
             make_funding("13.01", "mixed", 2410, count_kind="total_of_parts", **_cover("2025-11", "2025-12")),
             make_funding("13.01", "not_protected", 3805, status="gap", count_kind="gap"), make_funding("13.01", "district_budget", None)),
)


def test_the_record_is_the_newest_count_on_the_targets_own_denominator() -> None:
    base = base_of(ATLAS, "13.01", PER, "bps_employed")
    assert (base.active, base.month, base.denominator, base.denominator_month, base.basis) == (
        18_788, Month(2025, 10), 106_590, Month(2024, 9), "bps_employed")
    assert len(base.fact_keys) == 2
    assert base_of(ATLAS, "13.01", PER, "bps_labour_force").basis == "bpjs_potential"


def test_known_cover_that_runs_in_or_after_the_record_becomes_tranches() -> None:
    found = known_tranches(ATLAS, "13.01", Month(2025, 10))
    assert [(t.funding_source, t.workers, str(t.start), t.months, t.commitment) for t in found] == [
        ("palm_oil_share", 2800, "2025-07", 6, "paid"), ("district_budget", 9650, "2025-11", 2, "paid"), ("district_budget", 500, "2027-01", 6, "budgeted")]
    assert all(t.record_id for t in found)


def test_sums_of_others_gaps_and_numberless_statements_never_enter_and_undated_ones_wait() -> None:
    assert {t.workers for t in known_tranches(ATLAS, "13.01", None)} == {9650, 2800, 3360, 500}
    assert [f.workers for f in undated_funding(ATLAS, "13.01")] == [1000]
    assert commitment_of(undated_funding(ATLAS, "13.01")[0]) == "planned"


def test_a_district_without_counts_starts_open_not_at_zero() -> None:
    plan = first_plan(ATLAS, BOOK, "13.02", None, PER, TODAY)
    assert plan.base == Base(None, None, None, None, "unknown", ())
    assert (plan.tranches, plan_faults(plan)) == ((), ())
    assert outlook(plan, BOOK).need.reason == "no_denominator"


def test_the_next_budget_begins_in_january_and_the_target_keeps_its_own_year() -> None:
    plan = first_plan(ATLAS, BOOK, "13.01", None, PER, TODAY)
    assert (budget_start(TODAY), plan.goal.deadline, plan.goal.year, plan.goal.pct) == (Month(2027, 1), Month(2027, 12), 2025, Decimal("28.30"))
    assert first_plan(ATLAS, BOOK, "13.01", "rpjmn", PER, TODAY).goal.year == 2029


def test_offers_follow_the_default_order_and_only_documents_fill_money() -> None:
    offers = default_offers(BOOK, "13.11", Month(2027, 1))
    assert [o.funding_source for o in offers][:3] == ["employer", "self_paid", "palm_oil_share"]
    assert {o.funding_source: o.cap_idr for o in offers if o.cap_idr is not None} == {"palm_oil_share": 712_000_000}
    palm = offers[2]
    assert (str(palm.start), palm.months) == ("2027-07", 6)
    assert all(o.eligible is None for o in offers)
    assert "village_budget" not in {o.funding_source for o in default_offers(BOOK, "13.71", Month(2027, 1))}
    assert "palm_oil_share" not in {o.funding_source for o in default_offers(BOOK, "13.09", Month(2027, 1))}
