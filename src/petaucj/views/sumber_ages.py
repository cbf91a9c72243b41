"""How old each district's figures are."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import Age, age_of, newest_active, newest_coverage, percentage
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.records import CoverageFact, District
from petaucj.views.evidence import FigureNote, build_coverage_note
from petaucj.views.phrases import Reader, as_of_name, month_name, people, percent
from petaucj.views.sumber import Cell, Grid, Part, cell, evidence_ids, period_name, source_cell
from petaucj.views.funding_bars import fund_name

COLUMNS = ("area", "figure", "date", "to_chosen", "to_today", "state", "count", "funding", "sources")


@dataclass(frozen=True, slots=True)
class AgesView:
    """The age table, one row per district (19), its summary, and what stands behind each figure (title, note)."""

    summary: str
    explanation: str
    grid: Grid
    notes: tuple[tuple[str, FigureNote], ...]


def build_ages(atlas: Atlas, chosen: str, reader: Reader) -> AgesView:
    """Return the age of every district's newest whole-workforce figure up to the reader's month; ``chosen`` is stressed."""
    words = reader.words
    found = {d.code: newest_coverage(atlas, d.code, reader.per) for d in atlas.districts}
    facts = [fact for fact in found.values() if fact is not None]
    stale = sum(_age(fact, reader).stale for fact in facts)
    summary = words("sumber.ages.summary", month=month_name(reader.per, reader), with_figure=len(facts), total=len(atlas.districts), stale=stale,
                    undated=sum(not fact.as_of.known for fact in facts), disputed=sum(fact.disputed for fact in facts))
    rows = tuple(_row(atlas, district, found[district.code], district.code == chosen, reader) for district in atlas.districts)
    notes = tuple((d.name, build_coverage_note(atlas, found[d.code], reader)) for d in atlas.districts if found[d.code])
    return AgesView(summary, words("sumber.ages.explanation", months=reader.stale_after_months, today=month_name(reader.today, reader)),
                    Grid(tuple(words(f"sumber.ages.{name}") for name in COLUMNS), rows), notes)


def _age(fact: CoverageFact, reader: Reader) -> Age:
    return age_of(fact, reader.per, reader.today, reader.stale_after_months)


def _row(atlas: Atlas, district: District, fact: CoverageFact | None, chosen: bool, reader: Reader) -> tuple[Cell, ...]:
    counts = cell(_counts(atlas, district.code))
    funding = _newest_funding(atlas, district.code, reader)
    name = cell(district.name, strong=chosen)
    if fact is None:
        told, ids = _other_figure(atlas, district.code, reader)
        return name, cell(told), cell(""), cell(""), cell(""), cell(""), counts, funding, source_cell(atlas, ids)
    words = reader.words
    figure = f"{percent(percentage(fact), reader)} ({fact.letter})"
    date = as_of_name(fact.as_of, reader)
    if fact.as_of.known:
        date += f" ({words(f'sumber.ages.rests_{fact.as_of.rests_on}')})"
    age = _age(fact, reader)
    months = [cell("" if count is None else words("shared.funding.months", months=count)) for count in (age.to_chosen, age.to_today)]
    return (name, cell(figure, strong=chosen), cell(date), *months, cell(_state(fact, age, reader)), counts, funding,
            source_cell(atlas, evidence_ids(fact.evidence)))


def _state(fact: CoverageFact, age: Age, reader: Reader) -> str:
    states = [name for name, holds in (("stale", age.stale), ("undated", not fact.as_of.known), ("disputed", fact.disputed),
                                       ("over", percentage(fact) > 100)) if holds]
    return ", ".join(reader.words(f"sumber.ages.state_{name}") for name in states or ["fine"])


def _other_figure(atlas: Atlas, code: str, reader: Reader) -> tuple[str, tuple[str, ...]]:
    """Return what there is instead of a percentage of the whole workforce, a count of people or nothing, with its sources."""
    counted = newest_active(atlas, code, reader.per)
    if counted is None:
        return reader.words("sumber.ages.none"), ()
    told = reader.words("sumber.ages.people_only", people=people(counted.active, reader), date=as_of_name(counted.as_of, reader))
    return told, evidence_ids(counted.evidence)


def _counts(atlas: Atlas, code: str) -> str:
    """Return how many coverage, funding and benefit statements there are, in this order."""
    benefits = sum(fact.area_code == code for fact in atlas.benefits)
    return f"{len(atlas.coverage_by_area.get(code, ()))} · {len(atlas.funding_by_area.get(code, ()))} · {benefits}"


def _newest_funding(atlas: Atlas, code: str, reader: Reader) -> Cell:
    """Return the funding statement that speaks of the latest time, leading to its document."""
    dated = [f for f in atlas.funding_by_area.get(code, ()) if _spoken_until(f)]
    if not dated:
        return cell(reader.words("sumber.ages.no_funding"))
    fact = max(dated, key=lambda f: (_spoken_until(f), f.workers or 0))
    workers = reader.words("shared.funding.people", people=people(fact.workers, reader)) if fact.workers is not None else ""
    told = ", ".join(part for part in (fund_name(atlas, fact.funding_source, reader), workers, reader.words(f"shared.status.{fact.status}"),
                                       period_name(fact.period_start, fact.period_end, reader)) if part)
    return (Part(told, atlas.sources[fact.evidence[0].source_id].url),)


def _spoken_until(fact: FundingFact) -> str:
    """Return the last time a statement speaks of, a year as its last month, so that texts order as time does."""
    text = fact.period_end or fact.period_start
    return f"{text}-12"[:10] if len(text) == 4 else text
