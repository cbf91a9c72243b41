"""Cards to send: exact pixels, self-contained SVG, words that stay words, the same bytes in every process."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image

from petaucj.draw.card_bars import lay_bars
from petaucj.draw.card import Sheet
from petaucj.draw.fonts import FAMILIES
from petaucj.draw.lettering import ELLIPSIS, broken, width_of
from petaucj.draw.palette import LIGHT, contrast
from petaucj.share.artefact import Artefact
from petaucj.share.pictures import write_pictures, write_preview_card
from petaucj.share.raster import png_of
from petaucj.views.bars import BarItem, BarsView
from petaucj.views.story import build_story
from tests.conftest import make_district
from tests.occasions import EVIL, make_golden_atlas, make_occasion

SVG = "{http://www.w3.org/2000/svg}"
SIZES = {"slide": (1920, 1080), "whatsapp": (1080, 1350)}
ADDRESS = "https://ucj.contoh.go.id"
ALL = "provinsi,peringkat,putusan,pembayar,tebing,pilihan,rencana,keputusan"


def _cards(code: str = "13.11", language: str = "id", public_url: str = "", steps: str = ALL, atlas=None) -> dict[str, Artefact]:
    story = build_story(make_occasion(code, language, atlas, public_url, langkah=steps))
    return {held.name: held for held in write_pictures(story)}


@pytest.fixture(scope="module")
def cards() -> dict[str, Artefact]:
    return _cards(public_url=ADDRESS)


def _image(held: bytes) -> Image.Image:
    return Image.open(io.BytesIO(held)).convert("RGB")


def _words(svg: bytes) -> str:
    root = ElementTree.fromstring(svg)
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")).replace("\u00a0", " ")


def test_every_step_with_a_picture_has_one_svg_and_two_sizes(cards: dict[str, Artefact]) -> None:
    steps = ("provinsi", "putusan", "pembayar", "tebing", "pilihan", "rencana")
    assert sorted(cards) == sorted(f"ucj-13.11-2025-10-{step}{end}" for step in steps for end in (".svg", "-slide.png", "-whatsapp.png"))


def test_pixels_are_exact_and_files_small(cards: dict[str, Artefact]) -> None:
    for name, held in cards.items():
        if name.endswith(".png"):
            assert _image(held.body).size == SIZES[name.removesuffix(".png").rpartition("-")[2]]
            assert len(held.body) < 400_000, name


def test_a_svg_is_whole_and_reaches_for_nothing(cards: dict[str, Artefact]) -> None:
    for name in (n for n in cards if n.endswith(".svg")):
        text = cards[name].body.decode("utf-8")
        root = ElementTree.fromstring(text)
        assert (root.get("width"), root.get("height"), root.get("role")) == ("1920", "1080", "img")
        assert root.find(f"{SVG}title").text and root.find(f"{SVG}desc").text
        assert FAMILIES[0] in root.get("font-family")
        kinds = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert kinds <= {"svg", "title", "desc", "g", "path", "rect", "line", "text", "tspan", "defs", "pattern", "circle"}, name
        names = {key for element in root.iter() for key in element.attrib}
        assert not [key for key in names if "href" in key or key.startswith("on") or key in ("style", "class")], name
        assert all(found.startswith("#") for found in re.findall(r"url\(([^)]*)\)", text))
        assert re.findall(r"https?://(?!www\.w3\.org/)\S+", re.sub(r">[^<]*<", "><", text)) == [], "an address may only be read"
        assert "var(" not in text


def test_what_it_is_about_stands_on_every_card(cards: dict[str, Artefact]) -> None:
    for name in (n for n in cards if n.endswith(".svg")):
        told = _words(cards[name].body)
        for part in ("Per Oktober 2025", "dibuat 21 November 2026", "rilis data 1 (21 Nov 2026), abc", "A = penduduk bekerja (BPS)", "Bukan BPJS Kesehatan", ADDRESS):
            assert part in told, (name, part)


def test_the_golden_numbers_stand_on_the_cards(cards: dict[str, Artefact]) -> None:
    told = _words(cards["ucj-13.11-2025-10-putusan.svg"].body)
    for number in ("18.788", "30.165 orang", "11.377 orang", "17,63 %", "14.177", "Rp2,86 miliar", "target 2025 28,30 %"):
        assert number in told, number
    assert "−12.450 orang (−11,68 poin)" in _words(cards["ucj-13.11-2025-10-tebing.svg"].body)


def test_the_code_leads_back_and_is_left_out_without_an_address(cards: dict[str, Artefact]) -> None:
    for name in (n for n in cards if n.endswith(".png")):
        assert [code.text for code in zxingcpp.read_barcodes(_image(cards[name].body))] == [f"{ADDRESS}/daerah?daerah=13.11&per=2025-10&langkah={ALL}"], name
    held = _cards(steps="putusan", public_url="http://127.0.0.1:8501")
    told = _words(held["ucj-13.11-2025-10-putusan.svg"].body)
    assert "127.0.0.1" not in told
    assert "tanpa kode QR" in told
    assert zxingcpp.read_barcodes(_image(held["ucj-13.11-2025-10-putusan-slide.png"].body)) == []


def test_hostile_names_stay_words() -> None:
    atlas = make_golden_atlas(districts=(make_district("13.11", EVIL), make_district("13.06", "]]>" * 90, 1, 0), make_district("13.73", "Kota")), release_hash=EVIL)
    for code in ("13.11", "13.06"):
        for name, held in _cards(code, public_url=ADDRESS, atlas=atlas).items():
            if name.endswith(".svg"):
                kinds = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(held.body).iter()}
                assert not kinds & {"script", "img", "image", "foreignObject", "use", "a"}, name
    assert "<script>window" in _words(_cards(atlas=atlas)["ucj-13.11-2025-10-putusan.svg"].body)
    assert write_preview_card(make_occasion(atlas=atlas))[:4] == b"\x89PNG"


def test_a_district_without_figures_has_its_gauge_and_no_invented_number() -> None:
    held = _cards("13.06", steps="putusan,pembayar,tebing,pilihan")
    assert list(held) == ["ucj-13.06-2025-10-putusan.svg", "ucj-13.06-2025-10-putusan-slide.png", "ucj-13.06-2025-10-putusan-whatsapp.png"]
    assert "Belum ada angka cakupan seluruh pekerja untuk Kabupaten Kosong" in _words(held["ucj-13.06-2025-10-putusan.svg"].body)


def test_a_step_about_another_district_has_its_own_name() -> None:
    assert "ucj-13.11-2025-10-putusan-13.73-slide.png" in _cards(steps="putusan:13.73")
    assert write_pictures(build_story(make_occasion(langkah="keputusan"))) == ()


def test_english_cards_are_english() -> None:
    held = _cards(language="en", steps="putusan")
    told = _words(next(card.body for name, card in held.items() if name.endswith("putusan.svg")))
    assert "18,788" in told
    assert not re.search(r"\b(orang|dibuat|Sumber|belum)\b", told)


@pytest.mark.parametrize("code", ["13.11", "13.06", "13.73", ""])
def test_the_preview_is_small_and_of_the_size_chat_apps_ask_for(code: str) -> None:
    body = write_preview_card(make_occasion(code))
    assert _image(body).size == (1200, 630)
    assert len(body) <= 250_000
    assert body == write_preview_card(make_occasion(code))


def test_words_can_be_read_on_the_paper() -> None:
    assert min(contrast(colour, LIGHT.ground) for colour in (LIGHT.ink, LIGHT.muted, LIGHT.accent)) >= 4.5


def test_letters_are_our_own(cards: dict[str, Artefact]) -> None:
    def drawn(family: str) -> bytes:
        body = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" width="300" height="60" font-family="{family}"><text x="5" y="40" font-size="30">Rp2,86 −≈→●</text></svg>'
        return png_of([(body, 300, 60)])[0]

    assert len(_image(drawn(", ".join(FAMILIES))).getcolors(18_000)) > 8, "letters leave edges"
    assert drawn(", ".join(FAMILIES)) != drawn("Nobody Has This")


def test_lines_break_where_they_may_and_marks_stay_with_their_word() -> None:
    lines = broken("Kurang **30.165 orang**, masih (28,30\u00a0% dari penduduk) jauh", 30, 260)
    assert "".join(words for line in lines for words, _ in line).replace(" ", "") == "Kurang30.165orang,masih(28,30\u00a0%daripenduduk)jauh"
    assert all(not line[0][0].startswith((",", " ")) for line in lines)
    assert ("30.165", True) in {(words.strip(), strong) for line in lines for words, strong in line} or ("30.165 orang", True) in lines[0] + lines[1]
    assert all(sum(width_of(w, 30, b) for w, b in line) <= 262 for line in lines)
    short = broken("kata " * 50, 30, 260, most=2)
    assert len(short) == 2
    assert short[-1][-1][0].endswith(ELLIPSIS)
    assert len(broken("a" * 400, 30, 260)) > 5


@pytest.mark.parametrize("count", [1, 3, 8, 19])
def test_no_bar_leaves_its_card(count: int) -> None:
    sheet = Sheet(1080, 1350, 56)
    items = tuple(BarItem(f"Sumber dana nomor {i}", 10.0**(i % 5), "123.456.789, 12 bulan", "c4") for i in range(count))
    lay_bars(sheet, BarsView("", "", items, ""), 300, 1000, 38)
    body = "".join(sheet.parts)
    spots = [(float(x), float(w)) for x, w in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', body)]
    assert len(spots) == count
    assert all(x + w <= 1080 - 56 for x, w in spots)
    assert max(float(y) for y in re.findall(r'<text x="[\d.]+" y="([\d.]+)"', body)) <= 1000


def test_two_processes_make_the_same_bytes(cards: dict[str, Artefact]) -> None:
    code = ("import hashlib; from tests.share.test_pictures import _cards, ADDRESS; "
            "print(hashlib.sha256(b''.join(f.body for f in _cards(public_url=ADDRESS).values())).hexdigest())")
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert other == hashlib.sha256(b"".join(held.body for held in cards.values())).hexdigest()


def test_another_day_is_another_card() -> None:
    held = make_occasion(langkah="putusan")
    later = replace(held, day=held.day.replace(day=22))
    assert write_pictures(build_story(later)) != write_pictures(build_story(held))
