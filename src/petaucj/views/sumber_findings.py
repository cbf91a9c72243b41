"""The tables of computed conflicts, one function a kind."""

from __future__ import annotations

from decimal import Decimal

from petaucj.domain.atlas import Atlas
from petaucj.domain.conflicts import BaseHistory, BaseStep, Mismatch, OutletDifference, RupiahCheck
from petaucj.domain.records import CoverageFact
from petaucj.text.dates import iso_name
from petaucj.text.numbers import number
from petaucj.views.phrases import Reader, as_of_name, people, percent, points, rupiah
from petaucj.views.funding_bars import fund_name
from petaucj.views.sumber import Cell, Grid, Part, area_name, area_order, cell, evidence_ids, period_name, source_cell

DATES = frozenset({"as_of", "period_start", "period_end"})


def _columns(name: str, keys: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    return tuple(reader.words(f"sumber.{name}.{key}") for key in keys)


def mismatch_grid(atlas: Atlas, found: tuple[Mismatch, ...], reader: Reader) -> Grid:
    """Return printed against recomputed percentages, with the denominator the printed one implies."""
    columns = _columns("mismatch", ("area", "date", "printed", "recomputed", "difference", "implied", "sources"), reader)
    ordered = sorted(found, key=lambda m: area_order(atlas, m.fact.area_code))
    return Grid(columns, tuple(_mismatch_row(atlas, m, reader) for m in ordered))


def _mismatch_row(atlas: Atlas, found: Mismatch, reader: Reader) -> tuple[Cell, ...]:
    fact, words = found.fact, reader.words
    again = words("sumber.mismatch.division", active=people(fact.active, reader), denominator=people(fact.denominator, reader),
                  percent=percent(found.recomputed, reader))
    implied = "" if found.implied is None else words(
        "sumber.mismatch.interval", value=people(found.implied.value, reader), low=people(found.implied.low, reader),
        high=people(found.implied.high, reader))
    key = "sumber.more" if found.difference > 0 else "sumber.less"
    return (cell(area_name(atlas, fact.area_code, reader)), cell(as_of_name(fact.as_of, reader)), cell(percent(fact.pct_printed, reader)),
            cell(again), cell(words(key, amount=points(found.difference, reader))), cell(implied),
            source_cell(atlas, evidence_ids(fact.evidence)))


def outlet_grid(atlas: Atlas, found: tuple[OutletDifference, ...], reader: Reader) -> Grid:
    """Return what outlets of one statement print differently."""
    columns = _columns("outlets", ("area", "statement", "column", "values"), reader)
    ordered = sorted(found, key=lambda o: area_order(atlas, o.area_code))
    return Grid(columns, tuple(_outlet_row(atlas, o, reader) for o in ordered))


def _outlet_row(atlas: Atlas, found: OutletDifference, reader: Reader) -> tuple[Cell, ...]:
    parts: list[Part] = []
    for value, sources in found.values:
        parts += [Part("; ")] if parts else []
        parts += [Part(f"{_printed(found.column, value, reader)}: ", strong=True), *source_cell(atlas, sources)]
    return (cell(area_name(atlas, found.area_code, reader)), cell(_statement(atlas, found, reader)),
            cell(reader.words(f"sumber.column.{found.column}")), tuple(parts))


def _printed(column: str, value: Decimal | int | str, reader: Reader) -> str:
    if column in DATES:
        return iso_name(str(value), reader.language)
    if column == "period":
        return period_name(*str(value).partition("..")[::2], reader)
    if column in ("contribution_idr", "benefit_idr"):
        return rupiah(value, reader)
    return percent(value, reader) if column == "coverage_pct_printed" else number(value, reader.language)


def _statement(atlas: Atlas, found: OutletDifference, reader: Reader) -> str:
    """Return what the statement is about: its figure and its time."""
    words = reader.words
    if found.table == "coverage":
        fact = next(f for f in atlas.coverage if f.fact_key == found.fact_key)
        return words("sumber.outlets.coverage", what=_figure(fact, reader), date=as_of_name(fact.as_of, reader))
    if found.table == "funding":
        paid = next(f for f in atlas.funding if f.fact_key == found.fact_key)
        return words("sumber.outlets.funding", fund=fund_name(atlas, paid.funding_source, reader), year=paid.year or words("shared.date.unknown"))
    benefit = next(f for f in atlas.benefits if f.fact_key == found.fact_key)
    return words("sumber.outlets.benefits", period=period_name(*benefit.period.partition("..")[::2], reader))


def _figure(fact: CoverageFact, reader: Reader) -> str:
    """Return a figure with what it was divided by: "18.788 dari 61.794 (B) = 30,40 %"."""
    words, base = reader.words, people(fact.denominator, reader) if fact.denominator is not None else ""
    told = {"percent": percent(fact.pct_printed, reader) if fact.pct_printed is not None else "", "letter": fact.letter, "denominator": base,
            "active": people(fact.active, reader) if fact.active is not None else ""}
    shape = "_".join(name for name in ("active", "denominator", "percent") if told[name])
    return words(f"sumber.figure.{shape}", **told) if shape else words("shared.none")


def base_grid(atlas: Atlas, found: tuple[BaseHistory, ...], reader: Reader) -> Grid:
    """Return each district's figures in time, with the places where the base changes."""
    rows = tuple((cell(area_name(atlas, history.area_code, reader)), _chain(atlas, history, reader)) for history in found)
    return Grid(_columns("base", ("area", "chain"), reader), rows)


def _chain(atlas: Atlas, history: BaseHistory, reader: Reader) -> Cell:
    parts: list[Part] = []
    for step in history.steps:
        parts += [Part(" → ")] if parts else []
        parts += _step(atlas, step, reader)
    for i, fact in enumerate(history.undated):
        parts += [Part(f". {reader.words('sumber.base.undated')} " if i == 0 else "; "), _dated(atlas, fact, _figure(fact, reader))]
    return tuple(parts)


def _step(atlas: Atlas, step: BaseStep, reader: Reader) -> list[Part]:
    told = f"{as_of_name(step.fact.as_of, reader)}: {_figure(step.fact, reader)}"
    parts = [_dated(atlas, step.fact, told)]
    if step.changed:
        parts.append(Part(f" {reader.words('sumber.base.changed')}", strong=True))
        if step.active_change:
            sign = "+" if step.active_change > 0 else "−"
            parts.append(Part(" " + reader.words("sumber.base.people", change=f"{sign}{people(abs(step.active_change), reader)}")))
    return parts


def _dated(atlas: Atlas, fact: CoverageFact, words: str) -> Part:
    return Part(words, atlas.sources[fact.evidence[0].source_id].url)


def rupiah_grid(atlas: Atlas, found: tuple[RupiahCheck, ...], reader: Reader) -> Grid:
    """Return printed rupiah against workers x months x the smallest contribution."""
    columns = _columns("rupiah", ("area", "fund", "product", "printed", "result", "sources"), reader)
    ordered = sorted(found, key=lambda r: area_order(atlas, r.fact.area_code))
    return Grid(columns, tuple(_rupiah_row(atlas, check, reader) for check in ordered))


def _rupiah_row(atlas: Atlas, check: RupiahCheck, reader: Reader) -> tuple[Cell, ...]:
    fact, words = check.fact, reader.words
    product = words("sumber.rupiah.times", workers=people(fact.workers, reader), months=fact.months_funded,
                    minimum=rupiah(check.minimum_idr, reader), expected=rupiah(check.expected_idr, reader))
    kind = words(f"sumber.contribution.{fact.contribution_kind}") if fact.contribution_kind else words("sumber.contribution.unsaid")
    year = fact.year or words("shared.date.unknown")
    return (cell(area_name(atlas, fact.area_code, reader)),
            cell(f"{fund_name(atlas, fact.funding_source, reader)}, {year} ({words(f'shared.status.{fact.status}')})"), cell(product),
            cell(f"{rupiah(fact.contribution_idr, reader)} ({kind})"), cell(_rupiah_result(check, reader)),
            source_cell(atlas, evidence_ids(fact.evidence)))


def _rupiah_result(check: RupiahCheck, reader: Reader) -> str:
    words = reader.words
    if not check.difference:
        return words("sumber.rupiah.exact")
    if check.rounded:
        return words("sumber.rupiah.rounded")
    differs = words("sumber.more" if check.difference > 0 else "sumber.less", amount=rupiah(abs(check.difference), reader))
    return words("sumber.rupiah.differs", differs=differs, per_month=rupiah(check.per_month, reader))
