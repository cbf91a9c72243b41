"""Which figure a district shows, what may be compared, and how far it is from a target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.conftest import make_atlas, make_coverage, make_target
from petaucj.domain.comparable import comparable, comparable_to_target
from petaucj.domain.coverage import age_of, converted, newest_active, newest_coverage, percentage
from petaucj.domain.month import AsOf, Month
from petaucj.domain.targets import chosen_target, standing

PER, TODAY = Month(2025, 12), Month(2026, 11)


def test_the_newest_figure_up_to_the_month_is_shown() -> None:
    old, new = make_coverage("13.01", "2024-09", "16.97"), make_coverage("13.01", "2025-10", "30.40")
    atlas = make_atlas(coverage=(new, old))
    assert newest_coverage(atlas, "13.01", PER) is new
    assert newest_coverage(atlas, "13.01", Month(2025, 9)) is old
    assert newest_coverage(atlas, "13.01", Month(2024, 8)) is None


def test_an_undated_figure_appears_only_from_the_newest_month_on() -> None:
    undated = make_coverage("13.02", "", "21", precision="unknown")
    atlas = make_atlas(coverage=(undated, make_coverage("13.01", "2025-10")))
    assert newest_coverage(atlas, "13.02", Month(2025, 9)) is None
    assert newest_coverage(atlas, "13.02", Month(2025, 10)) is undated


def test_of_one_month_the_more_precise_and_undisputed_figure_speaks() -> None:
    plain, disputed = make_coverage("13.01", "2025-10", "30"), make_coverage("13.01", "2025-10", "44", disputed=True)
    assert newest_coverage(make_atlas(coverage=(disputed, plain)), "13.01", PER) is plain
    year = make_coverage("13.01", "2025", "20", precision="year")
    month = make_coverage("13.01", "2025-12", "21")
    assert newest_coverage(make_atlas(coverage=(year, month)), "13.01", PER) is month


def test_segments_and_rejected_figures_are_never_drawn_as_coverage() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", segment="vulnerable"), make_coverage("13.01", pct="59", usable=False),
                                 make_coverage("13.02", "2025-10")))
    assert newest_coverage(atlas, "13.01", PER) is None


def test_one_basis_at_a_time() -> None:
    employed, potential = make_coverage("13.01", "2024-09", "16.97"), make_coverage("13.01", "2025-10", "30.40", basis="bpjs_potential")
    atlas = make_atlas(coverage=(employed, potential))
    assert newest_coverage(atlas, "13.01", PER, "bps_employed") is employed
    assert newest_coverage(atlas, "13.01", PER, "bpjs_potential") is potential
    assert newest_coverage(atlas, "13.01", PER, "bps_labour_force") is None


def test_stale_is_more_than_twelve_months_before_the_chosen_month() -> None:
    assert not age_of(make_coverage("13.01", "2024-12"), PER, TODAY, 12).stale
    age = age_of(make_coverage("13.01", "2024-11"), PER, TODAY, 12)
    assert (age.to_chosen, age.to_today, age.stale) == (13, 24, True)


def test_comparable_needs_basis_segment_date_and_use() -> None:
    fact = make_coverage("13.01")
    assert comparable(fact, make_coverage("13.02"))
    assert comparable(fact, make_coverage("13.02", basis="bpjs_potential")).reason == "basis_differs"
    assert comparable(fact, make_coverage("13.02", basis="unknown")).reason == "basis_unknown"
    assert comparable(fact, make_coverage("13.02", segment="wage")).reason == "segment_differs"
    assert comparable(fact, make_coverage("13.02", "", precision="unknown")).reason == "undated"
    assert comparable(fact, make_coverage("13.02", usable=False)).reason == "not_usable"
    told = make_coverage("13.01", segments_counted=frozenset({"wage"}))
    other = make_coverage("13.02", segments_counted=frozenset({"wage", "construction"}))
    assert comparable(told, other).reason == "segments_differ"
    assert comparable(told, fact).flagged


def test_two_unknown_bases_are_not_equal() -> None:
    assert comparable_to_target(make_coverage("13.01", basis="unknown"), make_target("13.01", basis="unknown")).reason == "basis_unknown"


def _solok_selatan_like() -> tuple:
    base = make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590)
    press = make_coverage("13.01", "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794)
    return base, press


def test_a_figure_on_another_base_is_converted_to_the_targets_own() -> None:
    base, press = _solok_selatan_like()
    result = standing(make_atlas(coverage=(base, press), targets=(make_target("13.01"),)), "13.01", PER)
    assert result.gap is None
    assert result.reason == "basis_differs"
    assert result.converted.pct == Decimal("17.63")
    assert (result.converted_gap.needed_people, result.converted_gap.people_short, result.converted_gap.surplus) == (30_165, 11_377, 0)
    assert result.converted_gap.points == Decimal("10.67")


def test_without_a_base_there_is_no_number_of_people_and_never_a_zero() -> None:
    fact = make_coverage("13.01", "2025-08", "33.51", basis="unknown")
    result = standing(make_atlas(coverage=(fact,), targets=(make_target("13.01", "51.4", basis="unknown"),)), "13.01", PER)
    assert (result.gap, result.converted_gap, result.reason) == (None, None, "basis_unknown")
    assert converted(make_atlas(coverage=(fact,)), "13.01", "bps_employed", PER) is None


def test_over_the_target_is_a_surplus_not_a_negative_gap() -> None:
    fact = make_coverage("13.01", "2025-10", "50.00", active=500, denominator=1000)
    gap = standing(make_atlas(coverage=(fact,), targets=(make_target("13.01"),)), "13.01", PER).gap
    assert (gap.people_short, gap.surplus) == (0, 217)


def test_105_per_cent_is_not_clipped() -> None:
    fact = make_coverage("13.01", "2024-03", "105", basis="bpjs_potential")
    assert percentage(newest_coverage(make_atlas(coverage=(fact,)), "13.01", PER)) == 105


def test_counts_alone_give_a_ratio_but_no_drawn_coverage() -> None:
    counted = make_coverage("13.01", "2025-10", None, active=14_739, denominator=115_330)
    atlas = make_atlas(coverage=(counted,))
    assert newest_coverage(atlas, "13.01", PER) is None
    assert newest_active(atlas, "13.01", PER) is counted
    assert percentage(counted) == Decimal("12.78")


def test_the_districts_own_target_speaks_first_and_missing_years_stay_missing() -> None:
    targets = (make_target("ID", "32.15", 2025, "rpjmn"), make_target("ID", "43.92", 2029, "rpjmn"), make_target("13.01"))
    atlas = make_atlas(targets=targets)
    assert chosen_target(atlas, "13.01", None, 2025).regime == "district"
    assert chosen_target(atlas, "13.01", "rpjmn", 2027).year == 2029
    assert chosen_target(atlas, "13.01", "rpjmn", 2031).year == 2029
    assert chosen_target(atlas, "13.02", None, 2025).regime == "rpjmn"
    assert chosen_target(make_atlas(), "13.01", None, 2025) is None


def test_of_two_targets_of_one_year_the_same_speaks_before_and_after_new_year() -> None:
    atlas = make_atlas(targets=(make_target("13", "32.20", 2025, "province"), make_target("13", "34", 2025, "province", target_id="second", basis="unknown")))
    assert {str(chosen_target(atlas, "13.01", "province", year).pct_printed) for year in (2024, 2025, 2026, 2031)} == {"32.20"}


def test_people_counted_before_the_newest_figure_are_not_converted() -> None:
    counted = make_coverage("13.01", "2024-12", "30", active=46_000, basis="unknown")
    base = make_coverage("13.01", "2024-08", "23", active=33_155, denominator=145_590)
    newer = make_coverage("13.01", "2025-08", "33.51", basis="unknown")
    assert converted(make_atlas(coverage=(counted, base, newer)), "13.01", "bps_employed", PER) is None
    assert converted(make_atlas(coverage=(counted, base)), "13.01", "bps_employed", PER) is not None


def test_counts_that_contradict_the_percentage_give_no_people() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2025-10", "93", active=16_950, denominator=19_042),), targets=(make_target("13.01"),))
    gap = standing(atlas, "13.01", PER).gap
    assert (gap.people_short, gap.surplus, gap.actual_pct) == (None, None, 93)


def test_points_and_people_rest_on_the_same_counts() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2025-10", "78", active=15_386, denominator=19_654),), targets=(make_target("13.01", "52.15"),))
    gap = standing(atlas, "13.01", PER).gap
    assert (gap.points, gap.surplus) == (Decimal("-26.13"), 5_136)


def test_a_later_report_of_the_same_count_gives_way_to_the_stated_cut_off() -> None:
    stated = make_coverage("13.01", "2024-10", "24.62", active=700_552, denominator=2_844_925)
    repeated = replace(make_coverage("13.01", "2024-11", "24.62", active=700_552), as_of=AsOf.parse("2024-11", "month", "event_date"))
    assert newest_coverage(make_atlas(coverage=(stated, repeated)), "13.01", PER) is stated


def test_a_target_without_a_base_is_named_as_the_reason() -> None:
    assert comparable_to_target(make_coverage("13.01"), make_target("13.01", basis="unknown")).reason == "target_basis_unknown"
