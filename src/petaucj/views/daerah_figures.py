"""Coverage statements in words: one in a line, many in a table."""

from __future__ import annotations

from petaucj.domain.coverage import percentage
from petaucj.domain.records import CoverageFact
from petaucj.views.daerah_notes import TableView
from petaucj.views.phrases import Reader, as_of_name, as_of_short, basis_short, people, percent


def figure_words(fact: CoverageFact, reader: Reader) -> str:
    """Return one statement in a line: date, percentage of what, people."""
    parts = [as_of_name(fact.as_of, reader)]
    if percentage(fact) is not None:
        of = "daerah.trend.of_unknown" if fact.segment == "all" and fact.basis == "unknown" else "daerah.trend.of"
        parts.append(reader.words(of, percent=percent(percentage(fact), reader), basis=_whole(fact, reader)))
    if fact.active is not None:
        key = "daerah.trend.counted" if fact.segment == "all" or percentage(fact) is not None else "daerah.trend.counted_part"
        parts.append(reader.words(key, people=people(fact.active, reader), segment=reader.words(f"shared.segment.{fact.segment}")))
    if len(parts) == 1 and fact.denominator:
        parts.append(reader.words("daerah.trend.base_only", people=people(fact.denominator, reader)))
    return ": ".join((parts[0], ", ".join(parts[1:]))) if parts[1:] else parts[0]


def _whole(fact: CoverageFact, reader: Reader) -> str:
    return basis_short(fact.basis, reader) if fact.segment == "all" else reader.words(f"shared.segment.{fact.segment}")


def figures_table(facts: tuple[CoverageFact, ...], reader: Reader) -> TableView:
    """Return the table of statements, one row each, in the order given; rows are numbered from 1."""
    columns = tuple(reader.words(f"daerah.column.{name}") for name in ("row", "date", "percent", "active", "denominator", "basis", "remark"))
    none = reader.words("shared.none")
    rows = tuple((
        str(i), as_of_short(f.as_of, reader), none if percentage(f) is None else percent(percentage(f), reader),
        none if f.active is None else people(f.active, reader), none if f.denominator is None else people(f.denominator, reader),
        f"{f.letter} {basis_short(f.basis, reader)}", _remark(f, reader) or none) for i, f in enumerate(facts, 1))
    return TableView(columns, rows)


def _remark(fact: CoverageFact, reader: Reader) -> str:
    words = reader.words
    said = [] if fact.segment == "all" else [words(f"shared.segment.{fact.segment}")]
    said += [words(f"daerah.remark.{fact.as_of.precision}")] if fact.as_of.precision in ("year", "quarter") else []
    said += [words("daerah.remark.disputed")] if fact.disputed else []
    said += [words("daerah.remark.computed")] if fact.pct_printed is None and percentage(fact) is not None else []
    return ", ".join(said)
