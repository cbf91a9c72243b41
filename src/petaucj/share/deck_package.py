"""The file around a deck: dates that come from the data alone, and nothing in it that a program would have to repair."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from petaucj.share.artefact import release_day, with_fixed_dates
from petaucj.share.deck_look import themed
from petaucj.share.deck_text import TAGS, clean
from petaucj.text.words import words_in
from petaucj.views.stamp import Stamp

AUTHOR = "Peta UCJ"


def packed(deck: Deck, title: str, stamp: Stamp) -> bytes:
    """Return the deck as a file; the same slides give the same bytes."""
    _told(deck, title, stamp)
    _with_notes_master(deck)
    held, day = io.BytesIO(), release_day(stamp)
    counted = {"Slides": len(deck.slides), "Notes": sum(slide.has_notes_slide for slide in deck.slides)}
    deck.save(held)
    return with_fixed_dates(held.getvalue(), day, lambda name, part: _mended(name, part, day, counted, stamp.language))


def _told(deck: Deck, title: str, stamp: Stamp) -> None:
    """Set what a program shows as the properties of the file."""
    held, day = deck.core_properties, datetime(*release_day(stamp))
    held.title, held.subject = clean(title)[:255], clean(words_in(stamp.language)("deck.subject", place=stamp.place))[:255]
    held.author = held.last_modified_by = AUTHOR
    held.created = held.modified = day
    held.language, held.keywords, held.comments, held.revision = TAGS[stamp.language], "", clean(stamp.lines[0])[:255], 1


def _with_notes_master(deck: Deck) -> None:
    """Name the master of the notes in the list of masters; the library only links it."""
    part = deck.part
    key = part.relate_to(part.notes_master_part, RT.NOTES_MASTER)
    masters = part._element.find(qn("p:sldMasterIdLst"))
    held = etree.SubElement(part._element, qn("p:notesMasterIdLst"))
    etree.SubElement(held, qn("p:notesMasterId")).set(qn("r:id"), key)
    masters.addnext(held)


def _mended(name: str, part: bytes, day: tuple[int, int, int], counted: Mapping[str, int], language: str) -> bytes:
    """Return one part as it should be."""
    if name.startswith("ppt/theme/"):
        return themed(part)
    if name.startswith("ppt/embeddings/"):
        return with_fixed_dates(part, day)
    if name.startswith("ppt/charts/chart"):
        # The library numbers axes below zero, which the format does not know.
        return re.sub(rb'(<c:(?:axId|crossAx) val=")-', rb"\1", part)
    if name.startswith("ppt/notesMasters/notesMaster"):
        return _said(part, language)
    if name == "docProps/app.xml":
        return _app(part, counted)
    return part


def _said(master: bytes, language: str) -> bytes:
    """Return the master of the notes with its prompts in the reader's language."""
    root = etree.fromstring(master)
    for run in root.iter(qn("a:r")):
        run.find(qn("a:t")).text = words_in(language)("deck.layout.notes")
    for held in root.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
        if held.get("lang"):
            held.set("lang", TAGS[language])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _app(part: bytes, counted: Mapping[str, int]) -> bytes:
    """Return the program's own properties without what the template said of itself."""
    root = etree.fromstring(part)
    facts = {"Application": AUTHOR} | {name: str(count) for name, count in counted.items()}
    for held in list(root):
        name = etree.QName(held).localname
        if name in facts:
            held.text = facts[name]
        elif name not in ("AppVersion", "ScaleCrop", "LinksUpToDate", "SharedDoc", "HyperlinksChanged"):
            root.remove(held)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
