"""Every funding statement of some districts as printed, each with the numbers of its documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.funding_records import FundingFact
from petaucj.views.daerah_funding import fund_names
from petaucj.views.evidence import SourceNote, build_sources
from petaucj.views.phrases import Reader


@dataclass(frozen=True, slots=True)
class FundingLine:
    """One statement: numbers as printed, None where it prints none; dates as precise as the source tells them; months as YYYY-MM."""

    code: str
    name: str
    fund: str
    group: str
    workers: int | None
    count: str
    months: int | None
    worker_months: int | None
    idr: int | None
    kind: str
    start: str
    end: str
    cover_start: str
    cover_end: str
    status: str
    source: str


def build_funding_lines(atlas: Atlas, codes: tuple[str, ...], numbers: Mapping[str, int], reader: Reader) -> tuple[FundingLine, ...]:
    """Return every statement of the districts, all years and statuses, in the order of the register."""
    names = fund_names(atlas, reader)
    return tuple(_line(atlas, fact, names, numbers, reader) for code in codes for fact in atlas.funding_by_area.get(code, ()))


def funding_sources(atlas: Atlas, codes: tuple[str, ...], reader: Reader) -> tuple[SourceNote, ...]:
    """Return the documents of those statements."""
    return tuple(source for code in codes for fact in atlas.funding_by_area.get(code, ()) for source in build_sources(atlas, fact.evidence, reader))


def _line(atlas: Atlas, fact: FundingFact, names: Mapping[str, str], numbers: Mapping[str, int], reader: Reader) -> FundingLine:
    words = reader.words

    def said(key: str) -> str:
        return words(key) if words.has(key) else ""

    return FundingLine(
        fact.area_code, atlas.district_by_code[fact.area_code].name, names.get(fact.funding_source, fact.funding_source), fact.group.of(reader.language),
        fact.workers, said(f"daerah.count.{fact.count_kind}"), fact.months_funded, fact.worker_months, fact.contribution_idr,
        said(f"daerah.money.{fact.contribution_kind}"), fact.period_start, fact.period_end, str(fact.cover_start or ""), str(fact.cover_end or ""),
        words(f"shared.status.{fact.status}"), ", ".join(str(number) for number in sorted({numbers[e.source_id] for e in fact.evidence})),
    )
