"""The deck's package is sound, and the one who looks it over would see if it were not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from petaucj.share.deck import write_deck
from petaucj.views.handout import build_handout
from petaucj.views.story import build_story
from tests.share.package import faults
from tests.share.stories import make_occasion

CHART, SLIDE = "ppt/charts/chart1.xml", "ppt/slides/slide3.xml"


@cache
def _body(code: str, language: str) -> bytes:
    occasion = make_occasion(code, language, public_url="https://ucj.contoh.go.id")
    return write_deck(build_story(occasion), build_handout(occasion).sources, ("Hak",))


@pytest.mark.parametrize("code", ["13.11", "13.73", "13.06", "13.12"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_there_is_nothing_to_repair(code: str, language: str) -> None:
    assert faults(_body(code, language)) == []


def _changed(name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """Return the deck with one part changed, or without it."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_body("13.11", "id"))) as old, zipfile.ZipFile(held, "w") as new:
        for entry in old.namelist():
            part = change(old.read(entry)) if entry == name else old.read(entry)
            if part is not None:
                new.writestr(entry, part)
    return held.getvalue()


def _swap(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(part: bytes) -> bytes:
        assert old in part, old
        return part.replace(old, new, 1)
    return change


@pytest.mark.parametrize(("name", "change", "said"), [
    ("ppt/slideLayouts/slideLayout1.xml", lambda part: None, "which is not there"),
    ("ppt/_rels/presentation.xml.rels", _swap(b"slides/slide1.xml", b"slides/slide99.xml"), "which is not there"),
    ("ppt/slides/_rels/slide3.xml.rels", _swap(b'Id="rId2"', b'Id="rId77"'), "which is not there"),
    ("[Content_Types].xml", _swap(b'PartName="/ppt/charts/chart1.xml"', b'PartName="/ppt/charts/chart0.xml"'), "only a general type"),
    ("[Content_Types].xml", _swap(b'Extension="xlsx"', b'Extension="xls"'), "no type for"),
    ("ppt/presentation.xml", _swap(b'<p:sldId id="256"', b'<p:sldId id="255"'), "ids of sldId"),
    ("ppt/presentation.xml", _swap(b'<p:sldId id="256"', b'<p:sldId id="257"'), "ids of sldId"),
    (SLIDE, _swap(b'<p:cNvPr id="2"', b'<p:cNvPr id="3"'), "an id stands twice"),
    (SLIDE, _swap(b'idx="13"', b'idx="44"'), "a place its layout does not know"),
    (CHART, _swap(b"<c:v>13.85</c:v>", b"<c:v>14</c:v>"), "the chart remembers"),
    (CHART, _swap(b"Kabupaten Contoh 02</c:v>", b"Kabupaten</c:v>"), "the chart remembers"),
    (CHART, _swap(b"<c:crossAx val=\"", b"<c:crossAx val=\"9"), "axes"),
    (CHART, _swap(b'<c:varyColors val="0"/>', b""), None),
    (CHART, _swap(b'<c:gapWidth val="55"/>', b'<c:axId val="1"/><c:gapWidth val="55"/>'), "in barChart"),
    ("ppt/notesSlides/_rels/notesSlide1.xml.rels", _swap(b"slide2.xml", b"slide1.xml"), "do not lead back"),
    ("ppt/slideMasters/slideMaster1.xml", _swap(b'<p:sldLayoutId id="2147483649"', b'<p:sldLayoutId id="2147483654"'), "ids of the layouts"),
])
def test_the_checker_sees_what_would_be_repaired(name: str, change: Callable[[bytes], bytes | None], said: str | None) -> None:
    found = faults(_changed(name, change))
    assert found == [] if said is None else any(said in fault for fault in found), found


def test_the_checker_sees_a_part_that_nobody_needs_and_one_that_stands_twice() -> None:
    held = io.BytesIO(_body("13.11", "id"))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("ppt/media/lost.png", b"x")
    assert any("nothing leads to" in fault for fault in faults(held.getvalue()))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(held, "a") as archive:
        archive.writestr("ppt/media/lost.png", b"x")
    assert any("twice in the file" in fault for fault in faults(held.getvalue()))
