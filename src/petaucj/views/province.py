"""The province's own figures, each on its own basis."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import newest_active, newest_coverage, percentage
from petaucj.domain.records import BASES, PROVINCE
from petaucj.domain.targets import targets_for
from petaucj.views.evidence import FigureNote, build_coverage_note, merged_note
from petaucj.views.phrases import Reader, as_of_name, basis_name, people, percent, regime_name


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """Title, one line for each figure and target, and what stands behind the figures."""

    title: str
    lines: tuple[str, ...]
    note: FigureNote | None


def build_province(atlas: Atlas, reader: Reader) -> ProvinceView:
    """Return the newest figure of the province on each basis up to the reader's month, never mixed."""
    facts = [fact for basis in BASES if (fact := newest_coverage(atlas, PROVINCE, reader.per, basis))]
    lines = [reader.words("peta.province.coverage", percent=percent(percentage(fact), reader), letter=fact.letter,
                          basis=basis_name(fact.basis, reader), date=as_of_name(fact.as_of, reader)) for fact in facts]
    counted = newest_active(atlas, PROVINCE, reader.per)
    if counted and counted not in facts:
        lines.append(reader.words("peta.province.active", people=people(counted.active, reader), date=as_of_name(counted.as_of, reader)))
        facts.append(counted)
    lines += [reader.words("peta.province.target", regime=regime_name(t.regime, reader), year=t.year, target=percent(t.pct_printed, reader),
                           basis=basis_name(t.basis, reader))
              for t in targets_for(atlas, PROVINCE) if t.area_code == PROVINCE and t.pct_printed is not None and t.year == reader.per.year]
    notes = tuple(build_coverage_note(atlas, fact, reader) for fact in facts)
    return ProvinceView(reader.words("peta.province.title"), tuple(lines), merged_note(notes, reader) if notes else None)
