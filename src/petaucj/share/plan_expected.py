"""Compares the results of a plan with what its file expects: a worked case an official can check by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

# TOML has no word for "not known"; a case says it so.
ABSENT = "tidak-ada"


@dataclass(frozen=True, slots=True)
class Compared:
    """One expected value: where it stands ("kebutuhan.kurang", "tranche[1].biaya"), what the case says, what was worked out, whether they agree."""

    place: str
    expected: str
    found: str
    agrees: bool


def compared(results: Mapping[str, object], expected: Mapping[str, object]) -> tuple[Compared, ...]:
    """Return every value a case expects beside the one worked out; what the case leaves out is not compared.

    A table may name some of its keys. A list must have as many items as the results and is compared in order.
    Numbers must be equal exactly, whether written 17.63 or "17.63"; "tidak-ada" stands for what is not known.
    """
    return tuple(one for key, value in expected.items() for one in _compared(key, value, results.get(key)))


def _compared(place: str, wanted: object, found: object) -> Iterator[Compared]:
    if isinstance(wanted, Mapping):
        for key, value in wanted.items():
            yield from _compared(f"{place}.{key}", value, found.get(key) if isinstance(found, Mapping) else None)
        if not wanted:
            yield Compared(place, "{}", _said(found), found == {})
    elif isinstance(wanted, list):
        held = found if isinstance(found, list) else []
        if len(held) != len(wanted) or not isinstance(found, list):
            yield Compared(place, f"[{len(wanted)}]", f"[{len(held)}]" if isinstance(found, list) else _said(found), False)
            return
        if not wanted:
            yield Compared(place, "[]", "[]", True)
        for number, (one, other) in enumerate(zip(wanted, held, strict=True), 1):
            yield from _compared(f"{place}[{number}]", one, other)
    else:
        yield Compared(place, _said(wanted), _said(found), _same(wanted, found))


def _same(wanted: object, found: object) -> bool:
    if wanted == ABSENT:
        return found is None
    if isinstance(wanted, bool) or isinstance(found, bool):
        return wanted is found
    if isinstance(wanted, str) and isinstance(found, str):
        return wanted == found or (_number(wanted) is not None and _number(wanted) == _number(found))
    return _number(wanted) is not None and _number(wanted) == _number(found)


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _said(value: object) -> str:
    if value is None:
        return ABSENT
    if isinstance(value, bool):
        return "true" if value else "false"
    return "{…}" if isinstance(value, Mapping) else "[…]" if isinstance(value, list) else str(value)
