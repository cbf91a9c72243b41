"""Rank and pace, only among comparable records."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petaucj.domain.month import Month
from petaucj.domain.ranking import change_between, comparable_set, months_left, pace, rank
from tests.conftest import make_atlas, make_coverage

DEC = Month(2025, 12)
CODES = ("13.01", "13.02", "13.71")
PARTS = frozenset({"wage", "non_wage"})


def _rank(*facts, basis: str = "bps_employed", codes=CODES, window: int = 6):
    return rank(make_atlas(coverage=facts), codes, DEC, basis, window)


def test_places_are_counted_from_the_top_and_ties_share_one() -> None:
    held = _rank(make_coverage("13.01", pct="30.40"), make_coverage("13.02", pct="13.85"), make_coverage("13.71", pct="30.40"))
    assert [(r.code, r.place) for r in held.places] == [("13.01", 1), ("13.71", 1), ("13.02", 3)]
    assert held.left_out == {}


def test_rounding_gives_an_interval_of_places() -> None:
    held = _rank(make_coverage("13.01", pct="30"), make_coverage("13.02", pct="30.40"), make_coverage("13.71", pct="12.0"))
    assert [(r.code, r.place, r.best, r.worst) for r in held.places] == [("13.02", 1, 1, 2), ("13.01", 2, 1, 2), ("13.71", 3, 3, 3)]


def test_intervals_that_only_touch_do_not_change_places() -> None:
    held = _rank(make_coverage("13.01", pct="30.5"), make_coverage("13.02", pct="30.4"))
    assert [(r.code, r.best, r.worst) for r in held.places] == [("13.01", 1, 1), ("13.02", 1, 2)] or \
           [(r.code, r.best, r.worst) for r in held.places] == [("13.01", 1, 1), ("13.02", 2, 2)]
    assert all(r.best <= r.place <= r.worst for r in held.places)


@pytest.mark.parametrize(("more", "reason"), [
    ({"basis": "bpjs_potential"}, "other_basis"), ({"disputed": True}, "disputed"), ({"usable": False}, "no_figure"),
    ({"as_of": "2025-05"}, "too_old"), ({"as_of": "", "precision": "unknown"}, "undated"), ({"segment": "non_wage"}, "no_figure"),
])
def test_each_one_left_out_has_its_reason(more: dict, reason: str) -> None:
    held = _rank(make_coverage("13.01", "2025-12"), make_coverage("13.02", **({"as_of": "2025-12"} | more)), codes=("13.01", "13.02"))
    assert held.left_out == {"13.02": reason}
    assert [r.code for r in held.places] == ["13.01"]


def test_as_published_and_unknown_bases_are_never_ranked() -> None:
    facts = (make_coverage("13.01"), make_coverage("13.02", pct="12"))
    assert (_rank(*facts, basis="printed").places, set(_rank(*facts, basis="printed").left_out.values())) == ((), {"as_printed"})
    assert set(_rank(*facts, basis="unknown").left_out.values()) == {"basis_unknown"}


def test_figures_that_count_other_parts_stay_out_and_untold_parts_are_flagged() -> None:
    told = [make_coverage(code, pct=pct, segments_counted=PARTS) for code, pct in (("13.01", "20"), ("13.02", "30"))]
    other = make_coverage("13.71", pct="40", segments_counted=PARTS | {"construction"})
    held = _rank(*told, other)
    assert (held.left_out, held.flagged) == ({"13.71": "segments_differ"}, False)
    assert _rank(*told, make_coverage("13.71", pct="40")).flagged


def test_of_two_equally_usual_counts_the_newer_stays() -> None:
    facts = {"13.01": make_coverage("13.01", "2025-08", segments_counted=PARTS),
             "13.02": make_coverage("13.02", "2025-10", segments_counted=PARTS | {"construction"})}
    assert comparable_set(facts, 6)[1] == {"13.01": "segments_differ"}


@given(st.permutations([("13.01", "30.40"), ("13.02", "13.85"), ("13.71", "105")]))
def test_the_order_of_rows_changes_nothing(rows: list) -> None:
    held = _rank(*(make_coverage(code, pct=pct) for code, pct in rows))
    assert [(r.code, r.pct) for r in held.places] == [("13.71", Decimal("105")), ("13.01", Decimal("30.40")), ("13.02", Decimal("13.85"))]


def test_pace_of_solok_selatan() -> None:
    first = make_coverage("13.01", "2024-09", "16.97", active=18_092, segments_counted=PARTS)
    last = make_coverage("13.01", "2025-10", "30.40", active=18_788, basis="bpjs_potential")
    held = pace(first, last, 11_377, DEC)
    assert (held.months, last.active - first.active, round(held.actual_per_month)) == (13, 696, 54)
    assert (held.months_left, round(held.needed_per_month)) == (3, 3_792)
    assert held.finish == Month(2025, 10).plus(213)


@given(st.integers(1, 10_000), st.integers(1, 10_000), st.integers(1, 60))
def test_the_finish_is_the_first_month_that_is_enough(short: int, gained: int, months: int) -> None:
    start = Month(2025, 12)
    held = pace(make_coverage("13.01", str(start.plus(-months)), active=5), make_coverage("13.01", str(start), active=5 + gained), short, None)
    needed = held.finish.since(start)
    assert needed * gained >= short * months > (needed - 1) * gained


def test_pace_without_gain_or_after_the_deadline() -> None:
    first, last = make_coverage("13.01", "2024-12", active=16_950), make_coverage("13.01", "2025-12", active=15_386)
    assert pace(first, last, 10, DEC).finish is None
    held = pace(first, last, 10, Month(2025, 11))
    assert (held.months_left, held.needed_per_month) == (None, None)
    assert months_left(Month(2025, 8), DEC) == 5


def test_undated_or_differently_counted_people_have_no_pace() -> None:
    last = make_coverage("13.01", "2025-12", active=10, segments_counted=PARTS)
    assert pace(make_coverage("13.01", "", precision="unknown", active=5), last, 1, DEC) is None
    assert pace(make_coverage("13.01", "2024-12", active=5, segments_counted=frozenset({"wage"})), last, 1, DEC) is None
    assert pace(last, last, 1, DEC) is None


def test_change_needs_two_comparable_figures() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2024-12", "20"), make_coverage("13.01", "2025-12", "25.5")))
    assert change_between(atlas, "13.01", Month(2024, 12), DEC, "bps_employed") == (Decimal("5.5"), "")
    assert change_between(atlas, "13.01", Month(2024, 12), DEC, "printed") == (None, "as_printed")
    assert change_between(atlas, "13.01", Month(2023, 12), DEC, "bps_employed") == (None, "no_figure")
