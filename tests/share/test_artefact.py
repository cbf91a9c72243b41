"""Packages whose bytes depend on nothing but their content, and the code that leads back."""

from __future__ import annotations

import io
import zipfile

import pytest
import zxingcpp
from PIL import Image

from petaucj.share.artefact import Artefact, file_stem, release_day, with_fixed_dates, write_zip
from petaucj.share.qr import qr_png, qr_svg
from petaucj.views.stamp import build_stamp
from tests.occasions import make_occasion

ADDRESS = "https://ucj.example.go.id/daerah?daerah=13.11&per=2025-10"


def test_names_tell_place_and_month() -> None:
    assert file_stem(build_stamp(make_occasion())) == "ucj-13.11-2025-10"
    assert file_stem(build_stamp(make_occasion(""))) == "ucj-sumbar-2025-10"
    assert release_day(build_stamp(make_occasion())) == (2026, 11, 21)
    assert Artefact("a.pptx", b"").media_type.endswith("presentation") and Artefact("a.csv", b"").media_type.startswith("text/csv")


def test_a_package_forgets_when_it_was_written() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("b.xml", "<b>now</b>"), archive.writestr("a.xml", "<a/>")
    fixed = with_fixed_dates(held.getvalue(), (2026, 11, 21), lambda name, part: part.replace(b"now", b"then"))
    with zipfile.ZipFile(io.BytesIO(fixed)) as archive:
        assert archive.namelist() == ["b.xml", "a.xml"] and archive.read("b.xml") == b"<b>then</b>"
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}
    assert fixed == with_fixed_dates(fixed, (2026, 11, 21))
    assert write_zip({"x": b"1"}, (2026, 11, 21)) == write_zip({"x": b"1"}, (2026, 11, 21))


def test_the_code_is_read_back_as_the_address() -> None:
    picture = Image.open(io.BytesIO(qr_png(ADDRESS)))
    assert zxingcpp.read_barcodes(picture)[0].text == ADDRESS
    assert "<script" not in qr_svg(ADDRESS) and qr_svg(ADDRESS) == qr_svg(ADDRESS)


@pytest.mark.parametrize("write", [qr_svg, qr_png])
def test_there_is_no_code_without_an_address(write: object) -> None:
    with pytest.raises(ValueError):
        write("")
