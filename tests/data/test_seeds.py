"""The shipped seeds: all facts are there, every figure of the five articles reproduces as printed, corrections hold."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from petaucj.data.catalogue import Catalogue, load_catalogue
from petaucj.data.plan_format import FUND_WORD
from petaucj.data.schemas import PLANNING_VALUES
from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import newest_coverage
from petaucj.domain.gather import gather
from petaucj.domain.month import Month
from petaucj.domain.names import match_name
from petaucj.domain.targets import standing

CATALOGUE: Catalogue = load_catalogue()
ATLAS: Atlas = gather(CATALOGUE)
NEWEST = Month(2025, 12)


@pytest.mark.parametrize(("table", "rows"), [("coverage", 104), ("funding", 161), ("benefits", 61), ("milestones", 97), ("workforce", 46)])
def test_every_collected_fact_is_there(table: str, rows: int) -> None:
    assert len(CATALOGUE[table]) == rows


def test_statements_are_grouped_and_sources_kept() -> None:
    assert (len(ATLAS.coverage), len(ATLAS.funding), len(ATLAS.benefits)) == (87, 132, 60)
    assert len(ATLAS.sources) >= 202


# Every figure of the five articles: article, area, what, as printed.
COVERAGE_FIGURES = [
    ("seed0", "13.11", "2025-10", "30.40", 18_788, 61_794), ("seed2", "13.11", "2024", "19", None, None),
    ("seed3", "13.73", "2024-03", "105", None, None), ("seed4", "13.12", "2025-08-04", "33.51", None, None),
]
FUNDING_FIGURES = [
    ("seed0", "13.11", "district_budget", 9_650, 2, None), ("seed0", "13.11", "palm_oil_share", 2_800, 6, None),
    ("seed1", "13.03", "district_budget", 1_333, None, None), ("seed1", "13.03", "district_budget", 16_590, None, None),
    ("seed1", "13.03", "district_budget", 5_174, 2, None), ("seed1", "13.03", "district_budget", None, None, 5_400_000_000),
    ("seed4", "13.12", "palm_oil_share", 7_723, 3, None), ("seed4", "13.12", "not_protected", 3_805, None, None),
]


def _whole(cell: object) -> int | None:
    return None if pd.isna(cell) else int(cell)


@pytest.mark.parametrize(("source", "code", "as_of", "pct", "active", "base"), COVERAGE_FIGURES)
def test_coverage_figures_of_the_articles(source: str, code: str, as_of: str, pct: str, active: int | None, base: int | None) -> None:
    table = CATALOGUE["coverage"]
    (row,) = table[(table["source_id"] == source) & (table["kemendagri_code"] == code) & (table["segment"] == "all")].to_dict("records")
    assert (row["as_of"], str(row["coverage_pct_printed"])) == (as_of, pct)
    assert (_whole(row["active_participants"]), _whole(row["denominator"])) == (active, base)


@pytest.mark.parametrize(("source", "code", "fund", "workers", "months", "rupiah"), FUNDING_FIGURES)
def test_funding_figures_of_the_articles(source: str, code: str, fund: str, workers: int | None, months: int | None, rupiah: int | None) -> None:
    table = CATALOGUE["funding"]
    rows = table[(table["source_id"] == source) & (table["kemendagri_code"] == code) & (table["funding_source"] == fund)]
    found = {tuple(map(_whole, row)) for row in rows[["workers", "months_funded", "contribution_idr"]].itertuples(index=False)}
    assert (workers, months, rupiah) in found


def test_targets_benefits_price_and_dates_of_the_articles() -> None:
    targets = {(t.area_code, str(t.pct_printed), t.year) for t in ATLAS.targets}
    assert {("13.11", "28.30", 2025), ("13.12", "51.4", 2025)} <= targets
    assert [str(f.target_pct_printed) for f in ATLAS.coverage if f.fact_key.startswith("13.11|2024|all")] == ["28"]
    (sijunjung,) = [b for b in ATLAS.benefits if b.fact_key == "13.03|2022-03..2025-07|JKK+JKM|5800000000"]
    assert (sijunjung.cases, sijunjung.benefit_idr) == (119, 5_800_000_000)
    rates = CATALOGUE["rates"].set_index("rate_id")
    assert rates.loc["non_wage_work_injury", "min_idr_per_month"] + rates.loc["non_wage_death", "amount_idr_per_month"] == 16_800
    dated = {(m.area_code, m.date, m.kind) for m in ATLAS.milestones}
    assert {("13.11", "2025-02-12", "plan"), ("13.12", "2025-08-04", "mou"), ("13.12", "2025-08-04", "fgd"), ("13.03", "2022-03", "launch"),
            ("13.03", "2025-06", "launch"), ("13.11", "2025-07", "launch"), ("13.11", "2025-11", "launch"), ("13.73", "2024-03", "award")} <= dated


def test_cover_of_solok_selatan_ends_in_december_2025() -> None:
    known = {(f.workers, str(f.cover_start), str(f.cover_end), f.end_of_cover) for f in ATLAS.funding_by_area["13.11"] if f.cover_end}
    assert {(9_650, "2025-11", "2025-12", "stated"), (2_800, "2025-07", "2025-12", "computed")} <= known


def test_paid_up_to_is_not_an_end_of_cover() -> None:
    assert all(f.cover_end is None for f in ATLAS.funding_by_area["13.03"])


def test_the_first_correction_moves_the_province_from_2023_to_2024() -> None:
    from petaucj.data.paths import seeds_dir
    from petaucj.data.tables import read_text_table

    printed = read_text_table(seeds_dir() / "coverage.csv").set_index("record_id")
    assert printed.loc["cov-013", "as_of"] == "2023-10"
    assert CATALOGUE["coverage"].set_index("record_id").loc["cov-013", "as_of"] == "2024-10"
    (fact,) = [f for f in ATLAS.coverage if f.fact_key == "13|2024-10|all|24.62"]
    assert fact.as_of.month == Month(2024, 10)


BASIS_READINGS = {
    "13.02|2025-06|all|13.85": ("bps_employed", "stated"), "13.73|2025|all|57.84": ("bps_employed", "stated"),
    "13|2024-10|all|24.62": ("bps_employed", "inferred"), "13.11|2024-09|all|16.97": ("bps_employed", "inferred"),
    "13.11|2024|all|19": ("bps_employed", "inferred"), "13|2021-08|all|18.32": ("bps_labour_force", "stated"),
    "13.75|2022-02|all|16": ("bps_labour_force", "stated"), "13.10|undated|all|21": ("bps_labour_force", "inferred"),
    "13.12|2024-08|all|23": ("bps_labour_force", "inferred"), "13.73|2024|all|62.19": ("bps_labour_force", "inferred"),
    "13.11|2025-10|all|30.40": ("bpjs_potential", "stated"), "13.03|2023-10|all|41": ("bpjs_potential", "stated"),
    "13|2024-06|all|38.87": ("bpjs_potential", "inferred"), "13.73|2023-03|all|74": ("bpjs_potential", "inferred"),
    "13.73|2023-03|all|75": ("bpjs_potential", "inferred"), "13.73|2024-03|all|105": ("bpjs_potential", "inferred"),
    "13.74|2022-12|all|93": ("bpjs_potential", "inferred"), "13.74|2023-12|all|96.52": ("bpjs_potential", "inferred"),
    "13.74|2024-12|all|78": ("bpjs_potential", "inferred"), "13.76|undated|all|26.98": ("bpjs_potential", "inferred"),
    "13.04|2021|all|13.30": ("unknown", "undecided"), "13.07|2024-07|all|19.30": ("unknown", "undecided"),
    "13.11|2023-09|all|29": ("unknown", "undecided"), "13.12|2024-12|all|30": ("unknown", "undecided"),
    "13.12|2025-08|all|33.51": ("unknown", "undecided"), "13.71|2024-11|all|44": ("unknown", "undecided"),
    "13.77|2025-04|all|37": ("unknown", "undecided"), "13.03|2025-06|all|27.72": ("unknown", "undecided"),
}


@pytest.mark.parametrize("key", BASIS_READINGS)
def test_our_reading_of_each_base(key: str) -> None:
    (fact,) = [f for f in ATLAS.coverage if f.fact_key == key]
    assert (fact.basis, fact.basis_status) == BASIS_READINGS[key]


@pytest.mark.parametrize(("name", "codes"), [
    ("Solok", ("13.02", "13.72", "13.11")), ("Kab. Solok", ("13.02",)), ("KABUPATEN SOLOK", ("13.02",)), ("Kota Solok", ("13.72",)),
    ("Solok Selatan", ("13.11",)), ("Solsel", ("13.11",)), ("Padang", ("13.71",)), ("Padang Pariaman", ("13.05",)), ("Padang Panjang", ("13.74",)),
    ("Pariaman", ("13.77",)), ("Lima Puluh Kota", ("13.07",)), ("Limapuluh Kota", ("13.07",)), ("50 Kota", ("13.07",)),
    ("Sawah Lunto", ("13.73",)), ("Sawahlunto", ("13.73",)), ("Pasbar", ("13.12",)), ("Pessel", ("13.01",)), ("Pasaman", ("13.08",)),
    ("Pasaman Timur", ()), ("Padan", ()),
])
def test_names(name: str, codes: tuple[str, ...]) -> None:
    match = match_name(name, ATLAS.aliases)
    assert (match.code,) == codes if len(codes) == 1 else (match.code, match.candidates) == (None, codes)


# How a plan may use each fund: payer class and how we know it, eligible people and cap needed, first month, months seen, who is left out.
FUND_RULES = {
    "employer": ("employer", "stated", True, False, None, None, None, ""),
    "self_paid": ("self_or_private", "stated", True, False, None, None, None, ""),
    "palm_oil_share": ("state_budget", "inferred", True, True, 7, 3, 11, "13.09"),
    "csr": ("self_or_private", "inferred", False, True, None, 1, 3, ""),
    "zakat": ("self_or_private", "inferred", True, True, None, 1, 2, ""),
    "civil_servants": ("self_or_private", "inferred", True, False, None, 1, 12, ""),
    "donation": ("self_or_private", "inferred", False, True, None, 1, 2, ""),
    "village_budget": ("state_budget", "inferred", True, True, None, None, None, "kota;13.09"),
    "village_fund": ("state_budget", "inferred", True, True, None, None, None, ""),
    "province_budget": ("state_budget", "stated", False, True, None, 12, 12, ""),
    "district_budget": ("state_budget", "stated", False, True, None, 2, 12, ""),
}


def test_the_default_waterfall_names_every_plannable_fund_once() -> None:
    table = CATALOGUE["fund_rules"].sort_values("waterfall_order")
    assert list(table["funding_source"]) == list(FUND_RULES)
    assert list(table["waterfall_order"]) == list(range(1, 12))
    assert set(FUND_RULES) == set(FUND_WORD)


@pytest.mark.parametrize("fund", FUND_RULES)
def test_how_a_plan_may_use_each_fund(fund: str) -> None:
    row = CATALOGUE["fund_rules"].set_index("funding_source").loc[fund]
    months = tuple(_whole(row[name]) for name in ("usual_first_month", "usual_months_min", "usual_months_max"))
    assert (row["payer_class"], row["payer_class_status"], row["needs_eligible"], row["needs_cap"], *months, row["excluded"]) == FUND_RULES[fund]
    assert row["source_ids"] and row["note_id"] and row["note_en"]


PLAN_VALUES = {
    "growth_low": ("2.4", "inference", "bisnis20250506"), "growth_high": ("2.8", "inference", "tribun20241105"),
    "acceptance_low": ("0.898", "inference", "w45_antarabengkulu"),
    "full_death_after_months": ("3", "unverified_original", "w07_bongkar86"),
    "death_full_idr": ("42000000", "press", "w41_grid"), "death_short_idr": ("10000000", "press", "w06_bursakota"),
    "scholarship_max_idr": ("174000000", "press", "w43_tribunbanjarmasin"), "scholarship_after_years": ("3", "press", "w41_grid"),
    "work_injury_death_idr": ("70000000", "press", "antara641565"), "lapse_months": ("3", "press", "w22_grid"),
    "palm_oil_other_share": ("0.20", "unverified_original", "w61_jdih"),
    "palm_oil_support_share": ("0.10", "unverified_original", "w61_jdih"), "wage_example_idr": ("3182955", "press", "w39_wahananews"),
}


@pytest.mark.parametrize("value_id", PLAN_VALUES)
def test_each_planning_value_is_as_its_source_says(value_id: str) -> None:
    row = CATALOGUE["planning_values"].set_index("value_id").loc[value_id]
    assert (str(row["value"]), row["verification"], row["source_id"]) == PLAN_VALUES[value_id]
    assert (row["unit"], row["checked_on"]) == (PLANNING_VALUES[value_id], "2026-11-21")
    assert row["note_id"] and row["note_en"]


def test_every_planning_value_is_asserted_and_follows_from_its_figures() -> None:
    assert set(CATALOGUE["planning_values"]["value_id"]) == set(PLAN_VALUES) == set(PLANNING_VALUES)
    values = CATALOGUE["planning_values"].set_index("value_id")["value"]
    assert values["acceptance_low"] == round(Decimal(1616) / 1800, 3)
    assert values["growth_low"] == round(Decimal("70.74") / 2910 * 100, 1)
    assert values["growth_high"] == round(Decimal("79.83") / (2920 - Decimal("79.83")) * 100, 1)
    assert values["scholarship_max_idr"] == 2 * (12 + 6 + 9 + 60) * 10**6
    assert values["death_full_idr"] == (20 + 12 + 10) * 10**6


ALLOTTED = {"13.12": 6_170_000_000, "13.10": 4_080_000_000, "13.01": 3_860_000_000, "13.11": 3_560_000_000, "13.06": 3_300_000_000,
            "13.75": 839_000_000, "13.76": 787_000_000, "13.74": 703_000_000}


def test_the_palm_oil_share_of_2025() -> None:
    table = CATALOGUE["allocations"]
    assert dict(zip(table["kemendagri_code"], table["allocation_idr"], strict=True)) == ALLOTTED
    assert set(zip(table["funding_source"], table["year"], table["source_id"], strict=True)) == {("palm_oil_share", 2025, "w69_haluan129564")}
    assert table["note_id"].str.contains("dibulatkan: Rp").all() and table["note_en"].str.contains("rounded: Rp").all()


def test_both_code_systems_of_the_dangerous_pairs() -> None:
    by_bps = {d.bps_code: d.code for d in ATLAS.districts}
    assert (by_bps["1310"], by_bps["1311"], by_bps["1301"], by_bps["1302"]) == ("13.11", "13.10", "13.09", "13.01")
    assert sum(d.bps_code != d.code.replace(".", "") for d in ATLAS.districts) == 11
    assert {b: sum(d.branch == b for d in ATLAS.districts) for b in ("padang", "solok", "bukittinggi")} == {"padang": 5, "solok": 6, "bukittinggi": 8}


def test_the_three_solok_districts_keep_their_own_figures() -> None:
    shown = {code: newest_coverage(ATLAS, code, NEWEST) for code in ("13.02", "13.72", "13.11")}
    assert str(shown["13.02"].pct_printed) == "13.85"
    assert shown["13.72"] is None
    assert str(shown["13.11"].pct_printed) == "30.40"


def test_solok_selatan_on_the_targets_own_denominator() -> None:
    result = standing(ATLAS, "13.11", NEWEST)
    assert (result.converted.pct, result.converted_gap.people_short) == (Decimal("17.63"), 11_377)


def test_sawahlunto_105_is_shown_whole() -> None:
    assert newest_coverage(ATLAS, "13.73", Month(2024, 3)).pct_printed == 105


def test_pasaman_barat_has_no_denominator_so_no_people() -> None:
    result = standing(ATLAS, "13.12", NEWEST)
    assert (result.target.pct_printed, result.gap, result.converted_gap, result.reason) == (Decimal("51.4"), None, None, "basis_unknown")


def test_undated_figures_stand_only_at_the_newest_month() -> None:
    assert newest_coverage(ATLAS, "13.10", NEWEST).pct_printed == 21
    assert newest_coverage(ATLAS, "13.10", Month(2025, 11)) is None
    assert newest_coverage(ATLAS, "13.76", NEWEST).as_of.month is None


def test_the_headline_of_59_per_cent_is_never_drawn() -> None:
    (fact,) = [f for f in ATLAS.coverage if f.fact_key == "13|2021-05|all|59"]
    assert not fact.usable


def test_rpjmn_years_nobody_published_stay_empty() -> None:
    assert sorted(t.year for t in ATLAS.targets if t.regime == "rpjmn") == [2025, 2029]


def test_the_health_programme_stays_out() -> None:
    for name, frame in CATALOGUE.tables.items():
        for column in frame.columns:
            if column.endswith(("_id", "_en", "wording")):
                assert not frame[column].astype(str).str.contains("BPJS Kesehatan|JKN|UHC", case=False).any(), (name, column)


def test_no_sentence_of_an_article_is_copied() -> None:
    longest = max((len(str(cell).split()) for frame in CATALOGUE.tables.values() for column in frame if "wording" in column for cell in frame[column]), default=0)
    assert longest <= 16


def test_every_seed_file_is_plain_utf8_with_unix_lines() -> None:
    for path in (Path(__file__).parents[2] / "seeds").glob("*.csv"):
        body = path.read_bytes()
        assert b"\r" not in body
        body.decode("utf-8")
