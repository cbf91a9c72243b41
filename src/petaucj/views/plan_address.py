"""A plan as one short word of the address: only what differs from the plan the district begins with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from petaucj.data.plan_format import (
    BASIS_OF, BASIS_WORD, COMMITMENT_OF, COMMITMENT_WORD, FUND_OF, FUND_WORD, PACKAGE_OF, PACKAGE_WORD, SECTOR_OF, SECTOR_WORD,
)
from petaucj.domain.month import Month
from petaucj.domain.plan import Base, Goal, Offer, Plan, Tranche
from petaucj.domain.plan_faults import FIRST_YEAR, LAST_YEAR

# Letters, digits and the four signs that no browser and no chat application rewrites.
ALLOWED = re.compile(r"[A-Za-z0-9._~-]{1,4000}")
NUMBER = re.compile(r"-?[0-9]{1,6}(_[0-9]{1,6})?")
BETWEEN, INSIDE, POINT = "~", ".", "_"
MOST_DIGITS = 15


def plausible(text: str) -> bool:
    """Whether a word of the address reads as a plan at all; what it says of a district is checked where the plan is built."""
    try:
        decode(text, Plan("", Base(None, None, None, None, "unknown"), Goal(None, "unknown", Month(2027, 12)), Month(2027, 1)))
    except ValueError:
        return False
    return True


def encode(plan: Plan, first: Plan) -> str:
    """Return the word of a plan: nothing where it is the plan the district begins with."""
    parts = [letter + write(plan) for letter, (write, _) in _FIELDS.items() if write(plan) != write(first)]
    if plan.tranches != first.tranches:
        parts += [f"t{_write_tranche(t)}" for t in plan.tranches] or ["t"]
    if plan.offers != first.offers:
        parts += [f"o{_write_offer(o)}" for o in plan.offers] or ["o"]
    return BETWEEN.join(parts)


def decode(text: str, first: Plan) -> Plan:
    """Return the plan of a word, the rest as the district begins with; raise ValueError where it cannot be read."""
    if text and not ALLOWED.fullmatch(text):
        raise ValueError(text[:40])
    plan, rows = first, {"t": [], "o": []}
    for part in filter(None, text.split(BETWEEN)):
        letter, rest = part[0], part[1:]
        if letter in rows:
            rows[letter].append(rest)
        elif letter in _FIELDS:
            plan = _FIELDS[letter][1](plan, rest)
        else:
            raise ValueError(part[:40])
    if rows["t"]:
        plan = plan.with_(tranches=tuple(_read_tranche(row) for row in rows["t"] if row))
    return plan.with_(offers=tuple(_read_offer(row) for row in rows["o"] if row)) if rows["o"] else plan


def _decimal(value: Decimal) -> str:
    return format(value, "f").replace(".", POINT)


def _read_decimal(text: str) -> Decimal:
    if not NUMBER.fullmatch(text):
        raise ValueError(text)
    return Decimal(text.replace(POINT, "."))


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > MOST_DIGITS:
        raise ValueError(text)
    return int(text)


def _maybe_whole(text: str) -> int | None:
    return _whole(text) if text else None


def _month(text: str) -> Month:
    month = Month.parse(text)
    if not FIRST_YEAR <= month.year <= LAST_YEAR:
        raise ValueError(text)
    return month


def _maybe_month(text: str) -> Month | None:
    return _month(text) if text else None


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _of(words: dict[str, str], word: str) -> str:
    if word not in words:
        raise ValueError(word)
    return words[word]


def _row(text: str, least: int, most: int) -> Iterator[str]:
    cells = text.split(INSIDE)
    if not least <= len(cells) <= most:
        raise ValueError(text[:40])
    return iter([*cells, *[""] * (most - len(cells))])


def _write_tranche(t: Tranche) -> str:
    cells = [FUND_WORD.get(t.funding_source, ""), str(t.workers), str(t.start), str(t.months), COMMITMENT_WORD.get(t.commitment, ""),
             "" if t.sector == "non_transport" else SECTOR_WORD.get(t.sector, ""), _decimal(t.overlap) if t.overlap else "",
             "" if t.acceptance == 1 else _decimal(t.acceptance), _decimal(t.continuing) if t.continuing else "", t.record_id]
    return INSIDE.join(cells).rstrip(INSIDE)


def _read_tranche(text: str) -> Tranche:
    fund, workers, start, months, commitment, sector, overlap, acceptance, continuing, record = _row(text, 5, 10)
    return Tranche(_of(FUND_OF, fund), _whole(workers), _month(start), _whole(months), _of(SECTOR_OF, sector) if sector else "non_transport",
                   _of(COMMITMENT_OF, commitment), _read_decimal(overlap or "0"), _read_decimal(acceptance or "1"), _read_decimal(continuing or "0"),
                   record)


def _write_offer(o: Offer) -> str:
    cells = [FUND_WORD.get(o.funding_source, ""), _said(o.eligible), _said(o.cap_idr), str(o.start), str(o.months),
             "" if o.sector == "non_transport" else SECTOR_WORD.get(o.sector, "")]
    return INSIDE.join(cells).rstrip(INSIDE)


def _read_offer(text: str) -> Offer:
    fund, eligible, cap, start, months, sector = _row(text, 5, 6)
    return Offer(_of(FUND_OF, fund), _maybe_whole(eligible), _maybe_whole(cap), _month(start), _whole(months),
                 _of(SECTOR_OF, sector) if sector else "non_transport")


def _read_goal(plan: Plan, text: str) -> Plan:
    pct, basis = _row(text, 2, 2)
    goal = Goal(_read_decimal(pct) if pct else None, _of(BASIS_OF, basis), plan.goal.deadline)
    return plan.with_(goal=goal)


def _read_deadline(plan: Plan, text: str) -> Plan:
    return plan.with_(goal=replace(plan.goal, deadline=_month(text)))


def _read_people(plan: Plan, text: str) -> Plan:
    active, month = _row(text, 1, 2)
    return plan.with_(base=replace(plan.base, active=_maybe_whole(active), month=_maybe_month(month), fact_keys=()))


def _read_denominator(plan: Plan, text: str) -> Plan:
    size, basis, month = _row(text, 2, 3)
    return plan.with_(base=replace(plan.base, denominator=_maybe_whole(size), basis=_of(BASIS_OF, basis), denominator_month=_maybe_month(month),
                                   fact_keys=()))


def _read_spread(plan: Plan, text: str) -> Plan:
    idr, fund, sector, months = _row(text, 4, 4)
    return plan.with_(spread_idr=_maybe_whole(idr), spread_source=_of(FUND_OF, fund), spread_sector=_of(SECTOR_OF, sector), spread_months=_whole(months))


def _write_spread(plan: Plan) -> str:
    return INSIDE.join((_said(plan.spread_idr), FUND_WORD[plan.spread_source], SECTOR_WORD[plan.spread_sector], str(plan.spread_months)))


def _number(field: str, read: Callable[[str], object]) -> tuple[Callable, Callable]:
    def write(plan: Plan) -> str:
        value = getattr(plan, field)
        return _decimal(value) if isinstance(value, Decimal) else _said(value)

    return write, lambda plan, text: plan.with_(**{field: read(text)})


_FIELDS: dict[str, tuple[Callable[[Plan], str], Callable[[Plan, str], Plan]]] = {
    "x": (lambda p: f"{'' if p.goal.pct is None else _decimal(p.goal.pct)}.{BASIS_WORD[p.goal.basis]}", _read_goal),
    "h": (lambda p: str(p.goal.deadline), _read_deadline),
    "m": (lambda p: str(p.first_month), lambda p, text: p.with_(first_month=_month(text))),
    "k": (lambda p: f"{_said(p.base.active)}.{_said(p.base.month)}", _read_people),
    "d": (lambda p: f"{_said(p.base.denominator)}.{BASIS_WORD[p.base.basis]}.{_said(p.base.denominator_month)}", _read_denominator),
    "g": _number("growth_pct", _read_decimal), "v": _number("margin_pct", _read_decimal), "r": _number("grace_months", _whole),
    "p": (lambda p: PACKAGE_WORD[p.package], lambda p, text: p.with_(package=_of(PACKAGE_OF, text))),
    "i": _number("income_idr", _maybe_whole), "u": _number("wage_idr", _maybe_whole), "s": (_write_spread, _read_spread),
}
