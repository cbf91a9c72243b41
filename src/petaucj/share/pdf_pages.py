"""What the PDF templates are given: views taken apart into strings, tables and pictures; nothing is computed here."""

from __future__ import annotations

from collections.abc import Mapping

from petaucj.share.artefact import release_day
from petaucj.share.pdf_pictures import gauge_picture, legend_rows, map_picture, months_pictures, qr_picture
from petaucj.text.rich import plain_of, runs_of
from petaucj.text.words import words_in
from petaucj.views.banding import Table
from petaucj.views.brief import LONGEST_ADDRESS, BriefView
from petaucj.views.brief_booklet import BookletCover
from petaucj.views.brief_sources import BriefSource
from petaucj.views.stamp import Stamp

Node = dict[str, "Node"] | list["Node"] | tuple["Node", ...] | str | float | int | None


# Fields of a page that are one sentence, and those that are one table or none.
_SENTENCES = ("kind", "meta", "rank_title", "rank", "months_title", "months_line", "blanks_title", "paying_title", "paying_note", "beside", "options_title",
              "options_line", "results_title", "decisions_title", "assumption", "sources_title")
_TABLES = ("blanks", "paying", "options")


def brief_data(view: BriefView, numbers: Mapping[str, int] | None = None) -> dict[str, Node]:
    """Return the page of one district; ``numbers`` are those of the booklet's own list of documents, by source id."""
    return {
        **_file(view.stamp, view.document, view.author), **{name: plain_of(getattr(view, name)) for name in _SENTENCES},
        **{name: _table(getattr(view, name)) for name in _TABLES}, "place": view.stamp.place,
        "verdict": [{"text": text, "strong": strong} for text, strong in runs_of(view.verdict)], "warnings": list(map(plain_of, view.warnings)),
        "numbers": [{"label": n.label, "value": n.value, "detail": n.detail} for n in view.numbers],
        "months": months_pictures(view.projection), "airy": not view.projection.cliffs, "gauge": gauge_picture(view.gauge) if view.gauge else None,
        "results": list(map(plain_of, view.results)), "decisions": [{"text": d.text, "due": d.due} for d in view.decisions],
        "sources": [_source(s, numbers) for s in view.sources], "foot": list(view.foot), "qr": _qr(view.stamp), "back": None,
    }


def booklet_data(cover: BookletCover, briefs: tuple[BriefView, ...]) -> dict[str, Node]:
    """Return cover, pages and documents of the booklet."""
    numbers = {document.source_id: document.number for document in cover.documents}
    return {
        **_file(cover.stamp, cover.document, cover.author), "kind": cover.kind, "title": cover.title, "as_of": cover.stamp.as_of,
        "map": map_picture(cover.map, cover.map_alt), "legend": legend_rows(cover.map.legend), "reading": cover.reading,
        "lines_title": cover.lines_title, "lines": list(cover.lines), "contents_title": cover.contents_title,
        "contents": _table(cover.contents), "codes": list(cover.codes), "documents_title": cover.documents_title,
        "documents": [{"number": d.number, "publisher": d.publisher, "text": d.text, "address": d.address, "url": d.url, "used": d.used}
                      for d in cover.documents],
        "page_word": cover.page, "foot": list(cover.foot), "qr": _qr(cover.stamp),
        "briefs": [brief_data(brief, numbers) | {"code": brief.stamp.code, "back": cover.back} for brief in briefs],
    }


def _file(stamp: Stamp, document: str, author: str) -> dict[str, Node]:
    return {"language": stamp.language, "document": document, "author": author, "date": list(release_day(stamp)), "hash": stamp.release_hash, "address": stamp.address}


def _table(table: Table | None) -> Node:
    if table is None:
        return None
    return {"columns": list(table.columns), "right": list(table.right), "rows": [{"cells": list(row.cells), "chosen": row.chosen} for row in table.rows]}


def _source(held: BriefSource, numbers: Mapping[str, int] | None) -> Node:
    """Return a footnote; in the booklet it carries the booklet's number and leads to the list at the end."""
    if numbers is None:
        return {"number": held.number, "text": held.text, "url": held.url, "entry": None}
    return {"number": numbers[held.source_id], "text": held.text, "url": "", "entry": numbers[held.source_id]}


def _qr(stamp: Stamp) -> Node:
    if not stamp.address:
        return None
    # A code of a whole plan has many modules; it needs more paper to be read.
    return qr_picture(stamp.address, words_in(stamp.language)("bahan.qr")) | {"millimetres": 21 if len(stamp.address) <= LONGEST_ADDRESS else 30}
