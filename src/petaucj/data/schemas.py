"""The seed tables and what each of their columns may hold (seeds/README.md says it in words)."""

from __future__ import annotations

from petaucj.data.rules import (
    ANY_AREA, AREA, BPS, COUNT, DATE, DECIMAL, DISTRICT, KEY, MONTH, PERIOD, TEXT, URL, YEAR, YES_NO,
    Column, maybe, need, one_of, unique,
)

BASES = ("bps_employed", "bps_labour_force", "bpjs_potential", "unknown")
SEGMENTS = ("all", "wage", "non_wage", "vulnerable", "construction", "unclear")
PRECISIONS = ("day", "month", "quarter", "year", "unknown")
AS_OF_BASES = ("stated_cutoff", "event_date", "publication_date", "unknown")
FUNDING_SOURCES = (
    "province_budget", "district_budget", "village_budget", "village_fund", "palm_oil_share", "csr", "zakat",
    "donation", "civil_servants", "employer", "self_paid", "mixed", "unspecified", "not_protected",
)
FUNDING_STATUSES = ("realised", "planned", "gap")
TRUST_LEVELS = ("high", "medium_high", "medium", "low_medium", "low")
REGIMES = ("rpjpn", "rpjmn", "rkp", "national_other", "province", "district", "mou")
CONFLICT_KINDS = (
    "printed_vs_recomputed", "two_outlets", "base_change", "target_vs_actual", "misprint", "date",
    "additive_or_included", "firsts",
)
PAYER_CLASSES = ("state_budget", "self_or_private", "employer")
VERIFICATIONS = ("press", "code_source", "unverified_original", "inference")
VALUE_UNITS = ("ratio", "pct_per_year", "idr", "months", "years")
# The values a plan cannot do without, each in the unit the planner reads it in.
PLANNING_VALUES = {
    "growth_low": "pct_per_year", "growth_high": "pct_per_year", "acceptance_low": "ratio", "full_death_after_months": "months",
    "death_full_idr": "idr", "death_short_idr": "idr", "scholarship_max_idr": "idr", "scholarship_after_years": "years",
    "work_injury_death_idr": "idr", "lapse_months": "months", "palm_oil_other_share": "ratio", "palm_oil_support_share": "ratio",
    "wage_example_idr": "idr",
}

_NOTES = {"note_id": maybe(TEXT), "note_en": maybe(TEXT)}
_AREA_OR_BRANCH = {"district": need(TEXT), "kemendagri_code": maybe(AREA), "branch": maybe(one_of("padang", "solok", "bukittinggi"))}

TABLES: dict[str, dict[str, Column]] = {
    "districts": {
        "kemendagri_code": unique(DISTRICT), "bps_code": unique(BPS), "name": unique(TEXT),
        "district_kind": need(one_of("kabupaten", "kota")), "name_short": unique(TEXT), "name_tile": unique(TEXT),
        "capital": maybe(TEXT), "branch": need(one_of("padang", "solok", "bukittinggi")),
        "branch_verified": need(YES_NO), "branch_source_id": maybe(KEY), "area_km2": need(DECIMAL),
        "population": need(COUNT), "population_source_id": need(KEY),
        "tile_column": need(COUNT), "tile_row": need(COUNT),
    },
    "aliases": {"alias": unique(TEXT), "kemendagri_code": maybe(DISTRICT), "candidates": maybe(TEXT)},
    "sources": {
        "source_id": unique(KEY), "publisher": need(TEXT), "title": maybe(TEXT), "title_from_address": maybe(TEXT),
        "url": need(URL), "published_on": maybe(DATE), "event_date": maybe(DATE), "accessed_on": need(DATE),
        "licence": need(KEY), "trust": need(one_of(*TRUST_LEVELS)), "trust_note_id": maybe(TEXT),
        "trust_note_en": maybe(TEXT), "read_as_id": need(TEXT), "read_as_en": need(TEXT),
    },
    "coverage": {
        "record_id": unique(KEY), **_AREA_OR_BRANCH, "as_of": maybe(DATE), "as_of_precision": need(one_of(*PRECISIONS)),
        "as_of_basis": need(one_of(*AS_OF_BASES)), "segment": need(one_of(*SEGMENTS)), "segments_counted": maybe(TEXT),
        "coverage_pct_printed": maybe(DECIMAL), "active_participants": maybe(COUNT), "denominator": maybe(COUNT),
        "denominator_wording": maybe(TEXT), "metric_wording": maybe(TEXT), "basis": need(one_of(*BASES)),
        "basis_status": need(one_of("stated", "inferred", "undecided")), "basis_reason_id": maybe(TEXT),
        "basis_reason_en": maybe(TEXT), "target_pct_printed": maybe(DECIMAL), "target_year": maybe(YEAR),
        "status": need(one_of("stated", "derived")), "use": need(one_of("chart", "evidence", "never")),
        "source_id": need(KEY), "fact_key": need(TEXT), **_NOTES,
    },
    "targets": {
        "target_id": unique(KEY), "area_code": need(ANY_AREA), "regime": need(one_of(*REGIMES)), "year": maybe(YEAR),
        "segment": need(one_of(*SEGMENTS)), "target_pct_printed": maybe(DECIMAL), "target_people": maybe(COUNT),
        "basis": need(one_of(*BASES)), "basis_status": need(one_of("stated", "inferred", "undecided")),
        "basis_reason_id": maybe(TEXT), "basis_reason_en": maybe(TEXT), "legal_basis": maybe(TEXT),
        "legal_basis_status": need(one_of("stated", "unverified", "not_stated")), "source_id": need(KEY),
        "fact_key": maybe(TEXT), **_NOTES,
    },
    "funding": {
        "record_id": unique(KEY), "district": need(TEXT), "kemendagri_code": need(AREA), "funding_source": need(one_of(*FUNDING_SOURCES)),
        "funding_source_wording": maybe(TEXT), "segment": need(KEY), "group_id": maybe(TEXT), "group_en": maybe(TEXT),
        "workers": maybe(COUNT), "contribution_idr": maybe(COUNT),
        "contribution_kind": maybe(one_of("paid", "budget", "transfer", "cumulative")), "months_funded": maybe(COUNT),
        "period_start": maybe(DATE), "period_end": maybe(DATE),
        "end_of_cover": need(one_of("stated", "computed", "not_stated")), "cover_start": maybe(MONTH),
        "cover_end": maybe(MONTH), "status": need(one_of(*FUNDING_STATUSES)),
        "count_kind": need(one_of("as_printed", "part_of_3000", "no_number", "cumulative", "total_of_parts", "derived", "gap")),
        "source_id": need(KEY), "fact_key": need(TEXT), **_NOTES,
    },
    "benefits": {
        "record_id": unique(KEY), **_AREA_OR_BRANCH, "period": need(PERIOD), "cases": maybe(COUNT),
        "benefit_idr": maybe(COUNT),
        "programme": need(one_of("all", "work_injury", "death", "work_injury_and_death", "old_age", "pension", "job_loss", "scholarship")),
        "source_id": need(KEY), "fact_key": need(TEXT), **_NOTES,
    },
    "milestones": {
        "record_id": unique(KEY), "district": need(TEXT), "kemendagri_code": need(AREA), "date": need(DATE), "kind": need(KEY),
        "status": need(one_of("done", "planned", "nominated", "frame")), "title_id": need(TEXT), "title_en": need(TEXT),
        "source_id": need(KEY), **_NOTES,
    },
    "workforce": {
        "record_id": unique(KEY), **_AREA_OR_BRANCH, "year": maybe(YEAR), "measure_id": need(TEXT),
        "measure_en": need(TEXT), "basis": need(one_of("bps_employed", "bps_labour_force", "bpjs_potential", "other")),
        "persons": need(COUNT), "source_id": need(KEY), **_NOTES,
    },
    "rates": {
        "rate_id": unique(KEY), "segment": need(one_of("wage", "non_wage", "construction", "migrant")),
        "programme": need(one_of("work_injury", "death", "old_age", "pension", "job_loss", "work_injury_and_death", "all")),
        "sector": need(KEY), "payer_class": need(KEY), "valid_from": maybe(MONTH), "valid_to": maybe(MONTH),
        "kind": need(KEY), "amount_idr_per_month": maybe(DECIMAL), "ratio": maybe(DECIMAL),
        "min_idr_per_month": maybe(COUNT), "max_idr_per_month": maybe(COUNT), "wage_cap_idr": maybe(COUNT),
        "legal_basis": maybe(TEXT), "verification": need(KEY), "source_id": need(KEY), "checked_on": need(DATE), **_NOTES,
    },
    "funding_sources": {
        "funding_source": unique(one_of(*FUNDING_SOURCES)), "display_order": need(COUNT), "public_money": need(YES_NO),
        "name_id": need(TEXT), "name_en": need(TEXT), "who_id": maybe(TEXT), "who_en": maybe(TEXT),
        "limits_id": maybe(TEXT), "limits_en": maybe(TEXT), "months_seen": maybe(TEXT), "legal_basis": maybe(TEXT),
        "caveat_id": maybe(TEXT), "caveat_en": maybe(TEXT), "source_ids": maybe(TEXT),
    },
    "fund_rules": {
        "funding_source": unique(one_of(*FUNDING_SOURCES)), "waterfall_order": unique(COUNT),
        "payer_class": need(one_of(*PAYER_CLASSES)), "payer_class_status": need(one_of("stated", "inferred")),
        "needs_eligible": need(YES_NO), "needs_cap": need(YES_NO), "usual_first_month": maybe(COUNT),
        "usual_months_min": maybe(COUNT), "usual_months_max": maybe(COUNT), "excluded": maybe(TEXT),
        "source_ids": maybe(TEXT), **_NOTES,
    },
    "planning_values": {
        "value_id": unique(KEY), "value": need(DECIMAL), "unit": need(one_of(*VALUE_UNITS)), "legal_basis": maybe(TEXT),
        "verification": need(one_of(*VERIFICATIONS)), "source_id": need(KEY), "checked_on": need(DATE), **_NOTES,
    },
    # Only the palm-oil share has a published allotment; the planner takes its lawful part of it as a cap.
    "allocations": {
        "kemendagri_code": need(AREA), "district": need(TEXT), "funding_source": need(one_of("palm_oil_share")),
        "year": need(YEAR), "allocation_idr": need(COUNT), "source_id": need(KEY), **_NOTES,
    },
    "conflicts": {
        "conflict_id": unique(KEY), "kemendagri_code": need(AREA), "kind": need(one_of(*CONFLICT_KINDS)),
        "fact_keys": maybe(TEXT), "source_ids": maybe(TEXT), "summary_id": need(TEXT), "summary_en": need(TEXT),
    },
    "corrections": {
        "correction_id": unique(KEY), "table": need(KEY), "record_id": need(KEY), "column": need(KEY),
        "expected_value": maybe(TEXT), "corrected_value": maybe(TEXT), "reason_id": need(TEXT), "reason_en": need(TEXT),
        "source_id": need(KEY),
    },
}
