"""Options with the same money: many people for a short time or few for a long one, or the scenarios somebody has worked out."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.need import Need
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan_cost import payer_of
from petaucj.domain.spread import SpreadPoint, short_cover, spread
from petaucj.views.banding import Row, Table
from petaucj.views.bars import BarItem, BarsView
from petaucj.views.occasion import Occasion, first_plan_of, scenario_of
from petaucj.views.phrases import people, rupiah, rupiah_short
from petaucj.views.plan_changes import share_words
from petaucj.views.plan_scenarios import build_scenarios
from petaucj.views.plan_spread import budget_of
from petaucj.views.state import SCENARIOS

LENGTHS = (12, 6, 3)


@dataclass(frozen=True, slots=True)
class OptionsView:
    """Options A, B, C: one sentence, a table, and bars; ``table`` is None where there is no money to compare."""

    sentence: str
    table: Table | None
    bars: BarsView | None
    notes: tuple[str, ...]


def build_options(result: Outlook, occasion: Occasion) -> OptionsView:
    """Return the edited scenarios of the address, else the same money over twelve, six and three months."""
    held = {letter: outlook for letter in SCENARIOS if (outlook := scenario_of(occasion, letter))}
    edited = build_scenarios(held, first_plan_of(occasion), occasion.book, occasion.reader) if any(getattr(occasion.state, s) for s in SCENARIOS) else None
    if edited and edited.edited:
        return OptionsView(occasion.reader.words("bahan.options.scenarios"), edited.brief, None, edited.budgets)
    return _same_money(result, occasion)


def _same_money(result: Outlook, occasion: Occasion) -> OptionsView:
    reader, book, plan, budget = occasion.reader, occasion.book, result.plan, budget_of(result)
    words = reader.words
    if not budget:
        closed = isinstance(result.need, Need) and not result.need.missing
        return OptionsView(words("bahan.options.no_gap" if closed else "bahan.options.no_money"), None, None, ())
    waiting = book.amount("full_death_after_months")
    payer = payer_of(plan, book, plan.spread_source, plan.spread_sector)
    points = {p.months: p for p in spread(book.table, payer, budget, plan.first_month, max(LENGTHS), waiting)}
    chosen = [(letter, points[months]) for letter, months in zip(SCENARIOS, LENGTHS, strict=True) if months in points]
    if not chosen:
        return OptionsView(words("bahan.options.no_rate"), None, None, ())
    columns = tuple(words(f"bahan.options.column_{name}") for name in ("option", "people", "idr", "quality"))
    rows = tuple(Row(_cells(letter, point, waiting, occasion)) for letter, point in chosen)
    sentence = words("bahan.options.same_money", idr=rupiah_short(budget, reader))
    return OptionsView(sentence, Table(columns, rows, (1, 2)), _bars(chosen, waiting, sentence, occasion), (words("bahan.options.waiting", months=waiting),))


def _name(letter: str, point: SpreadPoint, occasion: Occasion) -> str:
    return occasion.reader.words("bahan.options.name", letter=letter.upper(), months=point.months)


def _cells(letter: str, point: SpreadPoint, waiting: int, occasion: Occasion) -> tuple[str, ...]:
    reader = occasion.reader
    return (_name(letter, point, occasion), people(point.people, reader), rupiah(point.spent_idr, reader), _quality(point, waiting, occasion))


def _quality(point: SpreadPoint, waiting: int, occasion: Occasion) -> str:
    words = occasion.reader.words
    if short_cover(point.months, waiting):
        return words("bahan.options.quality_none")
    return words("bahan.options.quality_share", share=share_words(point.full_death_share, occasion.reader))


def _bars(chosen: list[tuple[str, SpreadPoint]], waiting: int, sentence: str, occasion: Occasion) -> BarsView:
    reader = occasion.reader
    items = tuple(BarItem(_name(letter, p, occasion), p.people, reader.words("shared.funding.people", people=people(p.people, reader)), "c5",
                          hollow=short_cover(p.months, waiting)) for letter, p in chosen)
    alt = "; ".join(f"{i.label}: {i.text}, {_quality(p, waiting, occasion)}" for i, (_, p) in zip(items, chosen, strict=True))
    return BarsView(sentence, reader.words("bahan.options.unit"), items, alt)
