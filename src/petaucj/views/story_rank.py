"""The rank of a district among comparable figures, on the basis that holds it with most others."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.coverage import newest_coverage, percentage
from petaucj.domain.ranking import Ranking, rank
from petaucj.domain.records import BASES, BASIS_LETTERS
from petaucj.views.banding import Table, build_ranking, reason_words
from petaucj.views.bars import BarItem, BarsView
from petaucj.views.evidence import FigureNote, merged_note
from petaucj.views.marks import coverage_marks
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import as_of_name, as_of_short, basis_short, listed, month_short, percent
from petaucj.views.state import BASES as BASIS_SLUGS

SLUGS = {basis: slug for slug, basis in BASIS_SLUGS.items()}


@dataclass(frozen=True, slots=True)
class RankView:
    """One sentence, the places as bars (None where fewer than two figures compare), and the table of those left out with the reason.

    ``notes`` say what counts as comparable; ``note`` is what stands behind the places, None without one.
    """

    sentence: str
    bars: BarsView | None
    basis: str
    out: Table
    notes: tuple[str, ...]
    note: FigureNote | None


def build_rank(occasion: Occasion) -> RankView:
    """Return the ranking that holds the occasion's district, or the one with most districts where none holds it."""
    atlas, reader, code = occasion.atlas, occasion.reader, occasion.state.daerah
    codes = tuple(d.code for d in atlas.districts)
    held = [rank(atlas, codes, reader.per, basis, reader.rank_window_months) for basis in BASES if basis != "unknown"]
    best = max(held, key=lambda r: (len(r.places) > 1, r.place_of(code) is not None, len(r.places)))
    view = build_ranking(atlas, occasion.state.with_(basis=SLUGS[best.basis], kelompok="semua"), reader)
    note = merged_note(tuple(note for _, note in view.evidence.notes), reader) if view.evidence else None
    return RankView(_sentence(best, view.sentence, occasion), _bars(best, occasion) if len(best.places) > 1 else None, best.basis, view.out, view.notes, note)


def _sentence(held: Ranking, usual: str, occasion: Occasion) -> str:
    """Return the rank with its figure, date and basis; two figures alone are no ranking, and the sentence says so."""
    reader, atlas, code = occasion.reader, occasion.atlas, occasion.state.daerah
    basis = reader.words("bahan.basis", letter=BASIS_LETTERS[held.basis], name=basis_short(held.basis, reader))
    told = {place.code: reader.words("bahan.rank.item", district=atlas.district_by_code[place.code].name, percent=percent(place.pct, reader),
                                     date=as_of_name(place.fact.as_of, reader)) for place in held.places}
    if len(held.places) == 2:
        pair = reader.words("bahan.rank.pair", basis=basis, all=len(atlas.districts), list=listed(list(told.values()), reader))
        return pair if not code or code in told else f"{pair} {_why_not(held, occasion)}"
    mine = held.place_of(code) if code else None
    if mine is None or len(held.places) < 2:
        return usual
    return reader.words("bahan.rank.placed", item=told[code], place=mine.place, count=len(held.places), basis=basis, out=len(held.left_out))


def _why_not(held: Ranking, occasion: Occasion) -> str:
    """Return why the district is not among them, with its own figure on that basis where it has one."""
    reader, code = occasion.reader, occasion.state.daerah
    latest = max((place.fact for place in held.places), key=lambda fact: fact.as_of.month)
    fact = newest_coverage(occasion.atlas, code, reader.per, held.basis)
    own = reader.words("bahan.rank.own", percent=percent(percentage(fact), reader), date=as_of_name(fact.as_of, reader)) if fact else ""
    return reader.words("bahan.rank.not_in", district=occasion.atlas.district_by_code[code].name, own=own, reason=reason_words(held.left_out[code], latest, reader))


def _bars(held: Ranking, occasion: Occasion) -> BarsView:
    reader, atlas = occasion.reader, occasion.atlas
    fill = coverage_marks(atlas, held.basis, reader)
    items = tuple(BarItem(atlas.district_by_code[p.code].name, float(p.pct), reader.words("bahan.rank.value", percent=percent(p.pct, reader), date=as_of_short(p.fact.as_of, reader)),
                          fill(atlas.district_by_code[p.code]).fill, p.code == occasion.state.daerah) for p in held.places)
    title = reader.words("banding.rank.title", basis=f"{BASIS_LETTERS[held.basis]} · {basis_short(held.basis, reader)}", month=month_short(reader.per, reader))
    return BarsView(title, reader.words("bahan.rank.unit", basis=basis_short(held.basis, reader)), items, "; ".join(f"{i.label} {i.text}" for i in items))
