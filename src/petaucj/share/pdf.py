"""PDF files with typst: the page of one district and the province's booklet; tagged, fonts inside, the same view gives the same bytes.

What comes from data reaches the templates as strings of a JSON file, never as their text: typst sets a string letter by letter
and runs nothing of it.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

import typst

from petaucj.draw.fonts import FAMILIES, font_folder
from petaucj.share.pdf_letters import printable
from petaucj.share.pdf_pages import Node, booklet_data, brief_data
from petaucj.share.pdf_pictures import PAPER
from petaucj.views.brief import BriefView
from petaucj.views.brief_booklet import BookletCover

STANDARD = "ua-1"


def write_brief(view: BriefView) -> bytes:
    """Return the page of one district as PDF/UA-1."""
    return _set("single.typ", brief_data(view))


def write_booklet(cover: BookletCover, briefs: tuple[BriefView, ...]) -> bytes:
    """Return the booklet as PDF/UA-1: cover, one page for each of ``briefs`` in the order of the contents, all documents."""
    return _set("booklet.typ", booklet_data(cover, briefs))


def _set(main: str, data: Node) -> bytes:
    style = {"fonts": list(FAMILIES), "accent": PAPER.accent, "ink": PAPER.ink, "muted": PAPER.muted, "rule": PAPER.rule, "hatch": PAPER.hatch}
    held = json.dumps(_printed({"style": style, "page": data}), ensure_ascii=False).encode("utf-8")
    return typst.compile({**_templates(), "main.typ": _templates()[main], "data.json": held}, font_paths=[str(font_folder())], ignore_system_fonts=True,
                         format="pdf", pdf_standards=STANDARD)


def _printed(node: Node) -> Node:
    """Return data with only letters our fonts hold: one strange letter in a name must not cost the whole file."""
    if isinstance(node, dict):
        return {key: _printed(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [_printed(value) for value in node]
    return printable(node) if isinstance(node, str) else node


@cache
def _templates() -> dict[str, bytes]:
    folder = resources.files("petaucj.share") / "templates"
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.name.endswith(".typ")}
