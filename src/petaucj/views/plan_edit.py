"""One change of a plan at a time: the cell of a table, typed by a person, becomes a new plan or a sentence about what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from petaucj.domain.month import Month
from petaucj.domain.plan import Offer, Plan, Tranche
from petaucj.domain.plan_faults import plan_faults
from petaucj.domain.planning import PlanningBook
from petaucj.domain.prefill import allotted_cap
from petaucj.text.typed import read_percent, read_whole
from petaucj.views.phrases import Reader

HUNDRED = Decimal(100)


class EditFault(ValueError):
    """What was typed cannot be used; ``rule`` names the sentence that says why and what to type instead."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def _read(text: str, reader: Reader, read: Callable[[str], object], rule: str) -> object:
    try:
        return read(text)
    except ValueError:
        raise EditFault(rule) from None


def whole(text: str, reader: Reader) -> int:
    """Return a typed whole number."""
    return _read(text, reader, lambda typed: read_whole(typed, reader.language), "whole")


def maybe_whole(text: str, reader: Reader) -> int | None:
    """Return a typed whole number; an emptied cell means "not known"."""
    return whole(text, reader) if text.strip(" –-") else None


def _pct(text: str, reader: Reader) -> Decimal:
    return _read(text, reader, read_percent, "pct_typed")


def _share(text: str, reader: Reader) -> Decimal:
    return _pct(text, reader) / HUNDRED


def _maybe_pct(text: str, reader: Reader) -> Decimal | None:
    return _pct(text, reader) if text.strip(" –-") else None


def _month(text: str, reader: Reader) -> Month:
    return _read(text, reader, Month.parse, "month")


def _maybe_month(text: str, reader: Reader) -> Month | None:
    return _month(text, reader) if text else None


def _chosen(text: str, reader: Reader) -> str:
    return text


TRANCHE_FIELDS = {"funding_source": _chosen, "workers": whole, "start": _month, "months": whole, "commitment": _chosen, "sector": _chosen,
                  "overlap": _share, "acceptance": _share, "continuing": _share}
OFFER_FIELDS = {"eligible": maybe_whole, "cap_idr": maybe_whole, "start": _month, "months": whole, "sector": _chosen}
BASE_FIELDS = {"active": maybe_whole, "month": _maybe_month, "denominator": maybe_whole, "denominator_month": _maybe_month, "basis": _chosen}
GOAL_FIELDS = {"pct": _maybe_pct, "goal_basis": _chosen}
PLAN_FIELDS = {"first_month": _month, "growth_pct": _pct, "margin_pct": _pct, "grace_months": whole, "package": _chosen, "income_idr": maybe_whole, "wage_idr": maybe_whole,
               "spread_idr": maybe_whole, "spread_source": _chosen, "spread_sector": _chosen, "spread_months": whole}


def edit_tranche(plan: Plan, index: int, field: str, text: str, reader: Reader) -> Plan:
    """Return the plan with one cell of one tranche changed; raise EditFault where the text cannot be used."""
    value = TRANCHE_FIELDS[field](text, reader)
    row = replace(plan.tranches[index], **{field: value})
    return _checked(plan.with_(tranches=_with(plan.tranches, index, row)), "tranche", index + 1)


def edit_offer(plan: Plan, index: int, field: str, text: str, reader: Reader) -> Plan:
    """Return the plan with one cell of one line of the waterfall changed; raise EditFault where the text cannot be used."""
    row = replace(plan.offers[index], **{field: OFFER_FIELDS[field](text, reader)})
    return _checked(plan.with_(offers=_with(plan.offers, index, row)), "offer", index + 1)


def edit_plan(plan: Plan, field: str, text: str, reader: Reader) -> Plan:
    """Return the plan with one of its own values changed; a percentage typed by hand is no longer a published target."""
    if field in BASE_FIELDS:
        base = replace(plan.base, **{field: BASE_FIELDS[field](text, reader)})
        changed = plan.with_(base=replace(base, denominator_month=None) if field == "denominator" else base)
    elif field in GOAL_FIELDS:
        name = "basis" if field == "goal_basis" else field
        goal = replace(plan.goal, **{name: GOAL_FIELDS[field](text, reader)}, target_id="")
        # Another percentage is no longer that target; a basis told by hand leaves it the same target.
        changed = plan.with_(goal=goal if name == "basis" else replace(goal, regime="", year=None))
    else:
        changed = plan.with_(**{field: PLAN_FIELDS[field](text, reader)})
    return _checked(changed, "plan", 0)


def _with(rows: tuple, index: int, row: object) -> tuple:
    return (*rows[:index], row, *rows[index + 1:])


def _checked(plan: Plan, place: str, number: int) -> Plan:
    wrong = next((fault for fault in plan_faults(plan) if (fault.place, fault.number) == (place, number)), None)
    if wrong:
        raise EditFault(wrong.rule)
    return plan


def add_tranche(plan: Plan, funding_source: str, workers: int = 0, months: int | None = None, record_id: str = "") -> Plan:
    """Return the plan with one more planned tranche from its own budget on, through the year where no length is told; the reader sets the rest."""
    row = Tranche(funding_source, workers, plan.first_month, months or 13 - plan.first_month.month, commitment="planned", record_id=record_id)
    return _checked(plan.with_(tranches=(*plan.tranches, row)), "tranche", len(plan.tranches) + 1)


def remove_tranche(plan: Plan, index: int) -> Plan:
    """Return the plan without one tranche."""
    return plan.with_(tranches=plan.tranches[:index] + plan.tranches[index + 1:])


def add_offer(plan: Plan, book: PlanningBook, funding_source: str) -> Plan:
    """Return the plan with one more line at the end of the waterfall."""
    row = Offer(funding_source, None, allotted_cap(book, plan.area_code, funding_source), plan.first_month, 13 - plan.first_month.month)
    return _checked(plan.with_(offers=(*plan.offers, row)), "offer", len(plan.offers) + 1)


def remove_offer(plan: Plan, index: int) -> Plan:
    """Return the plan without one line of the waterfall."""
    return plan.with_(offers=plan.offers[:index] + plan.offers[index + 1:])


def move_offer(plan: Plan, index: int, by: int) -> Plan:
    """Return the plan with one line of the waterfall one place earlier or later."""
    to = index + by
    if not 0 <= to < len(plan.offers):
        return plan
    rows = list(plan.offers)
    rows[index], rows[to] = rows[to], rows[index]
    return plan.with_(offers=tuple(rows))


def move_deadline(plan: Plan, deadline: Month, today: Month) -> Plan:
    """Return the plan with another deadline; in another year its budget begins in January, or next month in a year that is running.

    Offers that began in the old budget's year move by as many years; those of another year stay.
    """
    years = deadline.year - plan.first_month.year
    if not years:
        return plan.with_(goal=replace(plan.goal, deadline=deadline))
    start = max(Month(deadline.year, 1), min(today.plus(1), Month(deadline.year, 12)))
    offers = tuple(_moved(o, years, start) if o.start.year == plan.first_month.year else o for o in plan.offers)
    return plan.with_(goal=replace(plan.goal, deadline=deadline), first_month=start, offers=offers)


def _moved(offer: Offer, years: int, start: Month) -> Offer:
    begins = max(offer.start.plus(12 * years), start)
    return replace(offer, start=begins, months=max(1, offer.months - begins.since(offer.start.plus(12 * years))))
