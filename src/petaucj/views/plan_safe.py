"""Until when nobody falls out, in one sense everywhere: the month before the next fall, or before the last one that has passed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from petaucj.domain.month import Month
from petaucj.domain.outlook import Outlook
from petaucj.domain.projection import Cliff, safe_until
from petaucj.views.phrases import Reader


@dataclass(frozen=True, slots=True)
class Safe:
    """The last safe month seen from today, whether it has passed, the fall that ends it, and the fall before, if any.

    ``month`` None: nothing falls; ``known`` False: no payment has known months, so nobody can tell.
    """

    month: Month | None
    passed: bool
    fall: Cliff | None
    earlier: Cliff | None
    known: bool


def safe_of(result: Outlook, reader: Reader) -> Safe:
    """Return until when a plan is safe: before the next fall after this month, else before the first fall since the record."""
    start, known = result.plan.base.month, bool(result.tranches)
    if start is None:
        return Safe(None, False, None, None, known)
    falls = [fall for fall in result.cliffs if fall.month > start]
    past = [fall for fall in falls if fall.month <= reader.today]
    month = safe_until(falls, max(start, reader.today))
    if month is not None:
        return Safe(month, False, next(f for f in falls if f.month == month.plus(1)), past[-1] if past else None, known)
    return Safe(past[0].month.plus(-1), True, past[0], None, known) if past else Safe(None, False, None, None, known)


def safe_month(result: Outlook, reader: Reader, place: str, name: Callable[[Month, Reader], str]) -> str:
    """Return the safe month for a table, in the words of ``place``: past, no_end or unknown_end where it is not simply a month."""
    safe = safe_of(result, reader)
    if safe.month is None:
        return reader.words(f"{place}.no_end" if safe.known else f"{place}.unknown_end")
    month = name(safe.month, reader)
    return reader.words(f"{place}.past", month=month) if safe.passed else month
