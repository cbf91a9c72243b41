"""The payments of a plan and the monthly rates, as rows a reader may change; some empty rows wait for more."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell as at
from xlsxwriter.worksheet import Worksheet

from petaucj.domain.arithmetic import HUNDRED
from petaucj.share.workbook_cells import INPUT, MONTH, PEOPLE, QUIET, RUPIAH, Book, Value, set_as
from petaucj.share.workbook_formulas import COUNTED, payment_formulas
from petaucj.views.workbook import Block, Payment, WorkbookView
from petaucj.views.workbook_meanings import PAYMENTS

# Empty rows a reader can fill in, and what a new payment begins with.
SPARE = 3
_USUAL = {"acceptance": 100, "overlap": 0, "continuing": 0}
_TYPED = ("fund", "people", "acceptance", "overlap", "continuing", "start", "months", "commitment", "rate")


def write_rates(book: Book, sheet: Worksheet, block: Block, row: int) -> tuple[str, int]:
    """Write the contribution of twelve months; return its range and the row after it. A month follows the one before while its rate is the same."""
    book.text(sheet, row, 0, book.words("buku.title.rates"), text_wrap=True)
    before = None
    for column, (month, idr) in enumerate(block.rates, 1):
        book.value(sheet, row, column, month, MONTH, bold=True, bottom=1, align="right")
        if column > 1 and idr is not None and idr == before:
            book.formula(sheet, row + 1, column, f"={at(row + 1, column - 1)}", idr, RUPIAH, bg_color=INPUT)
        else:
            book.value(sheet, row + 1, column, idr, RUPIAH, bg_color=INPUT)
        book.guard(sheet, row + 1, column, "idr")
        before = idr
    sheet.set_row(row, 30)
    return f"{at(row + 1, 1, True, True)}:{at(row + 1, len(block.rates), True, True)}", row + 2


def write_payments(book: Book, sheet: Worksheet, block: Block, view: WorkbookView, plan: Mapping[str, str], row: int) -> tuple[dict[str, str], int]:
    """Write the payments below ``row``; return the range of each column and the last row."""
    book.text(sheet, row, 0, book.words("buku.title.payments"), bold=True)
    book.columns(sheet, row + 1, [book.words(f"buku.plan.{key}") for key in PAYMENTS], list(PAYMENTS.values()), 3)
    first, told = row + 2, dict(view.commitments)
    held: list[Payment | None] = [*block.payments, *[None] * SPARE]
    for i, payment in enumerate(held):
        _row(book, sheet, payment, block, plan, told, first + i)
        book.heighten(sheet, first + i, [(payment.note, 26)] if payment else [])
    last = first + len(held) - 1
    return {key: f"{at(first, i, True, True)}:{at(last, i, True, True)}" for i, key in enumerate(PAYMENTS)}, last


def _row(book: Book, sheet: Worksheet, payment: Payment | None, block: Block, plan: Mapping[str, str], told: Mapping[str, str], row: int) -> None:
    places = {key: at(row, i) for i, key in enumerate(PAYMENTS)}
    typed, values, formulas = _typed(payment), _values(payment, block), payment_formulas(places, plan, told)
    for i, (key, unit) in enumerate(PAYMENTS.items()):
        form = RUPIAH if unit == "idr" else MONTH if unit == "month" else "0.###" if unit == "pct" else PEOPLE
        if key == "note":
            book.text(sheet, row, i, payment.note if payment else "", font_color=QUIET, font_size=9, text_wrap=True, **set_as(unit))
        elif key in _TYPED:
            book.value(sheet, row, i, typed.get(key), form, bg_color=INPUT, **set_as(unit))
            _guard(book, sheet, row, i, key, unit, told)
        elif key == "each" and payment and payment.rate_idr is None and payment.each_idr is not None:
            book.value(sheet, row, i, payment.each_idr, form, bg_color=INPUT)
        else:
            book.formula(sheet, row, i, formulas[key], values.get(key), form)


def _guard(book: Book, sheet: Worksheet, row: int, column: int, key: str, unit: str, told: Mapping[str, str]) -> None:
    if key == "commitment":
        book.guard(sheet, row, column, "none", tuple(told.values()))
    elif key != "fund":
        book.guard(sheet, row, column, unit)


def _typed(payment: Payment | None) -> dict[str, Value]:
    if payment is None:
        return dict(_USUAL)
    held = payment.tranche
    shares = {key: _percent(getattr(held, key)) for key in _USUAL}
    return {"fund": payment.fund, "people": held.workers, "start": held.start, "months": held.months, "commitment": payment.commitment,
            "rate": payment.rate_idr, **shares}


def _percent(share: Decimal) -> Decimal:
    return share * HUNDRED


def _values(payment: Payment | None, block: Block) -> dict[str, Value]:
    """Return what the domain says of a payment: the values its formulas carry."""
    if payment is None:
        return {}
    held, own = payment.tranche, block.result.plan
    inside = None if own.base.month is None else held.recorded_in(own.base.month, own.grace_months) if held.commitment in COUNTED else 0
    return {"end": held.end, "accepted": held.accepted, "net": held.net, "inside": inside, "at_deadline": held.protected_in(own.goal.deadline),
            "each": payment.each_idr, "cost": payment.total_idr}
