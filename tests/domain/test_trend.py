"""The trend: what a line may join, where it breaks, what is only listed."""

from __future__ import annotations

from decimal import Decimal

from petaucj.domain.month import Month
from petaucj.domain.trend import trend
from tests.conftest import make_atlas, make_coverage

CODE = "13.01"
PER = Month(2025, 12)


def _of(*facts):
    return trend(make_atlas(coverage=facts), CODE, PER)


def test_comparable_figures_of_one_basis_are_joined_and_other_bases_are_series_of_their_own() -> None:
    first, second = make_coverage(CODE, "2023-06", "16.97"), make_coverage(CODE, "2024-09", "19.00")
    other = make_coverage(CODE, "2025-10", "30.40", basis="bpjs_potential")
    found = _of(other, second, first)
    assert [(s.basis, s.facts, s.runs) for s in found.series] == [
        ("bps_employed", (first, second), ((first, second),)), ("bpjs_potential", (other,), ())]
    assert found.drawn == (first, second, other)


def test_nothing_is_joined_on_an_unknown_basis() -> None:
    facts = (make_coverage(CODE, "2023-06", "24", basis="unknown"), make_coverage(CODE, "2024-06", "30", basis="unknown"))
    (series,) = _of(*facts).series
    assert series.facts == facts
    assert series.runs == ()


def test_a_disputed_figure_is_drawn_but_never_joined() -> None:
    first, doubtful, last = (make_coverage(CODE, "2022-12", "90"), make_coverage(CODE, "2023-03", "93", disputed=True),
                             make_coverage(CODE, "2024-12", "78"))
    (series,) = _of(first, doubtful, last).series
    assert series.facts == (first, doubtful, last)
    assert series.runs == ((first, last),)


def test_one_figure_a_month_is_joined_the_more_precise_one() -> None:
    first, vague, exact = (make_coverage(CODE, "2023-12", "10"), make_coverage(CODE, "2024", "24", precision="year"),
                           make_coverage(CODE, "2024-12", "30"))
    (series,) = _of(first, vague, exact).series
    assert series.runs == ((first, exact),)


def test_different_parts_of_all_are_not_joined() -> None:
    facts = (make_coverage(CODE, "2024-01", "10", segments_counted=frozenset({"PU", "BPU"})),
             make_coverage(CODE, "2025-01", "20", segments_counted=frozenset({"PU", "BPU", "Jakon"})))
    assert _of(*facts).series[0].runs == ()


def test_a_change_of_basis_tells_people_since_the_last_undisputed_count_never_percentages() -> None:
    doubtful = make_coverage(CODE, "2023-09", "29", basis="unknown", active=11_000, denominator=56_000, disputed=True)
    counted = make_coverage(CODE, "2024-09", "16.97", active=18_092, denominator=106_590)
    without = make_coverage(CODE, "2024-12", "19")
    after = make_coverage(CODE, "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794)
    first, second = _of(doubtful, counted, without, after).changes
    assert (first.before, first.after, first.people_change) == (doubtful, counted, None)
    assert (second.before, second.counted, second.people_change) == (without, counted, 696)


def test_another_denominator_of_the_same_letter_is_a_change_too() -> None:
    (change,) = _of(make_coverage(CODE, "2023-12", "80", active=80, denominator=100), make_coverage(CODE, "2024-12", "75", active=90, denominator=120)).changes
    assert change.people_change == 10


def test_undated_partial_and_uncounted_figures_stand_beside_and_later_ones_are_counted() -> None:
    undated = make_coverage(CODE, "", "29", precision="unknown")
    people_only = make_coverage(CODE, "2023-08", None, active=23_343)
    part = make_coverage(CODE, "2023-07", "70", segment="vulnerable")
    bound = make_coverage(CODE, "2023-01", None)
    never = make_coverage(CODE, "2023-02", "83", usable=False)
    late = make_coverage(CODE, "2026-02", "41")
    drawn = make_coverage(CODE, "2025-12", "40")
    found = trend(make_atlas(coverage=(undated, people_only, part, bound, never, late, drawn)), CODE, PER)
    assert (found.undated, found.without_percentage, found.parts, found.later) == ((), (people_only,), (part,), 1)
    assert trend(make_atlas(coverage=(undated, drawn)), CODE, PER).undated == (undated,)
    assert found.drawn == (drawn,)
    assert Decimal(83) not in [f.pct_printed for f in found.drawn]


def test_an_area_without_figures_has_an_empty_trend() -> None:
    found = _of()
    assert (found.series, found.changes, found.drawn, found.later) == ((), (), (), 0)
