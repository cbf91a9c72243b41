"""The sheet of plans: one block a district, inputs marked, everything else computed where the reader can see it."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell as at
from xlsxwriter.worksheet import Worksheet

from petaucj.domain.need import Need, denominator_at
from petaucj.domain.plan import Plan
from petaucj.share.workbook_cells import INPUT, MONTH, PEOPLE, QUIET, RUPIAH, TITLE, Book, Value, percent_form, set_as
from petaucj.share.workbook_formulas import Cells, result_formulas
from petaucj.share.workbook_payments import write_payments, write_rates
from petaucj.views.workbook import Block, WorkbookView
from petaucj.views.workbook_meanings import INPUTS, RESULTS

WIDTHS = (43, 14, 10, 10, 10, 10, 9, 13, 10, 10, 10, 10, 11, 10, 13, 15, 26)
HINTED = ("denominator_at", "required", "permanent", "baseline", "missing", "naive", "open", "month_idr", "year_idr")


@dataclass(frozen=True)
class Placed:
    """Where the values of one district stand on the sheet of plans."""

    block: Block
    cells: Cells


def write_plans(book: Book, view: WorkbookView) -> tuple[Placed, ...]:
    """Write the sheet; return where each district's values stand."""
    sheet, row, found, breaks = book.sheet("plan", WIDTHS), 0, [], []
    for block in view.blocks:
        cells, end = _block(book, sheet, block, view, row)
        found.append(Placed(block, cells))
        row = end + 2
        breaks.append(row)
    sheet.set_h_pagebreaks(breaks[:-1])
    return tuple(found)


def _block(book: Book, sheet: Worksheet, block: Block, view: WorkbookView, row: int) -> tuple[Cells, int]:
    words, plan = book.words, block.result.plan
    book.text(sheet, row, 0, words("buku.title.plan", name=block.name, code=block.code), bold=True, font_size=14)
    sheet.set_row(row, TITLE)
    book.text(sheet, row + 1, 0, words("buku.plan_hint.goal", goal=block.goal), font_color=QUIET)
    places = {key: at(row + 3 + i, 1, True, True) for i, key in enumerate((*INPUTS, *RESULTS))}
    top = row + 4 + len(places)
    rates, after = write_rates(book, sheet, block, top)
    payments, end = write_payments(book, sheet, block, view, places, after + 1)
    cells = Cells(places, payments, rates)
    _inputs(book, sheet, block, row + 3)
    _results(book, sheet, block, view, cells, row + 3 + len(INPUTS))
    for key in ("required", "missing", "year_idr"):
        name = f"{words(f'buku.defined.{key}')}_{block.code.replace('.', '_')}"
        book.file.define_name(name, f"='{words('buku.sheet.plan')}'!{places[key]}")
    return cells, end


def _inputs(book: Book, sheet: Worksheet, block: Block, row: int) -> None:
    plan, words = block.result.plan, book.words
    base, goal = plan.base, plan.goal
    held: dict[str, tuple[Value, str]] = {
        "active": (base.active, PEOPLE), "month": (base.month, MONTH), "denominator": (base.denominator, PEOPLE), "denominator_month": (base.denominator_month, MONTH),
        "basis": (block.basis, PEOPLE), "growth": (plan.growth_pct, percent_form(plan.growth_pct)), "target": (goal.pct, percent_form(goal.pct)),
        "target_basis": (block.goal_basis, PEOPLE), "deadline": (goal.deadline, MONTH), "grace": (plan.grace_months, "0")}
    for i, (key, unit) in enumerate(INPUTS.items()):
        value, form = held[key]
        book.text(sheet, row + i, 0, words(f"buku.plan.{key}"))
        book.value(sheet, row + i, 1, value, form, bg_color=INPUT, align="right")
        book.guard(sheet, row + i, 1, "whole" if key == "denominator" else unit)


def _results(book: Book, sheet: Worksheet, block: Block, view: WorkbookView, cells: Cells, row: int) -> None:
    words, told = book.words, dict(view.commitments)
    formulas, values = result_formulas(cells, words, told), result_values(block)
    for i, (key, unit) in enumerate(RESULTS.items()):
        strong = {"bold": True} if key in ("required", "missing", "year_idr") else {}
        book.text(sheet, row + i, 0, words(f"buku.plan.{key}"), **strong)
        form = RUPIAH if unit == "idr" else PEOPLE
        book.formula(sheet, row + i, 1, formulas[key], values[key], form, align="left" if key == "remark" else "right", **strong)
        if key in HINTED:
            hint = f"buku.plan_hint.reads_{key}"
            book.text(sheet, row + i, 2, words(hint, **told) if key in ("baseline", "open") else words(hint), font_color=QUIET, font_size=9, **set_as("none"))


def result_values(block: Block) -> dict[str, Value]:
    """Return what the domain found: the value every result cell carries; None where there is none."""
    result, found = block.result, block.result.need
    plan: Plan = result.plan
    values: dict[str, Value] = dict.fromkeys(RESULTS)
    values |= {"remark": block.reason, "denominator_at": denominator_at(plan), "permanent": result.permanent}
    if isinstance(found, Need):
        bill = result.gap_bill
        values |= {"required": found.required, "baseline": found.baseline, "missing": found.missing, "surplus": found.surplus,
                   "naive": found.naive_missing, "open": result.open_people, "month_idr": bill.month_idr if bill else None,
                   "year_idr": bill.twelve_months_idr if bill else None}
    return values
