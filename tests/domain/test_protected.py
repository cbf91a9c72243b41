"""Who is protected in a month: recorded, computed from the nearest record or forecast, and never a number nobody counted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petaucj.domain.month import AsOf, Month
from petaucj.domain.protected import largest_record, protected, statements_of
from petaucj.domain.records import Evidence
from tests.conftest import NO_WORDS, make_atlas, make_coverage, make_funding

TODAY = Month(2026, 11)


def paid(fund: str, workers: int | None, first: str, last: str, **more: object):
    """Return funding whose cover is known, with a record of its own."""
    record = (Evidence(f"{fund}-{first}-{workers}-{sorted(more.items())}", "s1", "", NO_WORDS),)
    return make_funding(more.pop("code", "13.01"), fund, workers, cover_start=Month.parse(first), cover_end=Month.parse(last), evidence=record, end_of_cover="stated", **more)


# The worked district of the domain notes (§7.9), under a made-up name.
COUNTS = (make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590),
          make_coverage("13.01", "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794))
ENDED = paid("palm_oil_share", 3_360, "2024-08", "2024-12")
FUNDING = (paid("district_budget", 9_650, "2025-11", "2025-12"), paid("palm_oil_share", 2_800, "2025-07", "2025-12"))
ATLAS = make_atlas(coverage=COUNTS, funding=FUNDING)


@pytest.mark.parametrize(("month", "kind", "people", "shares"), [
    ("2023-09", "computed_back", 18_092, ["16.97"]), ("2024-09", "recorded", 18_092, ["16.97"]), ("2024-12", "computed", 18_092, ["16.97"]),
    ("2025-03", "computed", 18_092, ["16.97"]), ("2025-04", "computed_back", 15_988, ["15.00", "25.87"]),
    ("2025-06", "computed_back", 15_988, ["15.00", "25.87"]), ("2025-07", "computed_back", 18_788, ["17.63", "30.40"]),
    ("2025-10", "recorded", 18_788, ["17.63", "30.40"]), ("2025-11", "computed", 28_438, ["26.68", "46.02"]),
    ("2025-12", "computed", 28_438, ["26.68", "46.02"]), ("2026-01", "computed", 15_988, ["15.00", "25.87"]),
    ("2026-11", "computed", 15_988, ["15.00", "25.87"]), ("2026-12", "forecast", 15_988, ["15.00", "25.87"]),
    ("2028-01", "forecast", 15_988, ["15.00", "25.87"]),
])
def test_the_worked_district(month: str, kind: str, people: int, shares: list[str]) -> None:
    held = protected(ATLAS, "13.01", Month.parse(month), TODAY)
    assert (held.kind, held.people) == (kind, people)
    assert [share.pct for share in held.shares] == [Decimal(pct) for pct in shares]


@pytest.mark.parametrize(("month", "counted", "people"), [
    ("2024-08", "2024-09", 18_092), ("2024-12", "2024-09", 18_092), ("2025-01", "2024-09", 14_732), ("2025-03", "2024-09", 14_732),
    ("2025-04", "2025-10", 15_988), ("2025-06", "2025-10", 15_988), ("2025-09", "2025-10", 18_788)])
def test_the_nearest_count_speaks(month: str, counted: str, people: int) -> None:
    held = protected(make_atlas(coverage=COUNTS, funding=(*FUNDING, ENDED)), "13.01", Month.parse(month), TODAY)
    assert (str(held.record.as_of.month), held.people) == (counted, people)


def test_of_two_counts_equally_near_the_earlier_speaks() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2025-02", active=100), make_coverage("13.01", "2025-08", active=200)))
    assert [protected(atlas, "13.01", Month(2025, month), TODAY).people for month in (4, 5, 6)] == [100, 100, 200]


def test_a_later_count_is_computed_back_twelve_months_and_never_speaks_before_its_time() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2025-10", active=100), make_coverage("13.01", "2026-12", active=200)))
    assert [protected(atlas, "13.01", Month.parse(month), TODAY).people for month in ("2024-09", "2024-10")] == [None, 100]
    # The count of December is not known in November: neither the months before nor the months to come rest on it.
    assert [protected(atlas, "13.01", Month.parse(month), TODAY).people for month in ("2026-11", "2026-12", "2027-06")] == [100, 100, 100]
    assert protected(atlas, "13.01", Month(2026, 11), Month(2026, 12)).people == 200


def test_a_later_report_of_an_earlier_count_is_no_count_of_its_own() -> None:
    counts = (make_coverage("13.01", "2025-02", "20", active=100, denominator=500),
              replace(make_coverage("13.01", "2025-08", "20", active=100), as_of=AsOf.parse("2025-08", "month", "publication_date")))
    held = protected(make_atlas(coverage=counts, funding=()), "13.01", Month(2025, 7), TODAY)
    assert (held.kind, held.record.as_of.month) == ("computed", Month(2025, 2))


def test_funding_that_ended_before_the_record_counts_in_its_own_months() -> None:
    before = paid("csr", 500, "2025-05", "2025-08")
    held = protected(make_atlas(coverage=COUNTS, funding=(*FUNDING, before)), "13.01", Month(2025, 6), TODAY)
    assert (held.people, held.permanent, [(t.workers, held.inside_record(t)) for t in held.running]) == (16_488, 15_988, [(500, False)])


def test_what_runs_what_has_ended_and_what_is_taken_as_new() -> None:
    november = protected(ATLAS, "13.01", Month(2025, 11), TODAY)
    assert [(t.workers, november.inside_record(t)) for t in november.running] == [(2_800, True), (9_650, False)]
    assert november.ended == ()
    later = protected(ATLAS, "13.01", Month(2027, 5), TODAY)
    assert (later.running, [t.workers for t in later.ended]) == ((), [2_800, 9_650])
    assert [fact.workers for fact in statements_of(ATLAS, later)] == [9_650, 2_800]


def test_no_count_and_an_undated_count_give_no_number() -> None:
    assert (protected(ATLAS, "13.02", Month(2026, 1), TODAY).people, protected(ATLAS, "13.02", Month(2026, 1), TODAY).reason) == (None, "no_count")
    undated = make_atlas(coverage=(*COUNTS, make_coverage("13.02", "", "20", precision="unknown", active=100)))
    held = protected(undated, "13.02", Month(2027, 1), TODAY)
    assert (held.people, held.reason, held.kind) == (None, "undated_only", "forecast")
    # A later record is not looked at from more than twelve months before it.
    assert protected(ATLAS, "13.01", Month(2023, 8), TODAY).people is None


def test_more_paid_for_than_recorded_is_said_and_gives_no_number() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2025-10", active=1_000),), funding=FUNDING)
    held = protected(atlas, "13.01", Month(2026, 5), TODAY)
    assert (held.people, held.reason, held.exceeding) == (None, "exceeds", 1_800)


def test_only_what_is_paid_or_budgeted_and_dated_is_counted_on() -> None:
    more = (paid("csr", 500, "2026-01", "2027-12", status="planned"), paid("csr", 700, "2026-01", "2027-12", status="planned", contribution_kind="budget"),
            make_funding("13.01", "csr", 900, period_start="2026"))
    atlas = make_atlas(coverage=COUNTS, funding=(*FUNDING, *more))
    assert protected(atlas, "13.01", Month(2027, 12), TODAY).people == 15_988 + 700
    assert protected(atlas, "13.01", Month(2028, 1), TODAY).people == 15_988


def test_a_basis_nobody_stated_gives_no_share() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2025-10", basis="unknown", active=10, denominator=100),))
    held = protected(atlas, "13.01", Month(2026, 1), TODAY)
    assert (held.people, held.shares) == (10, ())


def test_one_scale_for_all_months() -> None:
    assert largest_record(ATLAS) == 18_788
    assert largest_record(make_atlas()) == 1


MONTHS = st.integers(0, 60).map(lambda step: Month(2024, 1).plus(step))
TRANCHES = st.lists(st.tuples(st.integers(1, 5_000), MONTHS, st.integers(1, 24)), max_size=5)


@given(TRANCHES, st.integers(0, 50_000), MONTHS, MONTHS)
def test_the_protected_are_the_permanent_and_every_tranche_that_runs(rows, active: int, counted: Month, month: Month) -> None:
    funding = tuple(paid("csr", n, str(start), str(start.plus(length - 1)), fact_key=str(at)) for at, (n, start, length) in enumerate(rows))
    atlas = make_atlas(coverage=(make_coverage("13.01", str(counted), active=active),), funding=funding)
    held = protected(atlas, "13.01", month, TODAY)
    if counted > TODAY or counted.since(month) > 12:
        assert (held.people, held.reason) == (None, "no_count")
        return
    inside = sum(n for n, start, length in rows if start <= counted <= start.plus(length - 1))
    running = sum(n for n, start, length in rows if start <= month <= start.plus(length - 1))
    if inside > active:
        assert (held.people, held.exceeding) == (None, inside - active)
    else:
        assert (held.people, held.permanent) == (active - inside + running, active - inside)
        assert held.kind == ("forecast" if month > TODAY else "recorded" if month == counted else "computed" if counted < month else "computed_back")
        if month == counted:
            assert held.people == active


@given(TRANCHES, MONTHS, st.randoms(use_true_random=False))
def test_the_order_of_statements_changes_nothing(rows, month: Month, random) -> None:
    funding = [paid("csr", n, str(start), str(start.plus(length - 1)), fact_key=str(at)) for at, (n, start, length) in enumerate(rows)]
    mixed = list(funding)
    random.shuffle(mixed)
    first, second = (protected(replace(ATLAS, funding=tuple(facts)), "13.01", month, TODAY).people for facts in (funding, mixed))
    assert first == second
