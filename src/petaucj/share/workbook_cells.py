"""One workbook being written: its looks, and the only ways a value gets into a cell.

Text is always text: nothing that comes from data can become a formula or a link. Formulas are ours alone and carry their value.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from petaucj.domain.month import Month
from petaucj.draw.palette import LIGHT
from petaucj.share.artefact import release_day
from petaucj.text.words import words_in
from petaucj.views.stamp import Stamp

INPUT, QUIET = "#fdf1d0", LIGHT.muted
# What a workbook cannot hold: control characters and halves of letters; and the most a cell takes.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MOST = 32_000
# Heights in points, and how much of a column's unit a letter takes when words are broken.
TITLE, LINE, LETTER = 22, 15, 0.98
PEOPLE, RUPIAH, MONTH = "#,##0", "#,##0", "mmm yyyy"
LETTERS = ("A", "B", "C", "?")
_RULES = {"letter": ("basis", {"validate": "list"}), "none": ("commitment", {"validate": "list"}),
          "month": ("date", {"validate": "decimal", "criteria": ">=", "value": 1}),
          "whole": ("positive", {"validate": "decimal", "criteria": ">=", "value": 1})}
Value = int | Decimal | str | Month | None


def clean(words: str) -> str:
    """Return words a cell can hold."""
    return _ILLEGAL.sub("", words)[:_MOST]


class Book:
    """A workbook in memory; ``finished`` returns its bytes."""

    def __init__(self, stamp: Stamp) -> None:
        self.words, self.stamp = words_in(stamp.language), stamp
        self._held = io.BytesIO()
        self.file = xlsxwriter.Workbook(self._held, {
            "in_memory": True, "constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
        created = datetime(*release_day(stamp))
        self.file.set_properties({"title": clean(self.words("buku.title.workbook", place=stamp.place)), "subject": clean(stamp.as_of),
                                  "comments": clean(" ".join(stamp.lines)), "created": created})
        self._looks: dict[tuple, Format] = {}

    def look(self, **wanted: object) -> Format:
        """Return the format of these properties, made once."""
        key = tuple(sorted(wanted.items()))
        if key not in self._looks:
            self._looks[key] = self.file.add_format({"valign": "top", **wanted})
        return self._looks[key]

    def sheet(self, name: str, widths: tuple[float, ...], repeat: int | None = None) -> Worksheet:
        """Return a new sheet with its title, its columns' widths, and A4 landscape one page wide; the head row ``repeat`` is on every page."""
        found = self.file.add_worksheet(clean(self.words(f"buku.sheet.{name}")))
        for column, width in enumerate(widths):
            found.set_column(column, column, width)
        found.set_paper(9), found.set_landscape(), found.fit_to_pages(1, 0), found.set_margins(0.4, 0.4, 0.55, 0.55), found.hide_gridlines(2)
        found.set_footer(f"&L&8{clean(self.stamp.as_of)} · {clean(self.stamp.data)}&R&8" + self.words("buku.header.page", page="&P", pages="&N"))
        if repeat is not None:
            found.repeat_rows(repeat), found.freeze_panes(repeat + 1, 2)
        return found

    def head(self, sheet: Worksheet, name: str) -> None:
        """Write the title of a sheet and what it is as of."""
        self.text(sheet, 0, 0, self.words(f"buku.title.{name}"), bold=True, font_size=14)
        sheet.set_row(0, TITLE)
        self.text(sheet, 1, 0, f"{self.stamp.place} · {self.stamp.as_of} · {self.stamp.made_on} · {self.stamp.data}", font_color=QUIET)

    def columns(self, sheet: Worksheet, row: int, names: list[str], units: Iterable[str] = (), lines: int = 2) -> None:
        """Write the heads of a table, at most ``lines`` high, each set as the values of its unit are."""
        sheet.set_row(row, LINE * lines)
        for column, (name, unit) in enumerate(zip_longest(names, units, fillvalue="none")):
            self.text(sheet, row, column, name, bold=True, text_wrap=True, bottom=1, valign="bottom", font_size=10, **set_as(unit))

    def heighten(self, sheet: Worksheet, row: int, texts: Iterable[tuple[str, float]]) -> None:
        """Give a row the height its wrapped texts need in columns of those widths: not every program finds it out alone."""
        lines = max((-(-len(clean(words)) * LETTER // width) for words, width in texts), default=1)
        if lines > 1:
            sheet.set_row(row, LINE * lines)

    def text(self, sheet: Worksheet, row: int, column: int, words: str, **look: object) -> None:
        """Write words as words, whatever they look like."""
        sheet.write_string(row, column, clean(words), self.look(**look))

    def value(self, sheet: Worksheet, row: int, column: int, value: Value, form: str = PEOPLE, **look: object) -> None:
        """Write a number or a month; what is not known stays an empty cell."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.look(num_format=form, **look))
        elif isinstance(value, str):
            self.text(sheet, row, column, value, **look)
        elif isinstance(value, Month):
            sheet.write_datetime(row, column, date(value.year, value.month, 1), self.look(num_format=form, **look))
        else:
            sheet.write_number(row, column, value, self.look(num_format=form, **look))

    def formula(self, sheet: Worksheet, row: int, column: int, formula: str, value: Value, form: str = PEOPLE, **look: object) -> None:
        """Write one of our formulas with the value it must come to, "" where it comes to nothing."""
        held = serial(value) if isinstance(value, Month) else "" if value is None else clean(value) if isinstance(value, str) else value
        sheet.write_formula(row, column, formula, self.look(num_format=form, **look), held)

    def guard(self, sheet: Worksheet, row: int, column: int, unit: str, choices: tuple[str, ...] = LETTERS) -> None:
        """Let a cell take only what its formulas can read: one of ``choices``, a month, a number from one on ("whole", what others are measured against), or one from zero on."""
        kind, rule = _RULES.get(unit, ("number", _RULES["month"][1] | {"value": 0}))
        more = {"source": list(choices)} if rule["validate"] == "list" else {}
        sheet.data_validation(row, column, row, column, {
            **rule, **more, "ignore_blank": True, "error_title": self.words("buku.plan_hint.invalid_title"),
            "error_message": self.words(f"buku.plan_hint.invalid_{kind}")})

    def finished(self) -> bytes:
        """Close the workbook and return its bytes."""
        self.file.close()
        return self._held.getvalue()


def set_as(unit: str) -> dict[str, object]:
    """Return how values of a unit stand in their column: words left and away from numbers, letters in the middle, numbers right."""
    return {"align": "left", "indent": 1} if unit == "none" else {"align": "center"} if unit == "letter" else {"align": "right"}


def serial(month: Month) -> int:
    """Return the first day of a month as a spreadsheet counts days."""
    return (date(month.year, month.month, 1) - date(1899, 12, 30)).days


def percent_form(value: Decimal | None) -> str:
    """Return the number format that keeps the decimals a percentage was printed with."""
    decimals = max(0, -value.as_tuple().exponent) if value is not None else 2
    return "0" + ("." + "0" * decimals if decimals else "")


def quoted(words: str) -> str:
    """Return words of our catalogue as a text inside a formula."""
    return '"' + clean(words).replace('"', '""') + '"'
