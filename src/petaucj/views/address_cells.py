"""The small pieces a plan's word in the address is made of, written and read back strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from petaucj.domain.month import Month
from petaucj.domain.plan_faults import FIRST_YEAR, LAST_YEAR

NUMBER = re.compile(r"-?[0-9]{1,6}(_[0-9]{1,6})?")
INSIDE, POINT = ".", "_"
MOST_DIGITS = 15


def decimal_word(value: Decimal) -> str:
    """Return a decimal as the address writes it: 2_8."""
    return format(value, "f").replace(".", POINT)


def read_decimal(text: str) -> Decimal:
    """Return a decimal of the address; raise ValueError for anything else."""
    if not NUMBER.fullmatch(text):
        raise ValueError(text)
    return Decimal(text.replace(POINT, "."))


def read_whole(text: str) -> int:
    """Return a whole number of the address; raise ValueError for anything else."""
    if not (text.isascii() and text.isdecimal()) or len(text) > MOST_DIGITS:
        raise ValueError(text)
    return int(text)


def maybe_whole(text: str) -> int | None:
    """Return a whole number, or None where nothing is written."""
    return read_whole(text) if text else None


def read_month(text: str) -> Month:
    """Return a month of our century; raise ValueError for anything else."""
    month = Month.parse(text)
    if not FIRST_YEAR <= month.year <= LAST_YEAR:
        raise ValueError(text)
    return month


def maybe_month(text: str) -> Month | None:
    """Return a month, or None where nothing is written."""
    return read_month(text) if text else None


def said(value: object) -> str:
    """Return a value as text, nothing for None."""
    return "" if value is None else str(value)


def meaning_of(words: dict[str, str], word: str) -> str:
    """Return what a word means; raise ValueError for an unknown one."""
    if word not in words:
        raise ValueError(word)
    return words[word]


def cells_of(text: str, least: int, most: int) -> Iterator[str]:
    """Return the cells of a row, filled up to the most there can be; raise ValueError for fewer or more."""
    cells = text.split(INSIDE)
    if not least <= len(cells) <= most:
        raise ValueError(text[:40])
    return iter([*cells, *[""] * (most - len(cells))])
