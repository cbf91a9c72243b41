"""The deck: native charts, tables and shapes, notes, sources; harmless, complete, inside its slides, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import zxingcpp
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt
from pypdf import PdfReader

from petaucj.share.deck import write_deck
from petaucj.share.deck_look import RULE, WIDE
from petaucj.share.deck_sources import safe_address
from petaucj.share.deck_text import clean, rows_of, width_of
from petaucj.text.rich import plain_of
from petaucj.views.banding import Row, Table
from petaucj.views.gauge import GaugeView
from petaucj.views.handout import build_handout
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.story import Story, build_story
from tests.share.package import Package, faults
from tests.share.stories import CODES, make_hostile, make_occasion, make_province

ROOT = Path(__file__).parents[2]
RIGHTS = ("Batas wilayah: Badan Contoh (Lisensi Contoh)",)
ADDRESS = "https://ucj.contoh.go.id"
EVIL = ('=cmd|"/c calc"!A1', "<script>alert(1)</script>", "{{7*7}}", "#panic()", "![](http://x)", "a\x0bb\x00c\x1b", "]]>&amp;", "**", "\ud800\uffff", "javascript:alert(1)")
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@cache
def _story(language: str = "id", code: str = "13.11", url: str = "", steps: str | None = None) -> Story:
    return build_story(make_occasion(code, language, public_url=url, **({} if steps is None else {"steps": steps})))


@cache
def _body(language: str = "id", url: str = "") -> bytes:
    return write_deck(_story(language, url=url), build_handout(make_occasion(language=language, public_url=url)).sources, RIGHTS)


def _open(body: bytes):
    return Presentation(io.BytesIO(body))


def _charts(deck) -> list:
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def _areas(slide) -> list:
    return [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.FREEFORM]


def _texts(slide) -> str:
    cells = [cell.text_frame.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join([*(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame), *cells])


def _series(chart) -> dict[str, tuple]:
    return {series.name: tuple(series.values) for plot in chart.plots for series in plot.series}


def test_a_cover_then_one_slide_a_step_then_the_sources() -> None:
    deck, story = _open(_body()), _story()
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == [story.title, *(step.title for step in story.steps), "Sumber"]
    assert (deck.slide_width, deck.slide_height) == WIDE
    for slide, step in zip(list(deck.slides)[1:], story.steps, strict=False):
        assert slide.placeholders[13].text_frame.text == plain_of(step.message)
        for line in (*step.lines, step.source, *(part for n in step.numbers for part in (n.label, n.value, n.detail))):
            assert line in _texts(slide), line


def test_the_cover_says_what_it_is_and_leads_back_only_where_there_is_a_way() -> None:
    story = _story(url=ADDRESS)
    cover = _open(_body(url=ADDRESS)).slides[0]
    for part in (story.stamp.as_of, story.stamp.made_on, story.stamp.data, *story.stamp.bases, story.stamp.warning, story.stamp.address_line):
        assert part in _texts(cover), part
    (picture,) = [shape for shape in cover.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.image.blob)))[0].text == story.stamp.address
    assert picture._element._nvXxPr.cNvPr.get("descr") == "Kode QR ke tampilan ini"
    plain = _open(_body())
    assert not [shape for slide in plain.slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert _story().stamp.address_line in _texts(plain.slides[0])


def test_every_picture_is_a_native_chart_with_the_numbers_of_the_view() -> None:
    charts, steps = [held.chart for held in _charts(_open(_body()))], {step.kind: step for step in _story().steps}
    assert len(charts) == 6
    for chart, kind in zip(charts, ("peringkat", "putusan", "pembayar", "tebing", "pilihan", "rencana"), strict=True):
        view, found = steps[kind].picture, _series(chart)
        if isinstance(view, GaugeView):
            assert [v for values in found.values() for v in values if v is not None] == [view.value, *sorted(tick.at for tick in view.ticks)]
        elif isinstance(view, ProjectionView):
            assert list(found.values()) == [*(layer.people for layer in view.layers), view.recorded, (view.required,) * view.columns]
            assert [len(list(plot.series)) for plot in chart.plots] == [len(view.layers), 2]
        else:
            assert list(found.values()) == [tuple(item.value for item in view.items)]
            assert list(chart.plots[0].categories) == [item.label for item in view.items]
            labels = [t.text for t in chart._chartSpace.iter(qn("a:t"))]
            assert [item.text for item in view.items] == labels


def test_a_value_above_one_hundred_is_not_clipped_and_the_hundred_is_drawn() -> None:
    story = _story(code="13.73", steps="putusan")
    gauge = story.steps[0].picture
    assert gauge.value == pytest.approx(105.4)
    (held,) = _charts(_open(write_deck(story, ())))
    axis = held.chart.value_axis
    assert axis.maximum_scale >= gauge.axis > 105.4
    assert (axis.minimum_scale, axis.major_unit, axis.has_major_gridlines) == (0, 100, True)


def test_a_gauge_without_a_value_is_said_in_words() -> None:
    story = _story(code="13.06", steps="putusan,tebing")
    deck = _open(write_deck(story, ()))
    assert not _charts(deck)
    assert "Belum ada angka cakupan" in _texts(deck.slides[1])
    assert plain_of(story.steps[1].message) in _texts(deck.slides[2])


def test_what_is_only_planned_is_hollow_and_the_chosen_one_is_outlined() -> None:
    options = next(step for step in _story().steps if step.kind == "pilihan").picture
    chart = _charts(_open(_body()))[4].chart
    for i, item in enumerate(options.items):
        fill = chart.plots[0].series[0].points[i].format._element.find(qn("c:spPr"))
        assert (fill.find(qn("a:noFill")) is not None) is item.hollow
    assert any(item.hollow for item in options.items)
    rank = _story(code="13.73", steps="peringkat")
    points = _charts(_open(write_deck(rank, ())))[0].chart.plots[0].series[0].points
    drawn = [points[i].format.line.fill.type is not None and points[i].format.line.width == Pt(3) for i in range(2)]
    assert drawn == [item.chosen for item in rank.steps[0].picture.items]


def test_the_map_is_one_named_and_described_shape_a_district() -> None:
    view, slide = _story().steps[0].picture, _open(_body()).slides[1]
    areas = {shape.name: shape for shape in _areas(slide)}
    names = {d.code: f"{d.code} {d.name}" for d in make_province().districts}
    assert set(areas) == set(names.values()) and len(_areas(slide)) == len(CODES) == 19
    for mark in view.marks:
        shape = areas[names[mark.code]]
        assert shape._element._nvXxPr.cNvPr.get("descr") == mark.spoken
        hatched = shape._element.spPr.find(qn("a:pattFill")) is not None
        assert hatched is (mark.fill in ("nodata", "other"))
        assert shape.text_frame.text in ("", f"{mark.value} {mark.letter}")
    assert _areas(slide)[-1].name == names["13.11"], "the chosen district is drawn last"
    assert areas[names["13.11"]].text_frame.text == "30,40 B"


def test_every_district_stands_in_the_list_and_the_legend_is_whole() -> None:
    view, told = _story().steps[0].picture, _texts(_open(_body()).slides[1])
    rows = re.findall(r"^(.+)\t(.+)$", told, re.MULTILINE)
    assert rows == [(mark.name, " ".join(filter(None, (mark.value or "–", mark.letter, mark.mark)))) for mark in view.marks]
    assert all(entry.label in told for entry in view.legend)


def test_tables_are_native_and_go_on_where_a_slide_is_full() -> None:
    tables = [shape.table for slide in _open(_body()).slides for shape in slide.shapes if shape.has_table]
    assert [[cell.text_frame.text for cell in row.cells] for row in tables[1].rows][1:] == [list(row.cells) for row in _story().steps[-1].table.rows]
    rows = tuple(Row((f"Daerah {i}", "sebab yang panjang " * 9)) for i in range(40))
    long = replace(_story().steps[1], picture=None, table=Table(("Daerah", "Sebab"), rows))
    deck = _open(write_deck(replace(_story(), steps=(long,)), ()))
    held = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert len(held) > 1
    assert [row.cells[0].text_frame.text for table in held for row in list(table.rows)[1:]] == [row.cells[0] for row in rows]
    assert len({slide.shapes.title.text_frame.text for slide in deck.slides}) == len(deck.slides)


def test_the_speaker_has_the_notes_of_each_step() -> None:
    for slide, step in zip(list(_open(_body()).slides)[1:], _story().steps, strict=False):
        assert slide.notes_slide.notes_text_frame.text.split("\n") == [plain_of(note) for note in step.notes]


def test_the_last_slides_name_every_source_the_stamp_and_the_rights() -> None:
    source = build_handout(make_occasion()).sources[0]
    many = tuple(replace(source, number=i, source=replace(source.source, title=f"Judul {i}", url=f"https://example.org/{i}")) for i in range(1, 61))
    deck = _open(write_deck(_story(steps="putusan"), many, RIGHTS))
    told = "\n".join(_texts(slide) for slide in list(deck.slides)[2:])
    for held in many:
        assert f"Warta, {held.source.title}, {held.source.published}\n{held.source.url}" in told
    assert all(line in told for line in (*_story().stamp.lines, *RIGHTS))
    links = [rel.target_ref for slide in deck.slides for rel in slide.part.rels.values() if rel.is_external]
    assert links == [held.source.url for held in many]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "http:", "//x.org", "https://x.org/\x0b", 'https://x.org/"', "https://[x", "", " https://x.org"])
def test_only_a_plain_web_address_becomes_a_link(url: str) -> None:
    assert safe_address(url) == ""
    assert safe_address("https://x.org/a?b=c#d") == "https://x.org/a?b=c#d"


def test_everything_stands_on_its_slide_and_above_the_foot() -> None:
    for language in ("id", "en"):
        for slide in _open(_body(language, ADDRESS)).slides:
            for shape in slide.shapes:
                assert min(shape.left, shape.top) >= 0 and shape.left + shape.width <= WIDE[0] and shape.top + shape.height <= WIDE[1], shape.name
                if slide.slide_layout.name not in ("Sampul", "Cover") and shape.top < Inches(RULE):
                    assert shape.top + shape.height <= Inches(RULE), (slide.shapes.title.text_frame.text, shape.name)


def test_a_room_can_read_it_and_a_screen_reader_knows_its_language() -> None:
    for language, tag in (("id", "id-ID"), ("en", "en-GB")):
        package = Package(_body(language))
        for name in package.named(r"ppt/(slides|notesSlides|charts|slideLayouts|slideMasters)/[^/]+\.xml"):
            runs = [held for held in package.trees[name].iter(qn("a:rPr")) if held.getparent().tag in (qn("a:r"), qn("a:fld"))]
            assert {run.get("lang") for run in runs} <= {tag}, name
        deck = _open(_body(language))
        for slide in list(deck.slides)[:-1]:
            for shape in slide.shapes:
                if shape.has_text_frame and shape.top < Inches(RULE):
                    sizes = [run.font.size for paragraph in shape.text_frame.paragraphs for run in paragraph.runs]
                    assert all(size >= Pt(14) for size in sizes), shape.text_frame.text
        assert all(run.font.size >= Pt(10) for shape in deck.slides[-1].shapes for p in shape.text_frame.paragraphs for run in p.runs if run.font.size)
        assert all(slide.shapes.title.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE) for slide in deck.slides)


def test_whoever_cannot_see_is_told() -> None:
    for slide in _open(_body(url=ADDRESS)).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.FREEFORM):
                assert shape._element._nvXxPr.cNvPr.get("descr"), shape.name


def test_english_is_english() -> None:
    package = Package(_body("en"))
    deck = _open(_body("en"))
    told = "\n".join(_texts(slide) for slide in deck.slides)
    names = "\n".join(shape.name for slide in deck.slides for shape in (*slide.shapes, *slide.slide_layout.shapes))
    for word in ("orang", "bulan", "Sumber", "belum", "Langkah", "Pesan", "Judul:"):
        assert not re.search(rf"\b{word}\b", told + names), word
    assert b"Click to edit" not in b"".join(package.parts.values())
    assert b"Click to edit" not in b"".join(Package(_body()).parts.values())


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_from_data_becomes_alive_or_breaks_the_file(evil: str) -> None:
    occasion = make_occasion(atlas=make_hostile(evil), public_url=ADDRESS)
    body = write_deck(build_story(occasion), build_handout(occasion).sources, (evil,))
    assert faults(body) == []
    deck, package = _open(body), Package(body)
    assert len(_charts(deck)) == 6
    assert [target for name in package.parts for _, target, mode in package.relations(name).values() if mode == "External"] == []
    assert clean(evil).strip() in "\n".join(_texts(slide) for slide in deck.slides).replace("∗", "*")
    for name in package.named(r"ppt/embeddings/.+"):
        with zipfile.ZipFile(io.BytesIO(package.parts[name])) as book:
            assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
        assert all(cell.data_type in "sn" for row in load_workbook(io.BytesIO(package.parts[name])).active for cell in row)


def test_text_is_measured_with_the_project_s_own_face() -> None:
    assert width_of("iiii", 20) < width_of("MMMM", 20) < width_of("MMMM", 20, bold=True)
    assert rows_of("satu dua", 20, 10) == 1
    assert rows_of("satu dua", 20, width_of("satu", 20) + 0.01) == 2
    assert rows_of("a" * 100, 20, width_of("a" * 40, 20)) == 3


def test_no_clock_is_read() -> None:
    with zipfile.ZipFile(io.BytesIO(_body())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}
        books = [archive.read(name) for name in archive.namelist() if name.startswith("ppt/embeddings/")]
    core = _open(_body()).core_properties
    assert (str(core.created), str(core.modified), core.author) == ("2026-11-21 00:00:00",) * 2 + ("Peta UCJ",)
    assert len(books) == 6
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}
            assert re.findall(rb"\d{4}-\d\d-\d\dT", archive.read("docProps/core.xml")) == [b"2026-11-21T"] * 2


def test_the_same_inputs_give_the_same_bytes_in_another_process() -> None:
    script = ("import hashlib\nfrom tests.share.test_deck import _body\nprint(hashlib.sha256(_body()).hexdigest())")
    told = [subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout.strip()
            for seed in ("1", "2")]
    assert told == [hashlib.sha256(_body()).hexdigest()] * 2
    later = replace(_story(), stamp=replace(_story().stamp, made_on="dibuat 22 November 2026"))
    assert write_deck(later, ()) != write_deck(_story(), ())


def test_all_districts_fit_one_deck() -> None:
    steps = "provinsi,peringkat," + ",".join(f"putusan:{code}" for code in CODES)
    story = build_story(make_occasion("", steps=steps))
    body = write_deck(story, ())
    assert len(story.steps) == 21
    assert len(_open(body).slides) == 23
    assert faults(body) == []
    assert len(body) < 500_000


def test_without_a_target_there_is_no_line_of_need() -> None:
    story = build_story(replace(make_occasion(steps="tebing"), atlas=make_province(targets=())))
    view = story.steps[0].picture
    assert view.required is None
    assert len(list(_series(_charts(_open(write_deck(story, ())))[0].chart))) == len(view.layers) + 1


@pytest.mark.skipif(SOFFICE is None and not os.environ.get("CI"), reason="tidak ada LibreOffice; pasang libreoffice-impress untuk menjalankan uji ini")
@pytest.mark.parametrize("language", ["id", "en"])
def test_libreoffice_opens_it_with_every_slide(language: str, tmp_path: Path) -> None:
    assert SOFFICE, "CI must install LibreOffice"
    file = tmp_path / "bahan.pptx"
    file.write_bytes(_body(language))
    subprocess.run([SOFFICE, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
                   check=True, capture_output=True, timeout=240)
    pages = PdfReader(tmp_path / "bahan.pdf").pages
    deck = _open(_body(language))
    assert len(pages) == len(deck.slides)
    for page, slide in zip(pages, deck.slides, strict=True):
        told = re.sub(r"\s+", "", page.extract_text())
        assert re.sub(r"\s+", "", slide.shapes.title.text_frame.text) in told
