"""The month calendar of paid cover: who pays, from when, until when."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.cover import COUNTABLE
from petaucj.domain.month import Month, months_between
from petaucj.domain.funding_records import FundingFact
from petaucj.text.dates import iso_name, month_initial
from petaucj.views.evidence import FigureNote, build_conflicts, build_sources, figure_label
from petaucj.views.phrases import Reader, month_name, people, rupiah_short

WINDOW = 15


@dataclass(frozen=True, slots=True)
class CalendarBar:
    """One paid cover: first and last column it fills (0 is the first month), people in words, planned or not."""

    first: int
    last: int
    label: str
    fill: str
    planned: bool


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One funding source: its name, its bars, and words for what has no bar."""

    name: str
    bars: tuple[CalendarBar, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CalendarEnd:
    """A month after which cover ends: its column, and what ends, in two short lines."""

    column: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar: month initials, years under them, rows, ends, its title and the sentence that says the same."""

    title: str
    months: tuple[str, ...]
    years: tuple[tuple[int, str], ...]
    rows: tuple[CalendarRow, ...]
    ends: tuple[CalendarEnd, ...]
    note: str
    alt: str
    evidence: FigureNote | None


def build_calendar(atlas: Atlas, code: str, reader: Reader, year: int | None = None) -> CalendarView:
    """Return the calendar of a district for a year and the three months after it.

    A bar is drawn only where the source states the cover or prints start and length; otherwise the
    length stands in words. Cover that ended is "ended; renewal not known", never "not renewed".
    """
    year = year or reader.per.year
    months = months_between(Month(year, 1), Month(year, 1).plus(WINDOW - 1))
    facts = [f for f in atlas.funding_by_area.get(code, ()) if f.status in ("realised", "planned") and _touches(f, months)]
    names = {rule.funding_source: rule.name.of(reader.language) for rule in atlas.funding_rules}
    rows = tuple(row for fund in names if any(f.funding_source == fund for f in facts)
                 for row in _rows(names[fund], fund, [f for f in facts if f.funding_source == fund], months, reader))
    ends = _ends(facts, months, reader)
    return CalendarView(
        title=reader.words("calendar.title", year=year), months=tuple(month_initial(m.month, reader.language) for m in months),
        years=((0, str(year)), (12, str(year + 1))), rows=rows, ends=ends, note=_note(facts, reader),
        alt=_alt(rows, ends, year, reader), evidence=_evidence(atlas, facts, reader),
    )


def _touches(fact: FundingFact, months: tuple[Month, ...]) -> bool:
    if fact.cover_start and fact.cover_end:
        return fact.cover_start <= months[-1] and fact.cover_end >= months[0]
    return fact.year == months[0].year


def _rows(name: str, fund: str, facts: list[FundingFact], months: tuple[Month, ...], reader: Reader) -> list[CalendarRow]:
    """Return a row for each bar of a fund, so that bars never cover one another, and one of words for what has no bar."""
    dated = [f for f in facts if f.cover_start and f.count_kind in COUNTABLE]
    rest = sorted((f for f in facts if f not in dated), key=lambda f: (f.status != "realised", f.workers is None))
    told = list(dict.fromkeys(_without_bar(f, reader) for f in rest))
    bars = dict.fromkeys(_bar(f, fund, months, reader) for f in dated)
    rows = [CalendarRow(name if i == 0 else "", (bar,), "") for i, bar in enumerate(bars)]
    if told:
        more = reader.words("calendar.and_more", count=len(told) - 1) if len(told) > 1 else ""
        rows.append(CalendarRow("" if rows else name, (), told[0] + more))
    return rows


def _bar(fact: FundingFact, fund: str, months: tuple[Month, ...], reader: Reader) -> CalendarBar:
    first, last = max(0, fact.cover_start.since(months[0])), min(len(months) - 1, fact.cover_end.since(months[0]))
    label = people(fact.workers, reader) if fact.workers is not None else ""
    return CalendarBar(first, last, label, f"f-{fund.replace('_', '-')}", fact.status == "planned")


def _without_bar(fact: FundingFact, reader: Reader) -> str:
    words = reader.words
    status = words(f"calendar.{fact.status}")
    if fact.workers is None:
        return words("calendar.no_number", status=status)
    if fact.count_kind == "total_of_parts":
        return words("calendar.total_of_parts", people=people(fact.workers, reader), status=status)
    if len(fact.period_start) >= 7 and fact.status == "realised":
        start, end = (iso_name(text[:7], reader.language) for text in (fact.period_start, fact.period_end))
        key = "calendar.paid_between" if end else "calendar.paid_since"
        return words(key, people=people(fact.workers, reader), start=start, **({"end": end} if end else {}))
    if fact.months_funded:
        return words("calendar.length_only", people=people(fact.workers, reader), months=fact.months_funded, status=status)
    return words("calendar.no_months", people=people(fact.workers, reader), status=status)


def _ends(facts: list[FundingFact], months: tuple[Month, ...], reader: Reader) -> tuple[CalendarEnd, ...]:
    ending: dict[Month, list[FundingFact]] = {}
    for fact in facts:
        if fact.cover_end and fact.cover_end in months and fact.status == "realised" and fact.count_kind in COUNTABLE and fact.workers:
            ending.setdefault(fact.cover_end, []).append(fact)
    words = reader.words
    found = []
    for month, group in sorted(ending.items()):
        count = people(sum(f.workers for f in group), reader)
        when = words("calendar.ended" if month < reader.today else "calendar.ends", month=month_name(month, reader))
        lost = words("calendar.lost_at_most" if len(group) > 1 else "calendar.lost", people=count)
        found.append(CalendarEnd(month.since(months[0]), (when, lost, words("calendar.renewal_unknown"))))
    return tuple(found)


def _note(facts: list[FundingFact], reader: Reader) -> str:
    """Return worker-months and rupiah of the realised cover that is dated; undated payments may be told twice and stay out."""
    counted = [f for f in facts if f.status == "realised" and f.count_kind in COUNTABLE and f.worker_months and f.cover_start]
    if not counted:
        return ""
    months = sum(f.worker_months for f in counted)
    printed = [f.contribution_idr for f in counted if f.contribution_idr and f.contribution_kind in ("paid", "budget")]
    line = reader.words("calendar.worker_months", worker_months=people(months, reader), count=len(counted))
    return line + (reader.words("calendar.printed_rupiah", rupiah=rupiah_short(sum(printed), reader)) if len(printed) == len(counted) else "")


def _alt(rows: tuple[CalendarRow, ...], ends: tuple[CalendarEnd, ...], year: int, reader: Reader) -> str:
    if not rows:
        return reader.words("calendar.empty", year=year)
    parts, fund = [], ""
    for row in rows:
        fund = row.name or fund
        parts.append(f"{fund}: {', '.join([bar.label for bar in row.bars] + ([row.text] if row.text else []))}")
    parts += [" ".join(end.lines) for end in ends]
    return f"{reader.words('calendar.title', year=year)}. " + ". ".join(parts)


def _evidence(atlas: Atlas, facts: list[FundingFact], reader: Reader) -> FigureNote | None:
    if not facts:
        return None
    sources = tuple(dict.fromkeys(note for f in facts for note in build_sources(atlas, f.evidence, reader)))
    conflicts = tuple(dict.fromkeys(line for f in facts for line in build_conflicts(atlas, f.conflict_ids, reader)))
    return FigureNote(figure_label(len(sources), len(conflicts), reader), (), sources, conflicts)
