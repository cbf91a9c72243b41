"""The other sheets: one row a district, funding as printed, documents, the meaning of every column, and what travels with the workbook."""

from __future__ import annotations

import io

from xlsxwriter.utility import xl_rowcol_to_cell as at
from xlsxwriter.worksheet import Worksheet

from petaucj.share.qr import qr_png
from petaucj.share.workbook_cells import MONTH, PEOPLE, QUIET, RUPIAH, Book, Value, percent_form, set_as
from petaucj.share.workbook_plan import Placed, result_values
from petaucj.views.workbook import Block, WorkbookView
from petaucj.views.workbook_meanings import FUNDING, SOURCES, SUMMARY

HEAD = 3
# Columns of the summary that repeat a cell of the sheet of plans.
REPEATED = {"active": "active", "month": "month", "denominator": "denominator", "basis": "basis", "target": "target", "target_basis": "target_basis",
            "deadline": "deadline", "required": "required", "missing": "missing", "surplus": "surplus", "naive": "naive", "year_idr": "year_idr", "remark": "remark"}
NUMBERS = ("workers", "months", "worker_months", "idr")


SUMMARY_WIDTHS = (7, 30, 12, 11, 12, 6, 11, 9, 9, 22, 9, 8, 10, 11, 10, 11, 11, 16, 42)
FUNDING_WIDTHS = (7, 26, 20, 30, 9, 13, 7, 9, 16, 12, 10, 10, 12, 12, 12, 9)
SOURCE_WIDTHS = (5, 22, 44, 50, 21, 19, 15, 17, 21)


def write_summary(book: Book, sheet: Worksheet, placed: tuple[Placed, ...]) -> None:
    """Write one row a district; every cell that may change is a formula on the sheet of plans."""
    book.head(sheet, "summary")
    book.columns(sheet, HEAD, [book.words(f"buku.summary.{key}") for key in SUMMARY], SUMMARY.values(), 3)
    plans = f"'{book.words('buku.sheet.plan')}'!"
    for row, one in enumerate(placed, HEAD + 1):
        values = _summary_values(one.block)
        for column, (key, unit) in enumerate(SUMMARY.items()):
            form = {"idr": RUPIAH, "month": MONTH, "pct": "0.00"}.get(unit, PEOPLE)
            form = percent_form(values[key]) if key in ("printed", "target") else form
            look = set_as(unit) | ({"bold": True} if key in ("name", "missing") else {})
            if key == "recomputed" and one.block.refused:
                book.value(sheet, row, column, None)
            elif key in REPEATED:
                place = plans + one.cells.one[REPEATED[key]]
                book.formula(sheet, row, column, f'=IF({place}="","",{place})', values[key], form, **look)
            elif key == "recomputed":
                book.formula(sheet, row, column, _recomputed(row), values[key], form, **look)
            else:
                book.value(sheet, row, column, values[key], form, **look)


def _recomputed(row: int) -> str:
    active, denominator, basis = (at(row, list(SUMMARY).index(key)) for key in ("active", "denominator", "basis"))
    return f'=IF(OR(COUNT({active},{denominator})<2,N({denominator})<=0,{basis}="",{basis}="?"),"",ROUND({active}/{denominator}*100,2))'


def _summary_values(block: Block) -> dict[str, Value]:
    plan, printed = block.result.plan, block.printed
    base = plan.base
    return result_values(block) | {
        "code": block.code, "name": block.name, "active": base.active, "month": base.month, "denominator": base.denominator, "basis": block.basis,
        "recomputed": block.recomputed, "printed": printed.pct if printed else None, "printed_basis": printed.letter if printed else None,
        "printed_date": printed.date if printed else None, "target": plan.goal.pct, "target_basis": block.goal_basis, "deadline": plan.goal.deadline}


def write_funding(book: Book, view: WorkbookView) -> None:
    """Write every funding statement as printed; worker-months alone are computed."""
    sheet = book.sheet("funding", FUNDING_WIDTHS, HEAD)
    book.head(sheet, "funding")
    book.columns(sheet, HEAD, [book.words(f"buku.funding.{key}") for key in FUNDING], ["people" if key in NUMBERS else "none" for key in FUNDING])
    place = {key: i for i, key in enumerate(FUNDING)}
    for row, line in enumerate(view.funding, HEAD + 1):
        for key, column in place.items():
            if key == "worker_months":
                people, months = at(row, place["workers"]), at(row, place["months"])
                book.formula(sheet, row, column, f'=IF(COUNT({people},{months})<2,"",{people}*{months})', line.worker_months)
            else:
                look = set_as("people") if key in NUMBERS else set_as("none") | {"text_wrap": True}
                book.value(sheet, row, column, getattr(line, key), RUPIAH if key == "idr" else PEOPLE, **look)
        book.heighten(sheet, row, [(getattr(line, key), FUNDING_WIDTHS[i]) for key, i in place.items() if isinstance(getattr(line, key), str)])
    sheet.autofilter(HEAD, 0, HEAD + max(1, len(view.funding)), len(FUNDING) - 1)


def write_sources(book: Book, view: WorkbookView) -> None:
    """Write the numbered documents; addresses are text, never links."""
    sheet = book.sheet("sources", SOURCE_WIDTHS, HEAD)
    book.head(sheet, "sources")
    book.columns(sheet, HEAD, [book.words(f"buku.sources.{key}") for key in SOURCES])
    for i, source in enumerate(view.sources, 1):
        held = (source.publisher, source.title, source.url, source.published, source.accessed, source.trust, source.read_as, source.source_id)
        book.value(sheet, HEAD + i, 0, i)
        for column, words in enumerate(held, 1):
            book.text(sheet, HEAD + i, column, words, text_wrap=True, **set_as("none"))
        book.heighten(sheet, HEAD + i, list(zip(held, SOURCE_WIDTHS[1:], strict=True)))


def write_meanings(book: Book, view: WorkbookView) -> None:
    """Write what every column and row means."""
    sheet = book.sheet("meanings", (14, 40, 16, 92), HEAD)
    book.head(sheet, "meanings")
    book.columns(sheet, HEAD, [book.words(f"buku.meanings.{key}") for key in ("sheet", "column", "unit", "meaning")])
    for i, line in enumerate(view.meanings, HEAD + 1):
        for column, words in enumerate((line.sheet, line.column, line.unit, line.meaning)):
            book.text(sheet, i, column, words, text_wrap=column == 3, **set_as("none"))
        book.heighten(sheet, i, [(line.meaning, 92)])


def write_about(book: Book, view: WorkbookView) -> None:
    """Write the stamp, how to read the workbook, and the way back with its code where there is an address."""
    sheet, stamp, words = book.sheet("about", (118,)), view.stamp, book.words
    name = f"{words('buku.defined.missing')}_{view.blocks[0].code.replace('.', '_')}"
    book.text(sheet, 0, 0, words("buku.title.workbook", place=stamp.place), bold=True, font_size=14)
    rules = [words(f"buku.about.{key}") for key in ("inputs", "percent", "empty", "rounding", "sums")]
    lines = (*stamp.lines, "", *rules, words("buku.about.names", name=name))
    for row, line in enumerate(lines, 2):
        book.text(sheet, row, 0, line, text_wrap=True)
        book.heighten(sheet, row, [(line, 118)])
    if stamp.address:
        row = len(lines) + 3
        book.text(sheet, row, 0, words("buku.about.qr"), font_color=QUIET)
        sheet.insert_image(row + 1, 0, "qr.png", {"image_data": io.BytesIO(qr_png(stamp.address)), "x_scale": 0.5, "y_scale": 0.5,
                                                  "description": words("buku.about.qr"), "object_position": 3})
