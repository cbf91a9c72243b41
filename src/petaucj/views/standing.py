"""Where one district stands: the verdict in a sentence, the warnings, the gauge."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import age_of, newest_active, percentage
from petaucj.domain.records import CoverageFact, District
from petaucj.domain.targets import Gap, Standing, standing
from petaucj.views.daerah_targets import regime_of
from petaucj.views.evidence import FigureNote, build_coverage_note
from petaucj.views.gauge import GaugeView, build_gauge, target_words
from petaucj.views.phrases import Reader, age_words, as_of_name, basis_name, basis_short, month_name, people, percent, points
from petaucj.views.state import ViewState


@dataclass(frozen=True, slots=True)
class StandingView:
    """Title, meta line, verdict (Markdown), warnings, gauge, the two lines beside it, and what stands behind each number.

    ``basis`` is the basis the gauge counts on, "" without a figure; ``short`` is the verdict without what to ask for.
    """

    title: str
    meta: str
    verdict: str
    warnings: tuple[str, ...]
    gauge: GaugeView
    headline: str
    detail: str
    notes: tuple[FigureNote, ...]
    basis: str = ""
    short: str = ""


def branch_name(district: District, reader: Reader) -> str:
    """Return the branch of a district, marked when nobody confirmed it."""
    name = reader.words(f"shared.branch.{district.branch}")
    return name if district.branch_verified else reader.words("shared.branch.unverified", branch=name)


def build_standing(atlas: Atlas, state: ViewState, code: str, reader: Reader) -> StandingView:
    """Return where a district stands at the reader's month against the chosen regime's target."""
    district = atlas.district_by_code[code]
    # A regime that gives this district nothing must not hide the targets it has.
    result = standing(atlas, code, reader.per, regime_of(atlas, state, code))
    gap = result.gap or result.converted_gap
    return StandingView(
        title=district.name, meta=_meta(district, result, reader), verdict=_verdict(atlas, district, result, reader),
        warnings=_warnings(result, reader), gauge=build_gauge(atlas, code, result, reader),
        headline=_headline(gap, reader), detail=_detail(gap, reader), notes=_notes(atlas, result, reader),
        basis=_basis(result), short=_verdict(atlas, district, result, reader, asking=False),
    )


def _basis(result: Standing) -> str:
    counted = result.converted.denominator_fact if result.converted_gap else result.fact
    return counted.basis if counted else ""


def _meta(district: District, result: Standing, reader: Reader) -> str:
    words, branch = reader.words, branch_name(district, reader)
    if result.fact is None:
        return words("standing.title_meta_none", code=district.code, branch=branch)
    if not result.fact.as_of.known:
        return words("standing.title_meta_undated", code=district.code, branch=branch)
    age = age_words(age_of(result.fact, reader.per, reader.today, reader.stale_after_months), reader)
    return words("standing.title_meta", code=district.code, branch=branch, date=as_of_name(result.fact.as_of, reader),
                 age=words("standing.age", age=age) if age else "")


def _verdict(atlas: Atlas, district: District, result: Standing, reader: Reader, asking: bool = True) -> str:
    words = reader.words
    if result.fact is None:
        return _no_figure(atlas, district, reader)
    actual, dated = percent(percentage(result.fact), reader), _dated(result.fact, reader)
    said = words("standing.verdict.derived" if result.fact.status == "derived" else "standing.verdict.reported")
    if result.target is None:
        return words("standing.verdict.no_target", said=said, actual=actual, date=dated, basis=basis_short(result.fact.basis, reader))
    told = target_words(result.target, reader) | {"date": dated}
    gap = result.gap or result.converted_gap
    if gap is None:
        told["basis"] = basis_short(result.fact.basis, reader)
        sentence = words("standing.verdict.not_comparable", said=said, actual=actual, reason=words(f"shared.reason.{result.reason}"), **told)
        return f"{sentence} {_ask(atlas, district, result, reader)}" if asking else sentence
    return _gap_sentence(gap, result, told, actual, reader)


def _dated(fact: CoverageFact, reader: Reader) -> str:
    return reader.words("standing.verdict.per", date=as_of_name(fact.as_of, reader)) if fact.as_of.known else reader.words("standing.verdict.undated")


def _ask(atlas: Atlas, district: District, result: Standing, reader: Reader) -> str:
    """Return which figure to ask for, so that the gap can be told."""
    counted = newest_active(atlas, district.code, reader.per)
    if counted is None or result.target.basis == "unknown":
        return reader.words("standing.verdict.ask_both")
    return reader.words("standing.verdict.ask_base", basis=basis_name(result.target.basis, reader))


def _gap_sentence(gap: Gap, result: Standing, told: dict[str, str], actual: str, reader: Reader) -> str:
    words = reader.words
    counted = result.converted.active_fact if result.converted else result.fact
    if gap.people_short is None:
        key = "points_short" if gap.points > 0 else "points_over"
        return words(f"standing.verdict.{key}", actual=actual, points=points(gap.points, reader), **told)
    head = words("standing.verdict.head", date=as_of_name(counted.as_of, reader)) if counted.as_of.known else words("standing.verdict.head_undated")
    told |= {"head": head, "active": people(counted.active, reader), "needed": people(gap.needed_people, reader)}
    if gap.people_short:
        return words("standing.verdict.short", short=people(gap.people_short, reader), **told)
    return words("standing.verdict.surplus", surplus=people(gap.surplus, reader), **told)


def _no_figure(atlas: Atlas, district: District, reader: Reader) -> str:
    words = reader.words
    sentence = words("standing.verdict.no_figure", district=district.name, month=month_name(reader.per, reader))
    counted = newest_active(atlas, district.code, reader.per)
    if counted is None:
        return sentence
    told = words("standing.verdict.no_figure_other", people=people(counted.active, reader), date=as_of_name(counted.as_of, reader))
    return f"{sentence} {told}"


def _warnings(result: Standing, reader: Reader) -> tuple[str, ...]:
    fact, words = result.fact, reader.words
    if fact is None:
        return ()
    found = []
    printed = percentage(fact)
    if result.converted_gap and fact.denominator:
        found.append(words("standing.warning.press", printed=percent(printed, reader), denominator=people(fact.denominator, reader),
                           wording=fact.denominator_wording or basis_short(fact.basis, reader)))
    elif result.converted_gap:
        found.append(words("standing.warning.press_no_denominator", printed=percent(printed, reader), basis=basis_short(fact.basis, reader)))
    if printed > 100:
        found.append(words("standing.warning.over"))
    age = age_of(fact, reader.per, reader.today, reader.stale_after_months)
    if age.stale:
        found.append(words("standing.warning.stale", months=age.to_chosen))
    if not fact.as_of.known:
        found.append(words("standing.warning.undated"))
    if fact.disputed:
        found.append(words("standing.warning.disputed"))
    return tuple(found)


def _headline(gap: Gap | None, reader: Reader) -> str:
    if gap is None:
        return ""
    return reader.words("standing.gauge.short_head" if gap.points > 0 else "standing.gauge.surplus_head", points=points(gap.points, reader))


def _detail(gap: Gap | None, reader: Reader) -> str:
    if gap is None or gap.people_short is None:
        return ""
    if gap.people_short:
        return reader.words("standing.gauge.short_people", people=people(gap.people_short, reader))
    return reader.words("standing.gauge.surplus_people", people=people(gap.surplus, reader))


def _notes(atlas: Atlas, result: Standing, reader: Reader) -> tuple[FigureNote, ...]:
    facts = [result.fact]
    if result.converted:
        facts += [result.converted.active_fact, result.converted.denominator_fact]
    unique = dict.fromkeys(fact for fact in facts if fact is not None)
    return tuple(build_coverage_note(atlas, fact, reader) for fact in unique)
