"""The workbook: figures of one district or all, with formulas a reader can follow and change."""

from __future__ import annotations

from petaucj.share.artefact import release_day, with_fixed_dates
from petaucj.share.workbook_cells import Book
from petaucj.share.workbook_plan import write_plans
from petaucj.share.workbook_tables import HEAD, SUMMARY_WIDTHS, write_about, write_funding, write_meanings, write_sources, write_summary
from petaucj.views.workbook import WorkbookView


def write_workbook(view: WorkbookView) -> bytes:
    """Return the workbook as XLSX; every formula carries the value the domain found, and the same view gives the same bytes."""
    book = Book(view.stamp)
    # The summary comes first, but its formulas need to know where the plans stand.
    summary = book.sheet("summary", SUMMARY_WIDTHS, HEAD)
    write_summary(book, summary, write_plans(book, view))
    write_funding(book, view)
    write_sources(book, view)
    write_meanings(book, view)
    write_about(book, view)
    return with_fixed_dates(book.finished(), release_day(view.stamp))
