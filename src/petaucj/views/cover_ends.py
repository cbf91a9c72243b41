"""The calendar of all cover that ends in six months from any chosen one, across the districts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from petaucj.domain.atlas import Atlas
from petaucj.domain.cover_ends import PROMISED, CoverEnds, MonthOfEnds, OnePayer, WithoutEnd, cover_ends
from petaucj.domain.funding_records import FundingFact
from petaucj.views.evidence import FigureNote, merged_note
from petaucj.views.funding_bars import fund_name
from petaucj.views.funding_note import build_funding_note
from petaucj.views.phrases import Reader, listed, month_name, month_short, people


@dataclass(frozen=True, slots=True)
class EndRow:
    """One cover that ends, in words; ``swatch`` names its fund's colour. ``whole`` replaces the cells where one line sums up a payer."""

    swatch: str
    district: str
    fund: str
    people: str
    since: str
    status: str
    whole: str = ""


@dataclass(frozen=True, slots=True)
class EndsOfMonth:
    """One month of the calendar: its rows, and the sources behind them (None when nothing is known to end)."""

    name: str
    rows: tuple[EndRow, ...]
    note: FigureNote | None


@dataclass(frozen=True, slots=True)
class EndsView:
    """The calendar: what it says in a sentence, its months (empty without any end), and who is not in it and why."""

    title: str
    opener: str
    sentence: str
    columns: tuple[str, ...]
    months: tuple[EndsOfMonth, ...]
    nothing: str
    incomplete: str
    without_label: str
    without: tuple[str, ...]
    remarks: tuple[str, ...]


def ends_opener(reader: Reader) -> str:
    """Return the words of the click that opens the calendar; they need no look at the data."""
    return reader.words("peta.ends.open", month=month_name(reader.per, reader))


def build_cover_ends(atlas: Atlas, reader: Reader) -> EndsView:
    """Return the calendar of the six months from the reader's own, past and future ones alike."""
    held, words = cover_ends(atlas, reader.per), reader.words
    first, last = (month_name(held.months[at].month, reader) for at in (0, -1))
    known = bool(held.facts)
    return EndsView(
        title=words("peta.ends.title", first=first, last=last), opener=ends_opener(reader), sentence=_sentence(held, first, reader),
        columns=tuple(words(f"peta.ends.column.{name}") for name in ("month", "district", "fund", "people", "since", "status")),
        months=tuple(_month(atlas, month, reader) for month in held.months) if known else (), nothing=words("peta.ends.nothing"),
        incomplete=_incomplete(held, reader), without_label=words("peta.ends.without", count=_told(held.without_end)) if held.without_end else "",
        without=tuple(_without(atlas, one, reader) for one in held.without_end),
        remarks=(words("peta.ends.not_added"),) if known else (),
    )


def _sentence(held: CoverEnds, first: str, reader: Reader) -> str:
    if not held.facts:
        return reader.words("peta.ends.none", month=first)
    counts = {status: sum(fact.status == status for fact in held.facts) for status in PROMISED}
    return reader.words("peta.ends.sentence", month=first, count=len(held.facts), districts=len(held.area_codes), statuses=_statuses(counts, reader))


def _statuses(counts: dict[str, int], reader: Reader) -> str:
    return listed([reader.words("peta.ends.status_count", status=reader.words(f"shared.status.{status}"), count=count)
                   for status, count in counts.items() if count], reader)


def _month(atlas: Atlas, month: MonthOfEnds, reader: Reader) -> EndsOfMonth:
    rows = tuple(row for payer in month.payers for row in _rows(atlas, payer, reader))
    notes = tuple(_note(atlas, fact, reader) for fact in month.facts)
    name = month_short(month.month, reader)
    if not notes:
        return EndsOfMonth(name, (), None)
    note = merged_note(notes, reader)
    return EndsOfMonth(name, rows, replace(note, label=reader.words("peta.ends.sources", month=name, label=note.label)))


def _rows(atlas: Atlas, payer: OnePayer, reader: Reader) -> list[EndRow]:
    """Return a row for each statement and, where a payer has several in one district and month, the most people they may be together."""
    words, district = reader.words, atlas.district_by_code[payer.area_code].name
    fund, status = fund_name(atlas, payer.funding_source, reader), words(f"shared.status.{payer.status}")
    swatch = f"f-{payer.funding_source.replace('_', '-')}"
    rows = [EndRow(swatch, district, fund, people(fact.workers, reader), month_short(fact.cover_start, reader) if fact.cover_start else words("shared.none"),
                   status) for fact in payer.facts]
    if len(rows) > 1:
        told = words("peta.ends.at_most", fund=fund, status=status, count=len(rows), people=people(payer.at_most, reader))
        rows.append(EndRow("", district, "", "", "", "", told))
    return rows


def _note(atlas: Atlas, fact: FundingFact, reader: Reader) -> FigureNote:
    note = build_funding_note(atlas, fact, reader)
    told = {"district": atlas.district_by_code[fact.area_code].name, "fund": fund_name(atlas, fact.funding_source, reader)}
    return replace(note, lines=(reader.words("peta.ends.source_line", line=note.lines[0], **told), *note.lines[1:]))


def _told(without: tuple[WithoutEnd, ...]) -> int:
    return sum(one.realised + one.planned for one in without)


def _incomplete(held: CoverEnds, reader: Reader) -> str:
    if not held.without_end:
        return ""
    years = list(dict.fromkeys(str(month.month.year) for month in held.months))
    return reader.words("peta.ends.incomplete", count=_told(held.without_end), districts=len(held.without_end), years=listed(years, reader))


def _without(atlas: Atlas, one: WithoutEnd, reader: Reader) -> str:
    return reader.words("peta.ends.without_line", district=atlas.district_by_code[one.area_code].name,
                        statuses=_statuses({"realised": one.realised, "planned": one.planned}, reader))
