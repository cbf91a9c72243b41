"""Banding against targets: dumbbells of target and actual, and the pace recorded and needed."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.peers import DistrictPace, district_pace
from petaucj.domain.records import CoverageFact
from petaucj.domain.targets import Gap, Standing, standing
from petaucj.text.numbers import number
from petaucj.views.banding import NamedNotes, Row, Table, named_notes
from petaucj.views.phrases import Reader, as_of_name, listed, month_name, month_short, people, percent, points, regime_name
from petaucj.views.state import REGIMES, ViewState, group_codes


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """One district: actual and target in per cent, and their words; ``derived`` marks a value on another denominator."""

    name: str
    actual: float
    target: float
    actual_text: str
    target_text: str
    gap_text: str
    short: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class DumbbellView:
    """The dumbbells, largest shortage first, their axis (100 or beyond), and who is left out with the reason."""

    title: str
    sentence: str
    notes: tuple[str, ...]
    marks: tuple[Dumbbell, ...]
    axis: float
    legend: tuple[str, str]
    alt: str
    table: Table
    table_open: str
    out_title: str
    out: Table
    evidence: NamedNotes | None


def build_dumbbells(atlas: Atlas, state: ViewState, reader: Reader) -> DumbbellView:
    """Return target and actual of each district of the group where the two are comparable."""
    words, codes = reader.words, group_codes(state, atlas)
    regime = REGIMES.get(state.target)
    held = {code: standing(atlas, code, reader.per, regime) for code in codes}
    fit = {code: s for code, s in held.items() if s.gap or s.converted_gap}
    order = sorted(fit, key=lambda code: _gap(fit[code]).points, reverse=True)
    marks = tuple(_mark(atlas, code, fit[code], state, reader) for code in order)
    told = {"count": len(marks), "asked": len(codes), "short": sum(m.short for m in marks), "over": sum(not m.short for m in marks)}
    axis = max([100.0, *(max(m.actual, m.target) * 1.08 for m in marks if max(m.actual, m.target) > 100)])
    return DumbbellView(
        title=words("banding.target.title", month=month_short(reader.per, reader)),
        sentence=words("banding.target.sentence", **told) if marks else words("banding.target.none"),
        notes=(words("banding.target.derived"),) if any(s.converted_gap for s in fit.values()) else (),
        marks=marks, axis=axis, legend=(words("banding.target.actual"), words("banding.target.aim")),
        alt=". ".join(words("banding.target.alt_row", district=m.name, actual=m.actual_text, aim=m.target_text, gap=m.gap_text) for m in marks),
        table=_table(atlas, order, fit, marks, reader), table_open=words("banding.target.table_open"),
        out_title=words("banding.target.not_comparable", count=len(codes) - len(marks)),
        out=_out_table(atlas, held, state, reader),
        evidence=named_notes([(atlas.district_by_code[c].name, f) for c in order for f in _facts(fit[c])], "banding.out.evidence", atlas, reader),
    )


def _gap(held: Standing) -> Gap:
    return held.gap or held.converted_gap


def _facts(held: Standing) -> tuple[CoverageFact, ...]:
    used = (held.converted.active_fact, held.converted.denominator_fact) if held.converted_gap else (held.fact,)
    return tuple(dict.fromkeys(used))


def _mark(atlas: Atlas, code: str, held: Standing, state: ViewState, reader: Reader) -> Dumbbell:
    gap = _gap(held)
    sign = "≈ " if held.converted_gap else ""
    return Dumbbell(atlas.district_by_code[code].name, float(gap.actual_pct), float(gap.target.pct_printed),
                    sign + percent(gap.actual_pct, reader), percent(gap.target.pct_printed, reader), _gap_words(gap, reader),
                    gap.points > 0, code == state.daerah)


def _gap_words(gap: Gap, reader: Reader) -> str:
    words = reader.words
    if gap.points == 0 and not gap.people_short:
        return words("banding.target.met")
    side = "short" if gap.points > 0 else "over"
    count = gap.people_short if side == "short" else gap.surplus
    if not count:
        return words(f"banding.target.{side}", points=points(gap.points, reader))
    return words(f"banding.target.{side}_people", points=points(gap.points, reader), people=people(count, reader))


def _table(atlas: Atlas, order: list[str], fit: dict[str, Standing], marks: tuple[Dumbbell, ...], reader: Reader) -> Table:
    words = reader.words
    names = ("column_target", "column_actual", "column_gap", "column_date")
    columns = (words("banding.rank.district"), *(words(f"banding.target.{name}") for name in names))
    rows = []
    for code, mark in zip(order, marks, strict=True):
        target, used = _gap(fit[code]).target, _facts(fit[code])
        aim = words("banding.target.aim_cell", regime=regime_name(target.regime, reader),
                    year=target.year or words("standing.verdict.year_missing"), percent=mark.target_text)
        rows.append(Row((mark.name, aim, mark.actual_text, mark.gap_text, as_of_name(used[0].as_of, reader)), mark.chosen))
    return Table(columns, tuple(rows), (2,))


def _out_table(atlas: Atlas, held: dict[str, Standing], state: ViewState, reader: Reader) -> Table:
    words = reader.words
    rows = tuple(Row((atlas.district_by_code[code].name, words(f"shared.reason.{s.reason}")), code == state.daerah)
                 for code, s in held.items() if not (s.gap or s.converted_gap))
    return Table((words("banding.rank.district"), words("banding.out.reason")), rows)


@dataclass(frozen=True, slots=True)
class PaceView:
    """The pace of each district that has two comparable counts, and in words why the others have none."""

    title: str
    explain: str
    sentence: str
    table: Table
    left: tuple[str, ...]
    evidence: NamedNotes | None


def build_pace(atlas: Atlas, state: ViewState, reader: Reader) -> PaceView:
    """Return the pace recorded and the pace needed for each district of the group."""
    words = reader.words
    held = [district_pace(atlas, code, reader.per, REGIMES.get(state.target)) for code in group_codes(state, atlas)]
    fit = [one for one in held if one.pace]
    columns = (words("banding.rank.district"),
               *(words(f"banding.pace.column_{name}") for name in ("change", "actual", "needed", "finish")))
    rows = tuple(Row((atlas.district_by_code[one.code].name, *_pace_cells(one, reader)), one.code == state.daerah) for one in fit)
    names: dict[str, list[str]] = {}
    for one in held:
        if one.reason:
            names.setdefault(one.reason, []).append(atlas.district_by_code[one.code].name_short)
    left = tuple(words("banding.pace.left", reason=words(f"banding.pace.{reason}"), names=listed(who, reader)) for reason, who in names.items())
    facts = [(atlas.district_by_code[one.code].name, fact) for one in fit for fact in (one.pace.first, one.pace.last)]
    return PaceView(words("banding.pace.title"), words("banding.pace.explain"), "" if fit else words("banding.pace.none"),
                    Table(columns, rows, (2,)), left, named_notes(facts, "banding.pace.evidence", atlas, reader))


def _signed(value: object, reader: Reader) -> str:
    text = number(value, reader.language, 0)
    return text.replace("-", "−") if text.startswith("-") else f"+{text}"


def _pace_cells(one: DistrictPace, reader: Reader) -> tuple[str, str, str, str]:
    words, held = reader.words, one.pace
    change = words("banding.pace.change", first=_count(held.first, reader), first_date=as_of_name(held.first.as_of, reader),
                   last=_count(held.last, reader), last_date=as_of_name(held.last.as_of, reader),
                   change=_signed(held.last.active - held.first.active, reader), months=held.months)
    return change, _signed(held.actual_per_month, reader), _needed(one, reader), _finish(one, reader)


def _count(fact: CoverageFact, reader: Reader) -> str:
    return people(fact.active, reader) + (reader.words("banding.pace.disputed") if fact.disputed else "")


def _needed(one: DistrictPace, reader: Reader) -> str:
    words, held = reader.words, one.pace
    if one.people_short is None:
        return words("banding.pace.not_comparable")
    if one.people_short == 0:
        return words("banding.pace.reached")
    if one.deadline is None:
        return words("banding.pace.no_deadline")
    if held.needed_per_month is None:
        return words("banding.pace.passed")
    key = "needed_passed" if one.deadline < reader.today else "needed"
    return words(f"banding.pace.{key}", needed=number(held.needed_per_month, reader.language, 0), short=people(one.people_short, reader),
                 left=held.months_left, deadline=month_name(one.deadline, reader))


def _finish(one: DistrictPace, reader: Reader) -> str:
    words = reader.words
    if one.people_short is None:
        return words("banding.pace.finish_none")
    if one.people_short == 0:
        return words("banding.pace.finish_reached")
    if one.pace.finish is None:
        return words("banding.pace.finish_never")
    if one.pace.finish <= reader.today:
        return words("banding.pace.finish_past", month=month_name(one.pace.finish, reader))
    return words("banding.pace.finish", month=month_name(one.pace.finish, reader))
