"""The room Daerah: the list of districts, and what is known of one that has no figure of its own."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import denominator_on, newest, newest_active, visible_at
from petaucj.domain.records import CoverageFact
from petaucj.domain.targets import Standing, standing
from petaucj.views.daerah_figures import figure_words
from petaucj.views.daerah_targets import regime_of
from petaucj.views.evidence import FigureNote, build_coverage_note, merged_note
from petaucj.views.phrases import Reader, basis_name, listed, regime_name
from petaucj.views.standing import StandingView, build_standing
from petaucj.views.state import REGIMES, ViewState


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The districts to choose from when none is chosen, kabupaten and kota apart: (code, name)."""

    title: str
    ask: str
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class DistrictView:
    """The head of the room: standing, a notice, what else is known, what to ask for, one click behind all its numbers."""

    standing: StandingView
    notice: str
    partial: str
    ask: str
    note: FigureNote | None


def build_choice(atlas: Atlas, reader: Reader) -> ChoiceView:
    """Return the 19 districts to choose from."""
    words = reader.words
    groups = tuple((words(f"daerah.choose.{kind}"), tuple((d.code, d.name_short) for d in atlas.districts if d.kind == kind))
                   for kind in ("kabupaten", "kota"))
    return ChoiceView(words("daerah.choose.title"), words("daerah.choose.ask"), groups)


def build_district(atlas: Atlas, state: ViewState, code: str, reader: Reader) -> DistrictView:
    """Return the head of the room for one district."""
    regime = regime_of(atlas, state, code)
    result = standing(atlas, code, reader.per, regime)
    view = build_standing(atlas, state if regime else state.with_(target=""), code, reader)
    parts = _parts(atlas, code, reader) if result.fact is None else ()
    partial = reader.words("daerah.verdict.partial", figures="; ".join(figure_words(f, reader) for f in parts)) if parts else ""
    notes = (*view.notes, *(build_coverage_note(atlas, fact, reader) for fact in parts))
    return DistrictView(view, _notice(state, regime, result, reader), partial, _ask(atlas, code, result, reader), merged_note(notes, reader) if notes else None)


def _notice(state: ViewState, regime: str | None, result: Standing, reader: Reader) -> str:
    if not state.target or regime or result.target is None:
        return ""
    return reader.words("daerah.verdict.no_such_target", regime=regime_name(REGIMES[state.target], reader),
                        used=regime_name(result.target.regime, reader))


def _parts(atlas: Atlas, code: str, reader: Reader) -> tuple[CoverageFact, ...]:
    """Return the newest figure of each part of the workers."""
    facts = [f for f in atlas.coverage_by_area.get(code, ()) if f.usable and visible_at(f, reader.per, atlas.newest_month)
             and f.segment != "all" and (f.pct_printed is not None or f.active is not None)]
    return tuple(newest(f for f in facts if f.segment == segment) for segment in dict.fromkeys(f.segment for f in facts))


def _ask(atlas: Atlas, code: str, result: Standing, reader: Reader) -> str:
    """Return which figures are missing for a number of people, beside what the verdict already asks for."""
    words, target = reader.words, result.target
    gap = result.gap or result.converted_gap
    if result.fact is not None and target is not None and target.basis == "unknown":
        return words("daerah.verdict.ask_target_basis")
    if result.fact is not None and (gap is None or gap.people_short is not None):
        return ""
    basis = target.basis if target is not None and target.basis != "unknown" else "bps_employed"
    missing = [words("daerah.verdict.ask_percent")] if result.fact is None else []
    if newest_active(atlas, code, reader.per) is None:
        missing.append(words("daerah.verdict.ask_active"))
    if denominator_on(atlas, code, basis, reader.per) is None:
        missing.append(words("daerah.verdict.ask_denominator", basis=basis_name(basis, reader)))
    return words("daerah.verdict.ask", missing=listed(missing, reader)) if missing else ""
