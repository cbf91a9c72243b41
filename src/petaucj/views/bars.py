"""Bars of one story step: one message, few bars, every number written on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarItem:
    """One bar: its label, its length, its number in words, its fill; ``chosen`` is the one spoken of, ``hollow`` is only planned."""

    label: str
    value: float
    text: str
    fill: str
    chosen: bool = False
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class BarsView:
    """Bars on one scale that starts at zero; ``unit`` says what the length is, ``alt`` the whole picture in words."""

    title: str
    unit: str
    items: tuple[BarItem, ...]
    alt: str
