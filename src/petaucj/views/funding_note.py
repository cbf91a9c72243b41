"""What stands behind one funding statement, in words."""

from __future__ import annotations

from petaucj.domain.atlas import Atlas
from petaucj.domain.funding_records import FundingFact
from petaucj.text.dates import iso_name
from petaucj.views.evidence import FigureNote, build_conflicts, build_sources, figure_label
from petaucj.views.phrases import Reader, month_name, people, rupiah


def build_funding_note(atlas: Atlas, fact: FundingFact, reader: Reader) -> FigureNote:
    """Return what stands behind one funding statement: people and group, status, period, cover, rupiah, sources, conflicts."""
    words = reader.words
    kinds = dict.fromkeys((words(f"shared.status.{fact.status}"), words(f"pendanaan.kind.{fact.count_kind}")))
    lines = [f"{people_words(fact, reader)}; {', '.join(kinds)}.", f"{_period_line(fact, reader)}."]
    cover = cover_words(fact, reader)
    if cover:
        lines.append(f"{cover}.")
    if fact.contribution_idr is not None:
        lines.append(f"{rupiah_words(fact, reader)}.")
    if fact.evidence[0].wording:
        lines.append(words("pendanaan.fact.wording", wording=fact.evidence[0].wording) + ".")
    sources, conflicts = build_sources(atlas, fact.evidence, reader), build_conflicts(atlas, fact.conflict_ids, reader)
    return FigureNote(figure_label(len(sources), len(conflicts), reader), tuple(lines), sources, conflicts)


def people_words(fact: FundingFact, reader: Reader) -> str:
    """Return "2.800 orang: pekerja sawit"."""
    group = fact.group.of(reader.language) or reader.words("pendanaan.fact.no_group")
    if fact.workers is None:
        return reader.words("pendanaan.fact.no_people", group=group)
    return reader.words("pendanaan.fact.people", people=people(fact.workers, reader), group=group)


def _range(first: str, last: str, reader: Reader) -> str:
    first, last = iso_name(first, reader.language), iso_name(last, reader.language)
    if first and last and first != last:
        return reader.words("pendanaan.fact.range", first=first, last=last)
    return first or (reader.words("pendanaan.fact.until", last=last) if last else "")


def period_words(fact: FundingFact, reader: Reader) -> str:
    """Return the period a statement speaks of: "2025", "Juni 2024 – April 2025", "sampai Agustus 2025", or ""."""
    return _range(fact.period_start, fact.period_end, reader)


def _period_line(fact: FundingFact, reader: Reader) -> str:
    period = period_words(fact, reader)
    line = reader.words("pendanaan.fact.period", period=period) if period else reader.words("pendanaan.fact.no_period")
    return line + (f"; {reader.words('pendanaan.fact.months', months=fact.months_funded)}" if fact.months_funded else "")


def cover_words(fact: FundingFact, reader: Reader) -> str:
    """Return the cover where the source gives it, and that it has ended where it has; "" otherwise."""
    if fact.cover_start is None or fact.cover_end is None:
        return ""
    words = reader.words
    said = words(f"pendanaan.fact.cover_{fact.end_of_cover}", cover=_range(str(fact.cover_start), str(fact.cover_end), reader))
    if fact.status == "realised" and fact.cover_end < reader.today:
        said += "; " + words("pendanaan.fact.ended", month=month_name(fact.cover_end, reader))
    return said[:1].upper() + said[1:]


def rupiah_words(fact: FundingFact, reader: Reader) -> str:
    """Return an amount with what it is: paid, budgeted, transferred or cumulative."""
    return reader.words(f"pendanaan.fact.rupiah_{fact.contribution_kind or 'other'}", rupiah=rupiah(fact.contribution_idr, reader))
