"""Totals as sum(A) / sum(D), their reconciliation, and the pace of districts."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from petaucj.domain.month import Month
from petaucj.domain.peers import district_pace, part_of, printed_near, reconciled, total
from tests.conftest import make_atlas, make_coverage, make_target

DEC = Month(2025, 12)


def _counted(code: str, active: int, base: int, as_of: str = "2025-12", **more: object):
    return make_coverage(code, as_of, f"{100 * active / base:.2f}", active=active, denominator=base, **more)


def test_a_total_is_people_over_people_and_never_a_mean() -> None:
    held = total(make_atlas(coverage=(_counted("13.01", 10, 100), _counted("13.02", 900, 1000))), DEC, "bps_employed", 6)
    assert (held.active, held.denominator, held.pct) == (910, 1100, Decimal("82.73"))
    assert (tuple(held.facts), held.left_out) == (("13.01", "13.02"), {"13.71": "no_figure"})


@given(st.lists(st.integers(1, 1000), min_size=3, max_size=3), st.lists(st.integers(1000, 9000), min_size=3, max_size=3))
def test_groups_add_up_to_the_whole(active: list[int], base: list[int]) -> None:
    atlas = make_atlas(coverage=tuple(_counted(c, a, b) for c, a, b in zip(("13.01", "13.02", "13.71"), active, base, strict=True)))
    whole = total(atlas, DEC, "bps_employed", 6)
    parts = [part_of(whole, codes) for codes in (("13.01", "13.02"), ("13.71",))]
    assert (sum(p.active for p in parts), sum(p.denominator for p in parts)) == (whole.active, whole.denominator)


def test_what_has_no_counts_or_another_date_stays_out_with_its_reason() -> None:
    atlas = make_atlas(coverage=(_counted("13.01", 10, 100), make_coverage("13.02", "2025-12"), _counted("13.71", 5, 50, "2025-01")))
    assert total(atlas, DEC, "bps_employed", 6).left_out == {"13.02": "no_counts", "13.71": "too_old"}
    assert set(total(atlas, DEC, "printed", 6).left_out.values()) == {"as_printed"}
    assert total(atlas, DEC, "bpjs_potential", 6).pct is None


def test_a_total_equal_to_the_printed_one_is_reconciled() -> None:
    facts = (_counted("13.01", 10, 100), _counted("13.02", 20, 100), _counted("13.71", 30, 100), _counted("13", 60, 300))
    check = reconciled(make_atlas(coverage=facts), total(make_atlas(coverage=facts), DEC, "bps_employed", 6), DEC)
    assert (check.equal, check.difference, check.base_share) == (True, Decimal("0.00"), Decimal("100.0"))
    assert "partial" not in check.reasons and "dates" not in check.reasons


def test_a_total_that_differs_says_why() -> None:
    atlas = make_atlas(coverage=(_counted("13.01", 10, 100), _counted("13", 60, 300, "2024-10"),
                                 make_coverage("13", "2024-11", "20.00", active=60)))
    check = reconciled(atlas, total(atlas, DEC, "bps_employed", 6), DEC)
    assert (check.printed.as_of.month, check.base.denominator, check.base_share) == (Month(2024, 11), 300, Decimal("33.3"))
    assert (check.equal, check.difference, check.reasons) == (False, Decimal("-10.00"), ("partial", "dates", "segments"))


def test_only_the_same_basis_is_held_beside_and_the_nearest_in_time() -> None:
    atlas = make_atlas(coverage=(make_coverage("13", "2024-06", "38.87", basis="bpjs_potential"), make_coverage("13", "2021-08", "18.32"),
                                 make_coverage("13", "2025-12", "25")))
    assert printed_near(atlas, "13", "bps_employed", Month(2022, 1), DEC).as_of.month == Month(2021, 8)
    assert printed_near(atlas, "13", "bps_employed", DEC, Month(2025, 11)).as_of.month == Month(2021, 8)
    assert printed_near(atlas, "13", "bps_labour_force", DEC, DEC) is None


def test_pace_on_the_targets_own_denominator() -> None:
    atlas = make_atlas(targets=(make_target("13.01"),), coverage=(
        make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590),
        make_coverage("13.01", "2025-10", "30.40", active=18_788, denominator=61_794, basis="bpjs_potential")))
    held = district_pace(atlas, "13.01", DEC, None)
    assert (held.people_short, held.deadline, held.pace.months_left) == (11_377, DEC, 3)
    assert (round(held.pace.actual_per_month), round(held.pace.needed_per_month)) == (54, 3_792)


def test_why_a_district_has_no_pace() -> None:
    atlas = make_atlas(coverage=(
        make_coverage("13.01", "2025-12", active=10), make_coverage("13.02", "", precision="unknown", active=10, fact_key="u"),
        make_coverage("13.71", "2024-12", active=10, segments_counted=frozenset({"wage"})),
        make_coverage("13.71", "2025-12", active=20, segments_counted=frozenset({"wage", "non_wage"}))))
    assert [district_pace(atlas, code, DEC, None).reason for code in ("13.01", "13.02", "13.71")] == ["one_count", "undated", "segments_differ"]
    assert district_pace(make_atlas(coverage=(make_coverage("13.01"),)), "13.02", DEC, None).reason == "no_count"
