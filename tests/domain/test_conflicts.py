"""Conflicts that arithmetic finds: every number here can be checked by hand."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType

import pandas as pd
import pytest

from tests.conftest import make_atlas, make_coverage, make_funding
from petaucj.data.catalogue import Catalogue, Release
from petaucj.data.schemas import TABLES
from petaucj.data.tables import typed
from petaucj.domain.conflicts import base_histories, mismatches, outlet_differences, rupiah_checks
from petaucj.domain.month import Month
from petaucj.domain.rates import corrections_of, expired, minimum_contribution, rates_of
from petaucj.domain.uses import sources_of_area, uses_of_sources


def make_catalogue(**rows: list[dict[str, str]]) -> Catalogue:
    """Return a catalogue of made-up rows; tables and cells not given are empty."""
    tables = {}
    for name, columns in TABLES.items():
        frame = pd.DataFrame([{column: row.get(column, "") for column in columns} for row in rows.get(name, [])], columns=list(columns), dtype=str)
        tables[name] = typed(frame, name)
    return Catalogue(MappingProxyType(tables), Release(1, "2026-11-21", "abc"))


@pytest.mark.parametrize(("printed", "active", "denominator", "again", "difference", "implied"), [
    ("93", 16_950, 19_042, "89.01", "3.99", (18_129, 18_226, 18_324)),
    ("13.30", 19_885, 170_744, "11.65", "1.65", (149_456, 149_511, 149_567)),
])
def test_a_printed_percentage_its_own_counts_do_not_give(printed, active, denominator, again, difference, implied) -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", pct=printed, active=active, denominator=denominator),))
    (found,) = mismatches(atlas)
    assert (found.recomputed, found.difference) == (Decimal(again), Decimal(difference))
    assert (found.implied.low, found.implied.value, found.implied.high) == implied


def test_rounding_and_missing_counts_are_no_mismatch() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", pct="30.40", active=18_788, denominator=61_794),
                                 make_coverage("13.02", pct="44", active=500)))
    assert mismatches(atlas) == ()


def test_the_base_changes_with_the_letter_or_the_denominator() -> None:
    atlas = make_atlas(coverage=(
        make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590),
        make_coverage("13.01", "2024", "19", "year"),
        make_coverage("13.01", "2025-10", "30.40", active=18_788, denominator=61_794, basis="bpjs_potential"),
        make_coverage("13.01", "", "29", "unknown"),
        make_coverage("13.02", "2024-09", "20", denominator=1000), make_coverage("13.02", "2025-09", "21", denominator=1000),
        make_coverage("13.71", "2024-09", "20", denominator=1000), make_coverage("13.71", "2025-09", "21", denominator=1010),
    ))
    first, second = base_histories(atlas)
    assert [(step.changed, step.active_change) for step in first.steps] == [(False, None), (False, None), (True, 696)]
    assert [fact.pct_printed for fact in first.undated] == [Decimal("29")]
    assert (second.area_code, [step.changed for step in second.steps]) == ("13.71", [False, True])


def test_the_province_has_a_history_too_but_parts_of_the_workforce_have_none() -> None:
    atlas = make_atlas(coverage=(
        make_coverage("13", "2024-06", "38.87", basis="bpjs_potential"), make_coverage("13", "2024-10", "24.62"),
        make_coverage("13.01", "2024-06", "5", segment="non_wage", denominator=10),
        make_coverage("13.01", "2024-10", "6", segment="non_wage", denominator=20),
    ))
    assert [history.area_code for history in base_histories(atlas)] == ["13"]


def _coverage_row(record: str, source: str, **cells: str) -> dict[str, str]:
    return {"record_id": record, "kemendagri_code": "13.01", "fact_key": "k", "source_id": source, **cells}


def test_outlets_of_one_statement_that_print_different_values() -> None:
    catalogue = make_catalogue(
        coverage=[_coverage_row("a", "s1", coverage_pct_printed="28", as_of="2024-09"),
                  _coverage_row("b", "s2", coverage_pct_printed="28.0", as_of="2024-09-30"),
                  _coverage_row("c", "s3", as_of="2024-09")],
        funding=[{"record_id": "f1", "kemendagri_code": "13.01", "fact_key": "f", "source_id": "s1", "months_funded": "2", "workers": "10"},
                 {"record_id": "f2", "kemendagri_code": "13.01", "fact_key": "f", "source_id": "s2", "months_funded": "1"}],
    )
    (found,) = outlet_differences(catalogue)
    assert (found.table, found.column, found.values) == ("funding", "months_funded", ((2, ("s1",)), (1, ("s2",))))


def test_days_that_exclude_one_another_differ_but_a_more_precise_one_does_not() -> None:
    same = make_catalogue(coverage=[_coverage_row("a", "s1", as_of="2022-12"), _coverage_row("b", "s2", as_of="2022-12-03")])
    other = make_catalogue(coverage=[_coverage_row("a", "s1", as_of="2022-12-02"), _coverage_row("b", "s2", as_of="2022-12-03")])
    assert outlet_differences(same) == ()
    assert [found.column for found in outlet_differences(other)] == ["as_of"]


@pytest.mark.parametrize(("workers", "months", "printed", "difference", "rounded", "per_month"), [
    (7_764, 11, 1_434_787_200, 0, False, 16_800),
    (3_360, 5, 282_000_000, -240_000, True, 16_786),
    (1_400, 12, 288_000_000, 5_760_000, False, 17_143),
    (4_133, 5, 1_000_000_000, 652_828_000, False, 48_391),
    (100, 1, 1_680_000, 0, False, 16_800),
])
def test_rupiah_against_workers_months_and_contribution(workers, months, printed, difference, rounded, per_month) -> None:
    (check,) = rupiah_checks(make_atlas(funding=(make_funding("13.01", workers=workers, months_funded=months, contribution_idr=printed),)), 16_800)
    assert (check.difference, check.rounded, check.per_month) == (difference, rounded, per_month)


def test_rupiah_is_not_checked_where_one_of_the_three_is_missing() -> None:
    funding = (make_funding("13.01", workers=None, months_funded=2, contribution_idr=5), make_funding("13.01", contribution_idr=5),
               make_funding("13.01", months_funded=2))
    assert rupiah_checks(make_atlas(funding=funding), 16_800) == ()


RATES = [
    {"rate_id": "jkk", "segment": "non_wage", "programme": "work_injury", "sector": "any", "payer_class": "any", "kind": "share_of_income",
     "ratio": "0.01", "min_idr_per_month": "10000", "verification": "press"},
    {"rate_id": "jkm", "segment": "non_wage", "programme": "death", "sector": "any", "payer_class": "any", "kind": "flat",
     "amount_idr_per_month": "6800"},
    {"rate_id": "relief", "segment": "non_wage", "programme": "death", "sector": "any", "payer_class": "self_or_private", "kind": "flat",
     "amount_idr_per_month": "3400", "valid_from": "2026-04", "valid_to": "2026-12"},
]


def test_the_smallest_contribution_is_added_up_from_standing_rates() -> None:
    rates = rates_of(make_catalogue(rates=RATES))
    assert minimum_contribution(rates).amount_idr == 16_800
    assert minimum_contribution(rates[1:]) is None
    assert [expired(rate, Month(2027, 1)) for rate in rates] == [False, False, True]
    assert not expired(rates[2], Month(2026, 12))


def test_corrections_are_records() -> None:
    (held,) = corrections_of(make_catalogue(corrections=[{"correction_id": "c1", "table": "coverage", "column": "as_of", "expected_value": "2023-10",
                                                          "corrected_value": "2024-10", "reason_id": "Salah cetak.", "reason_en": "Misprint."}]))
    assert (held.printed, held.meant, held.reason.of("id")) == ("2023-10", "2024-10", "Salah cetak.")


def test_uses_count_a_repeated_statement_once_for_each_source() -> None:
    catalogue = make_catalogue(
        coverage=[_coverage_row("a", "s1"), _coverage_row("b", "s2"), _coverage_row("c", "s1")],
        milestones=[{"record_id": "m", "kemendagri_code": "13.02", "source_id": "s1"}], conflicts=[{"conflict_id": "x", "source_ids": "s1;s2"}],
    )
    assert uses_of_sources(catalogue) == {"s1": {"coverage": 1, "milestones": 1, "conflicts": 1}, "s2": {"coverage": 1, "conflicts": 1}}
    assert sources_of_area(catalogue, "13.02") == {"s1"}
    assert sources_of_area(catalogue, "13.01") == {"s1", "s2"}
