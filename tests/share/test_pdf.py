"""The PDF files: one tagged page with its fonts inside, the same bytes every time; a booklet whose page numbers are right."""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from petaucj.data.bilingual import Bilingual
from petaucj.domain.month import Month
from petaucj.domain.records import Evidence
from petaucj.draw.fonts import FAMILIES, font_folder
from petaucj.draw.painted import painted
from petaucj.draw.static_map import draw_static_map
from petaucj.share.pdf import write_booklet, write_brief
from petaucj.share.pdf_letters import PRINTABLE, printable
from petaucj.share.pdf_pictures import PAPER, map_picture, months_pictures
from petaucj.views.brief import BriefView, build_brief
from petaucj.views.brief_booklet import build_booklet_cover
from petaucj.views.handout import build_handout
from petaucj.views.occasion import Occasion
from tests.conftest import NO_WORDS, make_district, make_funding, make_source
from tests.occasions import make_golden_atlas, make_occasion

ROOT = Path(__file__).parents[2]
PUBLIC = "https://ucj.contoh.go.id"
A4 = (595.28, 841.89)
EVIL = '#panic() #read("/etc/passwd") $x$ *b* _i_ = [c] ] } \\ @r `` <lab> </text><script>alert(1)</script> {{7*7}} & \x0b\u202e\U0001f600'
AS_PRINTED = '#panic() #read("/etc/passwd") $x$ *b* _i_ = [c] ] } \\ @r `` <lab> </text><script>alert(1)</script> {{7*7}} &'


def _brief(code: str = "13.11", language: str = "id", **more: object) -> BriefView:
    return build_brief(build_handout(make_occasion(code, language, **more)))


def _booklet(language: str = "id", **more: object) -> bytes:
    held = make_occasion("", language, **more)
    return write_booklet(build_booklet_cover(held), tuple(build_brief(build_handout(held.of(d.code))) for d in held.atlas.districts))


def _read(body: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(body), strict=True)


def _text(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def _fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    for held in map(reader.get_object, range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1)):
        if isinstance(held, DictionaryObject) and held.get("/Type") == "/FontDescriptor":
            yield held


def _links(reader: PdfReader) -> list[DictionaryObject]:
    return [held.get_object() for page in reader.pages for held in page.get("/Annots", []) if held.get_object()["/Subtype"] == "/Link"]


@pytest.mark.parametrize("code", ["13.11", "13.06", "13.73"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_it_is_one_tagged_page_with_its_fonts(code: str, language: str) -> None:
    reader = _read(write_brief(_brief(code, language)))
    assert len(reader.pages) == 1
    assert tuple(float(edge) for edge in reader.pages[0].mediabox[2:]) == pytest.approx(A4, abs=0.1)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"] is not None and bool(root["/MarkInfo"]["/Marked"])
    assert "/StructTreeRoot" in root
    assert "pdfuaid" in root["/Metadata"].get_data().decode("utf-8")
    fonts = list(_fonts(reader))
    assert len(fonts) >= 2
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+NotoSans", font["/FontName"]), "a subset of our own face"
        assert "/FontFile2" in font or "/FontFile3" in font


def test_it_says_who_made_it_about_what_and_of_which_day() -> None:
    told = _read(write_brief(_brief())).metadata
    assert told.title == "Ringkasan UCJ Kabupaten Contoh · Per Oktober 2025"
    assert told.author == "Peta UCJ Sumatera Barat"
    assert told["/CreationDate"].startswith("D:20261121")
    assert told["/Keywords"] == "abc"


def test_the_golden_numbers_stand_on_the_page() -> None:
    told = _text(_read(write_brief(_brief())))
    for part in ("18.788", "30.165", "14.177", "11.377", "106.590", "17,63 %", "Rp2,86 miliar", "−12.450 orang", "Rp282.240.000", "Rp2.858.083.200",
                 "Anggarkan Rp2,86 miliar setahun bagi 14.177 orang.", "Keputusan yang diminta", "sebelum Januari 2027", "1 Warta 6/10/2025"):
        assert re.sub(r"\s+", " ", part) in told, part


def test_every_text_of_the_view_is_printed_and_nothing_else() -> None:
    view = _brief("13.73")
    letters = re.compile(r"[^\W\d_]{2,}")
    pictures = " ".join(re.findall(r">([^<>]+)<", " ".join(str(p["svg"]) for p in months_pictures(view.projection))))
    printed, allowed = set(letters.findall(_text(_read(write_brief(view))))), set(letters.findall(" ".join(view.texts)))
    assert printed - allowed - set(letters.findall(pictures)) == set()
    assert allowed - printed == set()


def test_the_picture_speaks_to_those_who_cannot_see_it() -> None:
    view = _brief()
    reader = _read(write_brief(view))
    said = [held["/Alt"] for held in map(reader.get_object, range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1))
            if isinstance(held, DictionaryObject) and "/Alt" in held]
    assert view.projection.alt in said


def test_the_way_back_is_a_code_only_with_a_public_address() -> None:
    without, with_it = _brief(), _brief(public_url=PUBLIC)
    assert without.stamp.address == "" and with_it.stamp.address.startswith(PUBLIC)
    held = {name: _read(write_brief(view)) for name, view in (("without", without), ("with", with_it))}
    assert "Alamat umum belum diatur: tanpa QR." in _text(held["without"])
    assert PUBLIC in _text(held["with"]).replace(" ", "")
    back = [link["/A"]["/URI"] for link in _links(held["with"])]
    assert with_it.stamp.address in back and len(back) == 2
    local = _brief(public_url="http://127.0.0.1:8501")
    assert write_brief(local) == write_brief(without)


def test_links_lead_to_the_web_or_into_the_file() -> None:
    briefs = _links(_read(write_brief(_brief())))
    assert [link["/A"]["/URI"] for link in briefs] == ["https://example.org/berita"]
    evil = make_golden_atlas(sources=MappingProxyType({"s1": replace(make_source(), url="javascript:alert(1)")}))
    assert _links(_read(write_brief(_brief(atlas=evil)))) == []
    links = _links(_read(_booklet(atlas=evil)))
    assert len(links) > 8
    assert not [link for link in links if "/URI" in link.get("/A", {})]
    assert all("/Dest" in link or link["/A"]["/S"] == "/GoTo" for link in links)


_MAKE = """
import hashlib
from tests.share.test_pdf import _booklet, _brief
from petaucj.share.pdf import write_brief
print(hashlib.sha256(write_brief(_brief()) + _booklet()).hexdigest())
"""


def test_the_same_view_gives_the_same_bytes_in_every_process() -> None:
    mine = hashlib.sha256(write_brief(_brief()) + _booklet()).hexdigest()
    for seed in ("1", "2"):
        found = subprocess.run([sys.executable, "-c", _MAKE], capture_output=True, text=True, cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": ""}, check=True)
        assert found.stdout.strip() == mine
    assert write_brief(_brief()) != write_brief(_brief("13.06"))


def _evil_atlas():
    source = replace(make_source(), publisher=EVIL, title=EVIL, url=f"https://example.org/{EVIL}")
    facts = (replace(make_funding("13.06", "csr", 300, months_funded=2), group=Bilingual(EVIL, EVIL), evidence=(Evidence(EVIL, "s1", EVIL, NO_WORDS),)),
             make_funding("13.11", "palm_oil_share", 2_800, cover_start=Month(2025, 7), cover_end=Month(2025, 12)))
    golden = make_golden_atlas()
    return make_golden_atlas(
        districts=(make_district("13.11", EVIL, name_short=EVIL, name_tile=EVIL), make_district("13.06", EVIL, 1, 0), make_district("13.73", EVIL, 0, 1)),
        sources=MappingProxyType({"s1": source}), funding=facts, release_hash=EVIL,
        coverage=tuple(replace(f, basis_reason=Bilingual(EVIL, EVIL), denominator_wording=EVIL) for f in golden.coverage))


@pytest.mark.parametrize("code", ["13.11", "13.06", "13.73"])
def test_nothing_from_data_runs(code: str) -> None:
    reader = _read(write_brief(_brief(code, atlas=_evil_atlas())))
    told = re.sub(r"\s", "", _text(reader))
    assert re.sub(r"\s", "", AS_PRINTED) in told
    assert "root:" not in told
    _holds_no_action(reader)


def test_nothing_from_data_runs_in_the_booklet() -> None:
    reader = _read(_booklet(atlas=_evil_atlas()))
    told = re.sub(r"\s", "", _text(reader))
    assert told.count(re.sub(r"\s", "", AS_PRINTED)) >= 8
    assert "root:" not in told
    _holds_no_action(reader)


def _holds_no_action(reader: PdfReader) -> None:
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(reader.trailer["/Root"])
    assert "/JavaScript" not in reader.trailer["/Root"].get("/Names", {})
    for link in _links(reader):
        action = link.get("/A", {"/S": "/GoTo"})
        assert action["/S"] in ("/URI", "/GoTo")
        assert action["/S"] == "/GoTo" or action["/URI"].startswith("https://example.org/")


def test_words_in_a_picture_stay_words() -> None:
    view = build_booklet_cover(make_occasion("", atlas=_evil_atlas())).map
    drawn = painted(draw_static_map(replace(view, marks=tuple(replace(m, value=EVIL, letter="") for m in view.marks)), 2000, 2), PAPER)
    assert "<script" not in drawn
    assert drawn.count("&lt;script&gt;") >= 3
    assert "\x0b" not in drawn
    assert map_picture(view, "x")["ratio"] > 1


def test_a_letter_with_a_halo_stands_whole_on_its_halo() -> None:
    drawn = str(months_pictures(_brief().projection)[0]["svg"])
    halo, letters = re.findall(r"<text[^>]*>diperlukan 30\.165</text>", drawn)
    assert f'stroke="{PAPER.ground}"' in halo and 'aria-hidden="true"' in halo
    assert "stroke" not in letters and f'fill="{PAPER.accent}"' in letters
    assert "paint-order" not in drawn


def test_every_letter_called_printable_is_in_our_fonts() -> None:
    every = "".join(chr(code) for code in range(0x10000) if re.fullmatch(f"[{PRINTABLE}]", chr(code)))
    assert len(every) > 400
    files = {"main.typ": b'#set document(title: "x")\n#set text(font: json("d.json").f, fallback: false)\n#json("d.json").t #strong(json("d.json").t)',
             "d.json": json.dumps({"f": list(FAMILIES), "t": every}).encode()}
    assert typst.compile(files, font_paths=[str(font_folder())], ignore_system_fonts=True, format="pdf", pdf_standards="ua-1").startswith(b"%PDF")


@pytest.mark.parametrize(("text", "told"), [("Solok − 5 ≈ “x” é", "Solok − 5 ≈ “x” é"), ("\U0001f600中", "??"), ("a\x0bb\nc", "a b c"), ("ab\u202ec\u200b\ufeff", "abc"),
                                            ("e\u0301", "é"), ("\ue000", "?"), ("", "")])
def test_what_cannot_be_printed_is_told(text: str, told: str) -> None:
    assert printable(text) == told


def test_the_booklet_has_a_cover_a_page_a_district_and_all_sources() -> None:
    reader = _read(_booklet(public_url=PUBLIC))
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]
    assert len(pages) == 1 + 3 + 1
    assert "UCJ Sumatera Barat" in pages[0] and "Isi: 3 daerah" in pages[0]
    for at, name in enumerate(("Kabupaten Contoh", "Kabupaten Kosong", "Kota Penuh"), 1):
        assert name in pages[at] and f"Halaman {at + 1}" in pages[at] and "Kembali ke isi" in pages[at]
    assert "Semua sumber" in pages[-1] and "https://example.org/berita" in pages[-1]
    assert reader.trailer["/Root"]["/Lang"] == "id"
    assert all("/FontFile2" in font or "/FontFile3" in font for font in _fonts(reader))


def test_the_page_numbers_of_the_contents_are_right() -> None:
    reader = _read(_booklet())
    rows = re.findall(r"(Contoh|Kosong|Kota Penuh)\s.*?(\d+)\s*$", reader.pages[0].extract_text(), re.MULTILINE)
    assert rows == [("Contoh", "2"), ("Kosong", "3"), ("Kota Penuh", "4")]
    at = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
    ends = [_target(reader, link.get_object(), at) for link in reader.pages[0]["/Annots"]]
    assert ends == [1, 1, 2, 2, 3, 3], "name and number of each district lead to its page"
    assert [mark.title for mark in reader.outline if not isinstance(mark, list)] == ["UCJ Sumatera Barat", "Kabupaten Contoh", "Kabupaten Kosong", "Kota Penuh", "Semua sumber"]


def _target(reader: PdfReader, link: DictionaryObject, at: dict[int, int]) -> int:
    end = link["/Dest"] if "/Dest" in link else link["/A"]["/D"]
    if isinstance(end, str):
        return reader.get_destination_page_number(reader.named_destinations[end])
    return at[list.__getitem__(end, 0).idnum]


def test_english_is_english() -> None:
    told = _text(_read(_booklet("en"))) + _text(_read(write_brief(_brief(language="en"))))
    for part in ("Booklet of UCJ briefs", "Decisions requested", "before January 2027", "Back to contents", "Month by month", "14,177"):
        assert part in told
    for word in ("orang", "bulan", "Sumber", "belum", "Halaman", "Isi"):
        assert not re.search(rf"\b{word}\b", told), word


def test_a_district_never_takes_a_second_page() -> None:
    many = tuple(make_funding("13.11", "csr", 1000 + i, period_start="2025-01", period_end="2025-02", group=Bilingual("kelompok panjang " * 5, "long " * 9),
                              contribution_idr=10**9 + i, contribution_kind="paid") for i in range(12))
    held: Occasion = make_occasion(atlas=make_golden_atlas(funding=many), public_url=PUBLIC)
    assert len(_read(write_brief(build_brief(build_handout(held)))).pages) == 1
