"""The room Banding: who may be ranked with whom, on one basis at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import AS_PRINTED, age_of, newest_coverage, percentage
from petaucj.domain.ranking import Rank, Ranking, rank
from petaucj.domain.records import BASIS_LETTERS, CoverageFact
from petaucj.text.numbers import number
from petaucj.views.evidence import FigureNote, build_coverage_note
from petaucj.views.phrases import Reader, age_words, as_of_name, basis_short, month_name, month_short, percent
from petaucj.views.state import BASES, ViewState, group_codes


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table in the reader's words; ``chosen`` marks the chosen district."""

    cells: tuple[str, ...]
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the reader's words; ``right`` are the columns that hold numbers."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedNotes:
    """What stands behind several numbers, each under a name; ``label`` is the click that opens them."""

    label: str
    notes: tuple[tuple[str, FigureNote], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A basis to choose instead: its word in the address, and how many districts it has."""

    basis: str
    label: str


@dataclass(frozen=True, slots=True)
class RankingView:
    """The ranking: title, the one sentence, notes on it, offers when there can be none, places, and who is left out."""

    title: str
    sentence: str
    notes: tuple[str, ...]
    offers: tuple[Offer, ...]
    table: Table
    evidence: NamedNotes | None
    out_title: str
    out: Table
    out_evidence: NamedNotes | None


def build_ranking(atlas: Atlas, state: ViewState, reader: Reader) -> RankingView:
    """Return the ranking of the chosen group on the chosen basis at the reader's month."""
    words, basis, codes = reader.words, BASES[state.basis], group_codes(state, atlas)
    held = rank(atlas, codes, reader.per, basis, reader.rank_window_months)
    printed = basis == AS_PRINTED
    figures = {code: newest_coverage(atlas, code, reader.per, basis) or newest_coverage(atlas, code, reader.per) for code in codes}
    notes = [] if printed else [words("banding.rank.window", months=reader.rank_window_months)]
    if held.flagged and len(held.places) > 1:
        notes.append(words("banding.rank.flagged"))
    told = {"basis": f"{BASIS_LETTERS.get(basis, '')} · {basis_short(basis, reader)}", "month": month_short(reader.per, reader)}
    places = {place.code: place.fact for place in held.places}
    left = {code: figures[code] for code in held.left_out}
    return RankingView(
        title=words("banding.rank.title_none") if printed else words("banding.rank.title", **told),
        sentence=words("banding.rank.why_none") if printed else _sentence(atlas, state, held, len(codes), reader),
        notes=tuple(notes), offers=_offers(atlas, codes, reader) if printed else (),
        table=_places_table(atlas, state, held, reader), evidence=_evidence(atlas, places, "", reader),
        out_title=words("banding.out.title_all" if printed else "banding.out.title", count=len(held.left_out)),
        out=_out_table(atlas, state, held, left, reader), out_evidence=_evidence(atlas, left, "banding.out.evidence", reader),
    )


def _offers(atlas: Atlas, codes: tuple[str, ...], reader: Reader) -> tuple[Offer, ...]:
    found = []
    for slug, basis in BASES.items():
        if basis == AS_PRINTED:
            continue
        held = rank(atlas, codes, reader.per, basis, reader.rank_window_months)
        have = sum(newest_coverage(atlas, code, reader.per, basis) is not None for code in codes)
        ranked = len(held.places) if len(held.places) > 1 else 0
        found.append(Offer(slug, reader.words("banding.rank.offer", letter=BASIS_LETTERS[basis], basis=basis_short(basis, reader),
                                              have=have, ranked=ranked)))
    return tuple(found)


def _sentence(atlas: Atlas, state: ViewState, held: Ranking, asked: int, reader: Reader) -> str:
    words, count = reader.words, len(held.places)
    told = {"asked": asked, "out": len(held.left_out)}
    if count == 0:
        return words("banding.rank.nobody", month=month_name(reader.per, reader), **told)
    if count == 1:
        only = held.places[0]
        return words("banding.rank.alone", district=atlas.district_by_code[only.code].name, percent=percent(only.pct, reader),
                     date=as_of_name(only.fact.as_of, reader), **told)
    told["count"] = count
    if not state.daerah:
        return words("banding.rank.nobody_chosen", **told)
    name, mine = atlas.district_by_code[state.daerah].name, held.place_of(state.daerah)
    if mine is None:
        reason = held.left_out.get(state.daerah)
        if reason is None:
            return words("banding.rank.outside", district=name, **told)
        return words("banding.rank.left_out", district=name, reason=reason_words(reason, _latest(held), reader), **told)
    key = "sentence" if mine.best == mine.worst else "sentence_interval"
    return words(f"banding.rank.{key}", district=name, place=mine.place, count=count, out=len(held.left_out),
                 **({} if key == "sentence" else {"best": mine.best, "worst": mine.worst}))


def _latest(held: Ranking) -> CoverageFact | None:
    return max((place.fact for place in held.places), key=lambda fact: fact.as_of.month, default=None)


def reason_words(reason: str, latest: CoverageFact | None, reader: Reader) -> str:
    """Return why a district is left out; ``latest`` is the newest figure that stayed."""
    if reason == "too_old":
        return reader.words("banding.reason.too_old", months=reader.rank_window_months,
                            latest=as_of_name(latest.as_of, reader) if latest else "–")
    return reader.words(f"banding.reason.{reason}")


def _places_table(atlas: Atlas, state: ViewState, held: Ranking, reader: Reader) -> Table:
    columns = tuple(reader.words(f"banding.rank.{name}") for name in ("place", "district", "value", "date", "span"))
    if len(held.places) < 2:
        return Table(columns, ())
    return Table(columns, tuple(Row(_place_cells(atlas, place, reader), place.code == state.daerah) for place in held.places), (0, 2, 4))


def _place_cells(atlas: Atlas, place: Rank, reader: Reader) -> tuple[str, ...]:
    age = age_of(place.fact, reader.per, reader.today, reader.stale_after_months)
    span = reader.words("banding.rank.column_range", best=place.best, worst=place.worst)
    dated = reader.words("banding.rank.dated", date=as_of_name(place.fact.as_of, reader), age=age_words(age, reader))
    return (number(place.place, reader.language), atlas.district_by_code[place.code].name, percent(place.pct, reader), dated,
            str(place.best) if place.best == place.worst else span)


def _out_table(atlas: Atlas, state: ViewState, held: Ranking, figures: Mapping[str, CoverageFact | None], reader: Reader) -> Table:
    words, latest = reader.words, _latest(held)
    columns = (words("banding.rank.district"), words("banding.out.reason"), words("banding.out.shown"))
    rows = []
    for code, reason in held.left_out.items():
        fact = figures[code]
        shown = words("banding.out.figure", percent=percent(percentage(fact), reader), letter=fact.letter,
                      date=as_of_name(fact.as_of, reader)) if fact else words("shared.none")
        said = _own_basis(fact, reader) if reason == "as_printed" else reason_words(reason, latest, reader)
        rows.append(Row((atlas.district_by_code[code].name, said, shown), code == state.daerah))
    return Table(columns, tuple(rows))


def _own_basis(fact: CoverageFact | None, reader: Reader) -> str:
    if fact is None:
        return reader.words("banding.reason.no_figure")
    return reader.words("banding.out.own_basis", letter=fact.letter, basis=basis_short(fact.basis, reader))


def _evidence(atlas: Atlas, figures: Mapping[str, CoverageFact | None], label: str, reader: Reader) -> NamedNotes | None:
    return named_notes([(atlas.district_by_code[code].name, fact) for code, fact in figures.items() if fact], label, atlas, reader)


def named_notes(facts: list[tuple[str, CoverageFact]], label: str, atlas: Atlas, reader: Reader) -> NamedNotes | None:
    """Return what stands behind several coverage statements, or None when there is none; ``label`` is the key of the click's words."""
    if not facts:
        return None
    notes = tuple((name, build_coverage_note(atlas, fact, reader)) for name, fact in facts)
    sources = sum(len(note.sources) for _, note in notes)
    return NamedNotes(reader.words(label, count=sources) if label else "", notes)
