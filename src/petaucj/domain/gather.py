"""Turns the checked tables into the facts of the domain: one fact per ``fact_key``, evidence kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

import pandas as pd

from petaucj.data.bilingual import Bilingual
from petaucj.data.catalogue import Catalogue
from petaucj.data.references import split_list
from petaucj.data.rows import rows_of
from petaucj.domain.arithmetic import adds_up
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import AsOf, Month
from petaucj.domain.names import normalised
from petaucj.domain.funding_records import BenefitFact, FundingFact, FundingSourceRule
from petaucj.domain.records import Conflict, CoverageFact, District, Evidence, Milestone, Source, Target, Workforce

# A changed base, a slip beside the figure or a boast of being first does not make the figure itself doubtful.
DISPUTING_KINDS = frozenset({"printed_vs_recomputed", "two_outlets", "target_vs_actual"})

# Cells one outlet leaves open and another may fill.
UNSTATED = (None, "", "not_stated")
# Dates that one outlet may print more precisely than another.
PERIODS = {"period_start", "period_end"}


def gather(catalogue: Catalogue) -> Atlas:
    """Return the atlas of a catalogue; rows that repeat one statement become one fact with several pieces of evidence."""
    conflicts = tuple(map(_conflict, rows_of(catalogue["conflicts"])))
    return Atlas(
        release_hash=catalogue.release.hash, release_number=catalogue.release.number, release_date=catalogue.release.date,
        districts=tuple(map(_district, rows_of(catalogue["districts"]))),
        sources=MappingProxyType({source.source_id: source for source in map(_source, rows_of(catalogue["sources"]))}),
        coverage=tuple(_facts(catalogue["coverage"], _coverage, conflicts)),
        targets=tuple(map(_target, rows_of(catalogue["targets"]))),
        funding=tuple(_facts(catalogue["funding"], _funding, conflicts)),
        benefits=tuple(_facts(catalogue["benefits"], _benefit, conflicts)),
        milestones=tuple(map(_milestone, rows_of(catalogue["milestones"]))),
        workforce=tuple(map(_workforce, rows_of(catalogue["workforce"]))),
        conflicts=conflicts,
        funding_rules=tuple(map(_rule, sorted(rows_of(catalogue["funding_sources"]), key=lambda row: row["display_order"]))),
        aliases=MappingProxyType({normalised(row["alias"]): split_list(row["kemendagri_code"] or row["candidates"])
                                  for row in rows_of(catalogue["aliases"])}),
    )


def _ids(conflicts: tuple[Conflict, ...]) -> tuple[str, ...]:
    return tuple(conflict.conflict_id for conflict in conflicts)


def _both(row: dict, name: str) -> Bilingual:
    return Bilingual(row[f"{name}_id"], row[f"{name}_en"])


def _facts(frame: pd.DataFrame, make: Callable, conflicts: tuple[Conflict, ...]) -> Iterator:
    """Yield one fact per key; a cell the first row lacks is taken from the next that prints it."""
    rows = rows_of(frame)
    order = dict.fromkeys(row["fact_key"] for row in rows)
    for key in order:
        group = [row for row in rows if row["fact_key"] == key]
        merged = {name: next((row[name] for row in group if row[name] not in UNSTATED), group[0][name]) for name in group[0]}
        for name in PERIODS & merged.keys():
            merged[name] = _most_precise(merged[name], [row[name] for row in group])
        evidence = tuple(Evidence(row["record_id"], row["source_id"],
                                  row.get("metric_wording") or row.get("funding_source_wording") or "", _both(row, "note"))
                         for row in group)
        merged["cover_record"] = next((row["record_id"] for row in group if row.get("cover_start")), "")
        touching = tuple(c for c in conflicts if key in c.fact_keys)
        yield make(merged, evidence, touching)


def _most_precise(first: str, others: list[str]) -> str:
    """Return the longest of the dates that begin like the first: "2025-07" for "2025"."""
    return max((text for text in others if text and text.startswith(first)), key=len, default=first)


def _coverage(row: dict, evidence: tuple[Evidence, ...], conflicts: tuple[Conflict, ...]) -> CoverageFact:
    return CoverageFact(
        fact_key=row["fact_key"], area_code=row["kemendagri_code"] or f"branch:{row['branch']}",
        as_of=AsOf.parse(row["as_of"], row["as_of_precision"], row["as_of_basis"]), segment=row["segment"],
        segments_counted=frozenset(split_list(row["segments_counted"], "+")), pct_printed=row["coverage_pct_printed"],
        active=row["active_participants"], denominator=row["denominator"], denominator_wording=row["denominator_wording"],
        basis=row["basis"], basis_status=row["basis_status"], basis_reason=_both(row, "basis_reason"),
        target_pct_printed=row["target_pct_printed"], target_year=row["target_year"], status=row["status"],
        usable=row["use"] != "never", evidence=evidence, conflict_ids=_ids(conflicts),
        disputed=any(c.kind in DISPUTING_KINDS for c in conflicts) or not adds_up(
            row["coverage_pct_printed"], row["active_participants"], row["denominator"]),
    )


def _funding(row: dict, evidence: tuple[Evidence, ...], conflicts: tuple[Conflict, ...]) -> FundingFact:
    return FundingFact(
        fact_key=row["fact_key"], area_code=row["kemendagri_code"], funding_source=row["funding_source"],
        group=_both(row, "group"), segment=row["segment"], workers=row["workers"],
        contribution_idr=row["contribution_idr"], contribution_kind=row["contribution_kind"],
        months_funded=row["months_funded"], period_start=row["period_start"], period_end=row["period_end"],
        end_of_cover=row["end_of_cover"],
        cover_start=Month.parse(row["cover_start"]) if row["cover_start"] else None,
        cover_end=Month.parse(row["cover_end"]) if row["cover_end"] else None,
        status=row["status"], count_kind=row["count_kind"], evidence=evidence, conflict_ids=_ids(conflicts),
        cover_record=row["cover_record"],
    )


def _benefit(row: dict, evidence: tuple[Evidence, ...], conflicts: tuple[Conflict, ...]) -> BenefitFact:
    return BenefitFact(row["fact_key"], row["kemendagri_code"], row["branch"], row["period"], row["cases"],
                       row["benefit_idr"], row["programme"], evidence, _ids(conflicts))


def _district(row: dict) -> District:
    return District(row["kemendagri_code"], row["bps_code"], row["name"], row["district_kind"], row["name_short"],
                    row["name_tile"], row["capital"], row["branch"], row["branch_verified"], row["area_km2"],
                    row["population"], row["tile_column"], row["tile_row"])


def _source(row: dict) -> Source:
    return Source(row["source_id"], row["publisher"], row["title"], row["title_from_address"], row["url"],
                  row["published_on"], row["event_date"], row["accessed_on"], row["licence"], row["trust"],
                  _both(row, "trust_note"), _both(row, "read_as"))


def _target(row: dict) -> Target:
    return Target(row["target_id"], row["area_code"], row["regime"], row["year"], row["segment"],
                  row["target_pct_printed"], row["target_people"], row["basis"], row["basis_status"],
                  _both(row, "basis_reason"), row["legal_basis"], row["legal_basis_status"], row["source_id"],
                  row["fact_key"], _both(row, "note"))


def _milestone(row: dict) -> Milestone:
    return Milestone(row["record_id"], row["kemendagri_code"], row["date"], row["kind"], row["status"],
                     _both(row, "title"), _both(row, "note"), row["source_id"])


def _workforce(row: dict) -> Workforce:
    return Workforce(row["record_id"], row["kemendagri_code"] or f"branch:{row['branch']}", row["year"],
                     _both(row, "measure"), row["basis"], row["persons"], row["source_id"], _both(row, "note"))


def _conflict(row: dict) -> Conflict:
    return Conflict(row["conflict_id"], row["kemendagri_code"], row["kind"], split_list(row["fact_keys"], ";;"),
                    split_list(row["source_ids"]), _both(row, "summary"))


def _rule(row: dict) -> FundingSourceRule:
    return FundingSourceRule(row["funding_source"], row["public_money"], _both(row, "name"), _both(row, "who"),
                             _both(row, "limits"), row["months_seen"], row["legal_basis"], _both(row, "caveat"),
                             split_list(row["source_ids"]))
