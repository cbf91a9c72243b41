"""Big numbers on the stage: never below 96 pixels, with the word that counts them a little smaller."""

from __future__ import annotations

import re

from petaucj.draw.lettering import width_of
from petaucj.share.markup import text
from petaucj.share.stage_parts import Part
from petaucj.share.stage_text import FILLED, Block, block
from petaucj.views.plan_head import BigNumber

# Sizes and heights as in stage.css: label, number, its unit, detail; words that stand for a number are smaller.
LABEL, UNIT, DETAIL, WORDS = 32, 48, 28, 64
LABEL_HIGH, DETAIL_HIGH, NUMBERS_GAP, ACROSS = 42, 34, 30, 80
LARGER, SMALLER = 112, 96
HIGH = {LARGER: 138, SMALLER: 120}
MOST_DETAIL = 2
# A number with the word that counts it: "14.177 orang", "Rp2,86 miliar", "17,63 %".
_COUNTED = re.compile(r"(\S*\d\S*)[\s\u00a0]+([^\d\s]+)")


def _split(value: str) -> tuple[str, str]:
    found = _COUNTED.fullmatch(value)
    return (found.group(1), found.group(2)) if found else (value, "")


def _letters(head: str, size: int) -> int:
    return size if any(sign.isdigit() for sign in head) or len(head) < 3 else WORDS


def _width(number: BigNumber, size: int) -> float:
    head, unit = _split(number.value)
    wide = width_of(head, _letters(head, size), True) + (width_of(unit, UNIT, True) + 16 if unit else 0)
    return max(wide, width_of(number.label, LABEL)) / FILLED + 4


def stacked_numbers(numbers: tuple[BigNumber, ...], width: float, room: float) -> Part:
    """Return the numbers one below the other, in the size that leaves the least out."""
    return min((_stacked(numbers, size, width, room) for size in HIGH), key=lambda part: len(part.left))


def _stacked(numbers: tuple[BigNumber, ...], size: int, width: float, room: float) -> Part:
    html, high, left = [], 0.0, []
    for number in numbers:
        told = block(number.detail, DETAIL, width, MOST_DETAIL)
        needed = LABEL_HIGH + HIGH[size] + (NUMBERS_GAP if html else 0)
        if high + needed > room:
            left.append(_words(number))
            continue
        if not told.whole or high + needed + DETAIL_HIGH * len(told.lines) > room:
            left.append(f"{number.label}: {number.detail}")
            told = Block((), DETAIL, False)
        html.append(_number(number, told, size))
        high += needed + DETAIL_HIGH * len(told.lines)
    return Part(f'<dl class="angka tumpuk">{"".join(html)}</dl>' if html else "", high, tuple(left))


def numbers_row(numbers: tuple[BigNumber, ...], width: float, room: float, largest: int = LARGER) -> Part:
    """Return the numbers side by side, in the size up to ``largest`` that leaves the least out."""
    return min((_row(numbers, size, width, room) for size in HIGH if size <= largest), key=lambda part: len(part.left))


def _row(numbers: tuple[BigNumber, ...], size: int, width: float, room: float) -> Part:
    html, used, high, left = [], 0.0, 0.0, []
    for i, number in enumerate(numbers):
        least = _width(number, size)
        later = sum(_width(other, size) + ACROSS for other in numbers[i + 1:])
        if used + least > width or LABEL_HIGH + HIGH[size] > room:
            left.append(_words(number))
            continue
        wide = max(least, min(width - used - later, (width - ACROSS * (len(numbers) - 1)) / len(numbers)))
        told = block(number.detail, DETAIL, wide, MOST_DETAIL)
        if not told.whole or LABEL_HIGH + HIGH[size] + DETAIL_HIGH * len(told.lines) > room:
            left.append(f"{number.label}: {number.detail}")
            told = Block((), DETAIL, False)
        html.append(_number(number, told, size))
        used, high = used + wide + ACROSS, max(high, LABEL_HIGH + HIGH[size] + DETAIL_HIGH * len(told.lines))
    return Part(f'<dl class="angka sebaris">{"".join(html)}</dl>' if html else "", high, tuple(left))


def _words(number: BigNumber) -> str:
    return f"{number.label}: {number.value} ({number.detail})"


def _number(number: BigNumber, told: Block, size: int) -> str:
    head, unit = _split(number.value)
    counted = f" <i>{text(unit)}</i>" if unit else ""
    detail = told.html("rinci") if told.lines else ""
    return f'<div><dt>{text(number.label)}</dt><dd><p class="nilai n{size}"><b class="s{_letters(head, size)}">{text(head)}</b>{counted}</p>{detail}</dd></div>'
