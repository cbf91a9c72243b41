"""Who pays where: one year, one status, the largest single number."""

from __future__ import annotations

from petaucj.domain.matrix import funding_matrix, last_year
from petaucj.domain.month import Month
from tests.conftest import make_atlas, make_funding


def test_a_cell_takes_the_largest_single_number_and_counts_its_statements() -> None:
    atlas = make_atlas(funding=(make_funding("13.01", workers=5_174), make_funding("13.01", workers=16_590),
                                make_funding("13.01", workers=None, count_kind="no_number")))
    cell = funding_matrix(atlas, 2025, "realised").rows[0].cell("district_budget")
    assert (cell.largest.workers, len(cell.statements), cell.drawn) == (16_590, 3, True)


def test_years_and_statuses_never_meet() -> None:
    atlas = make_atlas(funding=(make_funding("13.01", workers=10), make_funding("13.01", workers=20, status="planned"),
                                make_funding("13.01", workers=30, period_start="2024", period_end="2024"),
                                make_funding("13.01", workers=40, period_start="", period_end="")))
    row = funding_matrix(atlas, 2025, "realised").rows[0]
    assert [f.workers for f in row.cell("district_budget").statements] == [10]
    assert [f.workers for f in row.undated] == [40]
    assert funding_matrix(atlas, 2025, "planned").rows[0].cell("district_budget").largest.workers == 20


def test_a_sum_of_parts_yields_to_a_number_of_its_own_and_is_never_drawn() -> None:
    parts = make_funding("13.01", "mixed", 2_410, count_kind="total_of_parts")
    atlas = make_atlas(funding=(parts, make_funding("13.01", workers=16_590, count_kind="cumulative"), make_funding("13.01", workers=1_333)))
    row = funding_matrix(atlas, 2025, "realised").rows[0]
    assert row.cell("district_budget").largest.workers == 1_333
    assert (row.cell("mixed").largest.workers, row.cell("mixed").drawn) == (2_410, False)


def test_what_began_earlier_is_carried_and_never_the_years_own() -> None:
    fact = make_funding("13.01", "palm_oil_share", 7_764, period_start="2024-06-01", period_end="2025-04-30",
                        cover_start=Month(2024, 6), cover_end=Month(2025, 4))
    cell = funding_matrix(make_atlas(funding=(fact,)), 2025, "realised").rows[0].cell("palm_oil_share")
    assert (cell.statements, cell.carried, cell.largest, cell.drawn) == ((), (fact,), None, False)
    assert last_year(fact) == 2025
    assert funding_matrix(make_atlas(funding=(fact,)), 2026, "realised").rows[0].cells == ()


def test_the_province_stands_apart_and_its_shares_are_known() -> None:
    atlas = make_atlas(funding=(make_funding("13", workers=300), make_funding("13.01", workers=200, count_kind="part_of_3000"),
                                make_funding("13.02", workers=100, count_kind="part_of_3000")))
    held = funding_matrix(atlas, 2025, "realised")
    assert (len(held.rows), held.province.cell("district_budget").largest.workers) == (3, 300)
    assert sum(cell.largest.workers for cell in held.parts) == 300


def test_funds_keep_the_display_order_and_only_those_spoken_of() -> None:
    atlas = make_atlas(funding=(make_funding("13.01", "csr"), make_funding("13.02", "palm_oil_share"), make_funding("13.02", "zakat")))
    assert funding_matrix(atlas, 2025, "realised").funds == ("palm_oil_share", "csr", "zakat")
    assert funding_matrix(atlas, 2020, "realised").funds == ()
