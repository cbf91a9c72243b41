"""Who pays in one district, in one year: a bar a statement, the table, and the sums that may be made."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.cover import COUNTABLE
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.funding_years import FundSum, YearOfFunding, default_year, fund_sums, funding_years, year_of_funding
from petaucj.text.dates import iso_name
from petaucj.views.daerah_notes import NoteList, NumberedNote, TableView, build_fact_note, build_note_list
from petaucj.views.phrases import Reader, listed, month_short, people, rupiah, rupiah_short
from petaucj.views.state import STATUSES, ViewState


@dataclass(frozen=True, slots=True)
class FundBar:
    """One statement with a number of people: its label, its row in the table, and its fill; ``planned`` is drawn hollow."""

    label: str
    people: int
    text: str
    fill: str
    hover: str
    planned: bool


@dataclass(frozen=True, slots=True)
class FundingView:
    """Who pays: years and statuses to choose from, bars, sums, the table with all statuses, and what stands behind it."""

    title: str
    year: int
    years: tuple[int, ...]
    bars: tuple[FundBar, ...]
    empty: str
    sums: tuple[str, ...]
    rule: str
    table_title: str
    table: TableView
    notes: NoteList | None
    alt: str


def chosen_year(atlas: Atlas, state: ViewState, code: str, reader: Reader) -> int:
    """Return the year of the address, else the newest one up to the reader's month with realised funding."""
    return state.tahun or default_year(atlas, code, reader.per)


def build_funding(atlas: Atlas, state: ViewState, code: str, reader: Reader) -> FundingView:
    """Return who pays in a district in the chosen year; bars and sums keep to the chosen status."""
    words, year, status = reader.words, chosen_year(atlas, state, code, reader), STATUSES[state.status]
    found = year_of_funding(atlas, code, year)
    names = fund_names(atlas, reader)
    rows = (*found.statements, *found.carried, *found.undated)
    bars = tuple(_bar(i, f, found, names, reader) for i, f in enumerate(rows, 1)
                 if f.status == status and f.workers is not None and f not in found.undated and not _total_of_others(f, rows))
    told = {"year": year, "status": words(f"shared.status.{status}")}
    empty = "" if bars else words("daerah.funding.empty", other=_elsewhere(atlas, code, status, year, reader), **told)
    return FundingView(
        title=words("daerah.funding.title", **told), year=year, years=tuple(sorted({*funding_years(atlas, code), year}, reverse=True)),
        bars=bars, empty=empty, sums=tuple(filter(None, (_sum_words(s, names, reader) for s in fund_sums(found.statements, status)))),
        rule=words("daerah.funding.rule"), table_title=words("daerah.funding.table", year=year), table=_table(rows, found, names, reader), alt=_alt(bars, told, empty, reader),
        notes=build_note_list((NumberedNote(i, _title(f, names, reader), build_fact_note(atlas, f, _lines(f, reader), reader))
                               for i, f in enumerate(rows, 1)), reader),
    )


def _total_of_others(fact: FundingFact, rows: tuple[FundingFact, ...]) -> bool:
    """Whether a statement adds up others of its year and status: a bar of it beside theirs would show the same people twice."""
    return fact.count_kind == "total_of_parts" and any(
        f is not fact and f.status == fact.status and f.workers is not None and f.count_kind in COUNTABLE for f in rows)


def fund_names(atlas: Atlas, reader: Reader) -> dict[str, str]:
    """Return the names of the funding sources in the reader's language."""
    return {rule.funding_source: rule.name.of(reader.language) for rule in atlas.funding_rules}


def _title(fact: FundingFact, names: dict[str, str], reader: Reader) -> str:
    group = fact.group.of(reader.language)
    name = names.get(fact.funding_source, fact.funding_source)
    return reader.words("daerah.funding.item", fund=name, group=group) if group else name


def _bar(number: int, fact: FundingFact, found: YearOfFunding, names: dict[str, str], reader: Reader) -> FundBar:
    words, name = reader.words, names.get(fact.funding_source, fact.funding_source)
    extra = words("daerah.funding.carried", year=fact.year) if fact in found.carried else ""
    length = words("shared.funding.months", months=fact.months_funded) if fact.months_funded else ""
    text = ", ".join(part for part in (_count(fact, reader), length, extra) if part)
    hover = f"{_title(fact, names, reader)}: {words('shared.funding.people', people=people(fact.workers, reader))}"
    return FundBar(f"{number}. {name}", fact.workers, text, f"f-{fact.funding_source.replace('_', '-')}", hover, fact.status != "realised")


def _table(rows: tuple[FundingFact, ...], found: YearOfFunding, names: dict[str, str], reader: Reader) -> TableView:
    columns = ("row", "fund", "group", "people", "length", "worker_months", "rupiah", "period", "status")
    return TableView(tuple(reader.words(f"daerah.column.{name}") for name in columns),
                     tuple(_row(i, f, names, reader) for i, f in enumerate(rows, 1)))


def _row(number: int, fact: FundingFact, names: dict[str, str], reader: Reader) -> tuple[str, ...]:
    words, none = reader.words, reader.words("shared.none")
    count = none if fact.workers is None else _count(fact, reader)
    return (
        str(number), names.get(fact.funding_source, fact.funding_source), fact.group.of(reader.language) or none, count,
        words("shared.funding.months", months=fact.months_funded) if fact.months_funded else none,
        people(fact.worker_months, reader) if fact.worker_months else none, _money(fact, reader) or none,
        period_words(fact, reader), words(f"shared.status.{fact.status}"),
    )


def _count(fact: FundingFact, reader: Reader) -> str:
    """Return the people of a statement with what kind of count it is, where it is more than the number printed."""
    told = people(fact.workers, reader)
    return f"{told} ({reader.words(f'daerah.count.{fact.count_kind}')})" if fact.count_kind in ("cumulative", "total_of_parts", "derived") else told


def _money(fact: FundingFact, reader: Reader) -> str:
    if fact.contribution_idr is None:
        return ""
    kind = reader.words(f"daerah.money.{fact.contribution_kind}") if fact.contribution_kind else ""
    return f"{rupiah(fact.contribution_idr, reader)} ({kind})" if kind else rupiah(fact.contribution_idr, reader)


def period_words(fact: FundingFact, reader: Reader) -> str:
    """Return the cover where it is known, else the period the source speaks of, said as such."""
    words = reader.words
    if fact.cover_start and fact.cover_end:
        return words("daerah.period.cover", start=month_short(fact.cover_start, reader), end=month_short(fact.cover_end, reader))
    start, end = (iso_name(text, reader.language) for text in (fact.period_start, fact.period_end))
    if start and end and start != end:
        return words("daerah.period.spoken", start=start, end=end)
    return start or end or words("daerah.period.none")


def _lines(fact: FundingFact, reader: Reader) -> tuple[str, ...]:
    words = reader.words
    ends = words(f"daerah.end_of_cover.{fact.end_of_cover}")
    count = words(f"daerah.count_note.{fact.count_kind}") if words.has(f"daerah.count_note.{fact.count_kind}") else ""
    return words("daerah.funding.period", period=period_words(fact, reader), ends=ends), count


def _sum_words(total: FundSum, names: dict[str, str], reader: Reader) -> str:
    words, parts = reader.words, []
    if total.largest is not None:
        parts.append(words("daerah.funding.largest", people=people(total.largest, reader)))
    if total.worker_months:
        key = "worker_months" if total.month_statements == 1 else "worker_months_several"
        parts.append(words(f"daerah.funding.{key}", worker_months=people(total.worker_months, reader), count=total.month_statements))
    if total.idr:
        key = "money" if total.money_statements == 1 else "money_several"
        parts.append(words(f"daerah.funding.{key}", rupiah=rupiah_short(total.idr, reader), count=total.money_statements))
    return f"{names.get(total.funding_source, total.funding_source)}: {'; '.join(parts)}." if parts else ""


def _elsewhere(atlas: Atlas, code: str, status: str, year: int, reader: Reader) -> str:
    """Return where numbers of people are to be found instead: "realisasi 2021, rencana 2025"."""
    held = {(f.status, f.year) for f in atlas.funding_by_area.get(code, ()) if f.workers is not None and f.year} - {(status, year)}
    told = [f"{reader.words(f'shared.status.{s}')} {y}" for s, y in sorted(held, key=lambda p: (-p[1], p[0]))[:6]]
    return reader.words("daerah.funding.elsewhere", where=listed(told, reader)) if told else ""


def _alt(bars: tuple[FundBar, ...], told: dict, empty: str, reader: Reader) -> str:
    return reader.words("daerah.funding.alt", bars="; ".join(f"{b.label}: {b.text}" for b in bars), **told) if bars else empty
