"""All known ends of cover in six months, and how many statements tell none."""

from __future__ import annotations

from petaucj.domain.cover_ends import WithoutEnd, cover_ends
from petaucj.domain.month import Month
from tests.conftest import make_atlas, make_funding


def ending(code: str, last: str, workers: int | None = 100, **more: object):
    """Return funding whose cover ends in a month."""
    end = Month.parse(last)
    fund = more.pop("fund", "district_budget")
    return make_funding(code, fund, workers, cover_start=end.plus(-1), cover_end=end, **more)


def _told(atlas, first: str) -> list[tuple[str, list[tuple[str, str, str, int]]]]:
    return [(str(month.month), [(p.area_code, p.funding_source, p.status, p.at_most) for p in month.payers]) for month in cover_ends(atlas, Month.parse(first)).months]


def test_the_window_has_six_months_and_both_its_edges_belong_to_it() -> None:
    atlas = make_atlas(funding=(ending("13.01", "2025-06"), ending("13.01", "2025-07", 7), ending("13.01", "2025-12", 12), ending("13.01", "2026-01")))
    told = _told(atlas, "2025-07")
    assert [month for month, _ in told] == ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"]
    assert [(month, rows[0][3]) for month, rows in told if rows] == [("2025-07", 7), ("2025-12", 12)]


def test_districts_in_their_order_and_planned_apart_from_realised() -> None:
    atlas = make_atlas(funding=(ending("13.71", "2025-12", 5), ending("13.01", "2025-12", 3, status="planned"), ending("13.01", "2025-12", 2),
                                ending("13", "2025-12", 999), ending("13.01", "2025-12", 4, status="gap")))
    assert _told(atlas, "2025-12")[0] == ("2025-12", [("13.01", "district_budget", "planned", 3), ("13.01", "district_budget", "realised", 2),
                                                      ("13.71", "district_budget", "realised", 5)])


def test_one_payer_of_one_district_is_summed_in_a_month_and_never_across() -> None:
    atlas = make_atlas(funding=(ending("13.01", "2025-11", 10), ending("13.01", "2025-12", 20), ending("13.01", "2025-12", 30, period_end=""),
                                ending("13.01", "2025-12", 40, fund="csr")))
    assert [rows for _, rows in _told(atlas, "2025-11")][:2] == [
        [("13.01", "district_budget", "realised", 10)], [("13.01", "district_budget", "realised", 50), ("13.01", "csr", "realised", 40)]]


def test_sums_of_others_and_statements_without_people_are_no_end() -> None:
    atlas = make_atlas(funding=(ending("13.01", "2025-12", 60, count_kind="total_of_parts"), ending("13.01", "2025-12", None, count_kind="no_number")))
    held = cover_ends(atlas, Month(2025, 12))
    assert (held.facts, held.area_codes, held.without_end) == ((), frozenset(), ())


def test_statements_of_the_windows_years_that_tell_no_end_are_counted_by_district() -> None:
    atlas = make_atlas(funding=(
        make_funding("13.01", workers=1), make_funding("13.01", workers=2, status="planned"), make_funding("13.01", workers=3, count_kind="total_of_parts"),
        make_funding("13.01", workers=4, period_start="2024", period_end="2024"), make_funding("13.71", workers=5, period_start="2024-03", period_end="2026-01"),
        make_funding("13.71", workers=None, period_start="", period_end=""), make_funding("13.71", workers=6, period_start="2026", period_end="", status="gap"),
    ))
    assert cover_ends(atlas, Month(2025, 3)).without_end == (WithoutEnd("13.01", 1, 1), WithoutEnd("13.71", 1, 0))
    assert cover_ends(atlas, Month(2026, 3)).without_end == (WithoutEnd("13.71", 1, 0),)
    # A window over new year speaks of both years.
    assert cover_ends(atlas, Month(2024, 11)).without_end == (WithoutEnd("13.01", 2, 1), WithoutEnd("13.71", 1, 0))
