"""A plan as one short word of the address, whole: it means the same whatever the data and the day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from petaucj.data.plan_format import (
    BASIS_OF, BASIS_WORD, COMMITMENT_OF, COMMITMENT_WORD, FUND_OF, FUND_WORD, PACKAGE_OF, PACKAGE_WORD, REGIME_OF, REGIME_WORD, SECTOR_OF, SECTOR_WORD,
)
from petaucj.domain.month import Month
from petaucj.domain.plan import Base, Goal, Offer, Plan, Tranche
from petaucj.domain.plan_reading import with_sources
from petaucj.views.address_cells import (
    INSIDE, cells_of, decimal_word, maybe_month, maybe_whole, meaning_of, read_decimal, read_month, read_whole, said,
)

# Letters, digits and the four signs that no browser and no chat application rewrites.
ALLOWED = re.compile(r"[A-Za-z0-9._~-]{1,4000}")
BETWEEN = "~"
RECORD = re.compile(r"[a-z0-9-]{0,20}")
# The two months are always told, so that a word means the same on every day.
ALWAYS = frozenset("hm")
YEAR = 12


# Nothing is known yet: what a word is read onto, so that it holds the whole plan whatever the data or the day.
BARE = Plan("", Base(None, None, None, None, "unknown"), Goal(None, "unknown", Month(2027, 12)), Month(2027, 1))


def plausible(text: str) -> bool:
    """Whether a word of the address reads as a plan at all; what it says of a district is checked where the plan is built."""
    try:
        decode(text, BARE)
    except ValueError:
        return False
    return True


def encode(plan: Plan, first: Plan) -> str:
    """Return the word of a plan, with all its values; nothing where it is the plan the district begins with."""
    if plan == first:
        return ""
    parts = [letter + write(plan) for letter, (write, _) in _FIELDS.items() if letter in ALWAYS or write(plan) != write(BARE)]
    parts += [f"t{_write_tranche(t)}" for t in plan.tranches]
    return BETWEEN.join(parts + [f"o{_write_offer(o, plan.first_month)}" for o in plan.offers])


def decode(text: str, first: Plan) -> Plan:
    """Return the plan of a word, on the documents of ``first`` where its figures are still theirs; raise ValueError where it cannot be read."""
    if not text:
        return first
    if not ALLOWED.fullmatch(text):
        raise ValueError(text[:40])
    plan, rows = BARE.with_(area_code=first.area_code), {"t": [], "o": []}
    for part in filter(None, text.split(BETWEEN)):
        letter, rest = part[0], part[1:]
        if letter in rows:
            rows[letter].append(rest)
        elif letter in _FIELDS:
            plan = _FIELDS[letter][1](plan, rest)
        else:
            raise ValueError(part[:40])
    read = plan.with_(tranches=tuple(map(_read_tranche, rows["t"])), offers=tuple(_read_offer(row, plan.first_month) for row in rows["o"]))
    return with_sources(read, first)


def _write_tranche(t: Tranche) -> str:
    cells = [FUND_WORD.get(t.funding_source, ""), str(t.workers), str(t.start), str(t.months), COMMITMENT_WORD.get(t.commitment, ""),
             "" if t.sector == "non_transport" else SECTOR_WORD.get(t.sector, ""), decimal_word(t.overlap) if t.overlap else "",
             "" if t.acceptance == 1 else decimal_word(t.acceptance), decimal_word(t.continuing) if t.continuing else "", t.record_id]
    return INSIDE.join(cells).rstrip(INSIDE)


def _read_tranche(text: str) -> Tranche:
    fund, workers, start, months, commitment, sector, overlap, acceptance, continuing, record = cells_of(text, 5, 10)
    return Tranche(meaning_of(FUND_OF, fund), read_whole(workers), read_month(start), read_whole(months), meaning_of(SECTOR_OF, sector) if sector else "non_transport",
                   meaning_of(COMMITMENT_OF, commitment), read_decimal(overlap or "0"), read_decimal(acceptance or "1"), read_decimal(continuing or "0"),
                   _record(record))


def _write_offer(o: Offer, budget: Month) -> str:
    cells = [FUND_WORD.get(o.funding_source, ""), said(o.eligible), said(o.cap_idr), "" if o.start == budget else str(o.start),
             "" if o.months == YEAR else str(o.months), "" if o.sector == "non_transport" else SECTOR_WORD.get(o.sector, "")]
    return INSIDE.join(cells).rstrip(INSIDE)


def _read_offer(text: str, budget: Month) -> Offer:
    fund, eligible, cap, start, months, sector = cells_of(text, 1, 6)
    return Offer(meaning_of(FUND_OF, fund), maybe_whole(eligible), maybe_whole(cap), read_month(start) if start else budget, read_whole(months) if months else YEAR,
                 meaning_of(SECTOR_OF, sector) if sector else "non_transport")


def _record(text: str) -> str:
    if not RECORD.fullmatch(text):
        raise ValueError(text[:40])
    return text


def _write_goal(plan: Plan) -> str:
    goal = plan.goal
    cells = ("" if goal.pct is None else decimal_word(goal.pct), BASIS_WORD[goal.basis], REGIME_WORD.get(goal.regime, ""), said(goal.year))
    return INSIDE.join(cells).rstrip(INSIDE)


def _read_goal(plan: Plan, text: str) -> Plan:
    pct, basis, regime, year = cells_of(text, 2, 4)
    goal = Goal(read_decimal(pct) if pct else None, meaning_of(BASIS_OF, basis), plan.goal.deadline, meaning_of(REGIME_OF, regime) if regime else "",
                maybe_whole(year))
    return plan.with_(goal=goal)


def _read_deadline(plan: Plan, text: str) -> Plan:
    return plan.with_(goal=replace(plan.goal, deadline=read_month(text)))


def _read_people(plan: Plan, text: str) -> Plan:
    active, month = cells_of(text, 1, 2)
    return plan.with_(base=replace(plan.base, active=maybe_whole(active), month=maybe_month(month), fact_keys=()))


def _read_denominator(plan: Plan, text: str) -> Plan:
    size, basis, month = cells_of(text, 2, 3)
    return plan.with_(base=replace(plan.base, denominator=maybe_whole(size), basis=meaning_of(BASIS_OF, basis), denominator_month=maybe_month(month),
                                   fact_keys=()))


def _read_spread(plan: Plan, text: str) -> Plan:
    idr, fund, sector, months = cells_of(text, 4, 4)
    return plan.with_(spread_idr=maybe_whole(idr), spread_source=meaning_of(FUND_OF, fund), spread_sector=meaning_of(SECTOR_OF, sector), spread_months=read_whole(months))


def _write_spread(plan: Plan) -> str:
    return INSIDE.join((said(plan.spread_idr), FUND_WORD[plan.spread_source], SECTOR_WORD[plan.spread_sector], str(plan.spread_months)))


def _number(field: str, read: Callable[[str], object]) -> tuple[Callable, Callable]:
    def write(plan: Plan) -> str:
        value = getattr(plan, field)
        return decimal_word(value) if isinstance(value, Decimal) else said(value)

    return write, lambda plan, text: plan.with_(**{field: read(text)})


_FIELDS: dict[str, tuple[Callable[[Plan], str], Callable[[Plan, str], Plan]]] = {
    "x": (_write_goal, _read_goal),
    "h": (lambda p: str(p.goal.deadline), _read_deadline),
    "m": (lambda p: str(p.first_month), lambda p, text: p.with_(first_month=read_month(text))),
    "k": (lambda p: f"{said(p.base.active)}.{said(p.base.month)}", _read_people),
    "d": (lambda p: f"{said(p.base.denominator)}.{BASIS_WORD[p.base.basis]}.{said(p.base.denominator_month)}", _read_denominator),
    "g": _number("growth_pct", read_decimal), "v": _number("margin_pct", read_decimal), "r": _number("grace_months", read_whole),
    "p": (lambda p: PACKAGE_WORD[p.package], lambda p, text: p.with_(package=meaning_of(PACKAGE_OF, text))),
    "i": _number("income_idr", maybe_whole), "u": _number("wage_idr", maybe_whole), "s": (_write_spread, _read_spread),
}
