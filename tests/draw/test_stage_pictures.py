"""The big pictures: nothing below 28 pixels, nothing outside, nothing that runs; the fall is louder than everything around it."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from petaucj.draw.lettering import width_of
from petaucj.draw.stage_bars import draw_stage_bars
from petaucj.draw.stage_gauge import draw_stage_gauge
from petaucj.draw.stage_map import draw_stage_list, draw_stage_map
from petaucj.draw.stage_months import draw_stage_months
from petaucj.draw.stage_style import stage_script, stage_style
from petaucj.draw.shapes import outlines
from petaucj.views.bars import BarItem, BarsView
from petaucj.views.gauge import GaugeTick, GaugeView
from petaucj.views.map import AreaMark, LegendEntry, MapView
from petaucj.views.plan_projection import CliffView, Layer, Mark, ProjectionView

EVIL = """<script>alert(1)</script>"><img src=x onerror=alert(1)>'&{{7*7}}"""
WIDE, HIGH = 1728.0, 500.0
TICKS = (("target 2025 28,30 %", 28.3, True), ("provinsi 2025 32,20 %", 32.2, False), ("RPJMN 2025 32,15 %", 32.15, False),
         ("RKP 2026 34,99 %", 34.99, False), ("RPJMN 2029 43,92 %", 43.92, False), ("RPJPN 2045 99,5 %", 99.5, False))


def _gauge(value: float | None = 17.63, axis: float = 100.0, ticks: tuple = TICKS) -> GaugeView:
    return GaugeView(value, "–" if value is None else f"{value} %", "c4", axis, tuple(GaugeTick(at, label, chosen) for label, at, chosen in ticks), "", "", True, "")


def _bars(count: int, label: str = "APBD kabupaten/kota") -> BarsView:
    return BarsView("Judul", "orang", tuple(BarItem(f"{label} {i}", 1000.0 - i, f"{1000 - i} orang", "f-csr", i == 1, i == 2) for i in range(count)), "")


def _map(name: str = "Nama") -> MapView:
    marks = tuple(AreaMark(code, name, "c2" if i % 3 else "nodata", "57,84" if i % 3 else "", "Des 2025" if i % 3 else "", "A" if i % 3 else "", "!†" if i % 2 else "",
                           f"{name}: {code}", 0, 0, i == 4) for i, code in enumerate(sorted(outlines().areas)))
    return MapView("id", "fill", "Judul", "Kalimat.", marks, (LegendEntry("c2", "30–40"),), ())


def _months(columns: int = 31, falls: tuple[int, ...] = (7,), required: int | None = 30_165) -> ProjectionView:
    size = 12_450 // max(1, len(falls))
    paid = tuple(size * sum(i < f for f in falls) for i in range(columns))
    cliffs = tuple(CliffView(f, size, (f"Jan 20{f:02}", "−12.450 orang (−11,68 poin)")) for f in falls)
    return ProjectionView("Judul", "", tuple("JFMAMJJASOND"[i % 12] for i in range(columns)), tuple((i, str(2025 + i // 12)) for i in range(0, columns, 12)),
                          (Layer("", (16_000,) * columns), Layer("f-csr", paid)), tuple(16_000 + p for p in paid), required, "diperlukan 30.165",
                          ((0, "0"), (10_000, "10.000"), (20_000, "20.000"), (30_000, "30.000"), (40_000, "40.000")), cliffs,
                          (Mark(4 % columns, "catatan Okt 2025"), Mark(columns // 2, "hari ini Nov 2026"), Mark(columns - 1, "tenggat Des 2027")), min(4, columns - 1), columns // 2 + 1,
                          (("", "peserta tanpa akhir"), ("f-csr", "CSR"), ("required", "diperlukan"), ("back", "dihitung mundur"), ("forecast", "perkiraan")), (), (), "", "", None)


PICTURES = {
    "gauge": lambda: draw_stage_gauge(_gauge(), WIDE, 300, "Dihitung."), "gauge, none": lambda: draw_stage_gauge(_gauge(None, ticks=()), WIDE, 300, ""),
    "gauge, beyond": lambda: draw_stage_gauge(_gauge(131.4, 144.5), WIDE, 300, ""), "bars": lambda: draw_stage_bars(_bars(3), WIDE, HIGH, "Judul"),
    "bars, many": lambda: draw_stage_bars(_bars(19), WIDE, HIGH, ""), "bars, too many": lambda: draw_stage_bars(_bars(200), WIDE, HIGH, ""),
    "map": lambda: draw_stage_map(_map(), 660), "list": lambda: draw_stage_list(_map(), 1200, 370),
    "months": lambda: draw_stage_months(_months(), WIDE, HIGH), "months, narrow": lambda: draw_stage_months(_months(73, (7, 19, 31)), 860, 760),
    "months, one": lambda: draw_stage_months(_months(1, (), None), WIDE, HIGH),
}


def _texts(picture: str) -> list[tuple[str, float, float, float, float]]:
    """Return every text as (words, left, right, baseline, size)."""
    found = []
    for text in ElementTree.fromstring(picture).iter("text"):
        size, x, bold = float(text.get("font-size")), float(text.get("x")), "big" in text.get("class", "")
        wide = width_of(text.text or "", size, bold)
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor")]
        found.append((text.text, left, left + wide, float(text.get("y")), size))
    return found


@pytest.mark.parametrize("name", PICTURES)
def test_letters_are_large_inside_and_apart(name: str) -> None:
    picture = PICTURES[name]()
    root = ElementTree.fromstring(picture)
    assert (root.get("width"), root.get("height")) == tuple(root.get("viewBox").split()[2:])
    width, height = float(root.get("width")), float(root.get("height"))
    texts = _texts(picture)
    assert texts
    for words, left, right, y, size in texts:
        assert size >= 28, words
        assert left >= -1 and right <= width + 1, words
        assert y - 0.72 * size >= -1 and y <= height + 1, words
    for i, (a, left, right, y, size) in enumerate(texts):
        for b, left_b, right_b, y_b, size_b in texts[i + 1:]:
            apart = right <= left_b or right_b <= left or y <= y_b - 0.7 * size_b or y_b <= y - 0.7 * size
            assert apart, (a, b)


@pytest.mark.parametrize("name", PICTURES)
def test_the_same_view_gives_the_same_picture_without_inline_style(name: str) -> None:
    assert PICTURES[name]() == PICTURES[name]()
    assert " style=" not in PICTURES[name]()


def test_every_target_is_named_and_the_chosen_one_is_the_largest() -> None:
    texts = _texts(draw_stage_gauge(_gauge(), WIDE, 320, ""))
    sizes = {words: size for words, *_, size in texts}
    assert {label for label, *_ in TICKS} <= set(sizes)
    assert sizes["target 2025 28,30 %"] > max(sizes[label] for label, _, chosen in TICKS if not chosen)


def test_a_low_gauge_keeps_the_name_of_the_chosen_target() -> None:
    picture = draw_stage_gauge(_gauge(), WIDE, 160, "")
    assert "target 2025 28,30 %" in picture
    assert picture.count("<line") >= len(TICKS)


def test_targets_on_one_spot_are_all_marks_and_none_covers_another() -> None:
    crowd = tuple((f"sasaran nomor {i}", 50.0, i == 0) for i in range(12))
    texts = _texts(draw_stage_gauge(_gauge(10.0, ticks=crowd), WIDE, 300, ""))
    assert "sasaran nomor 0" in {words for words, *_ in texts}


def test_bars_keep_one_scale_and_start_at_zero() -> None:
    items = (BarItem("a", 100.0, "100", "c1"), BarItem("b", 50.0, "50", "c2"), BarItem("c", 0.0, "0", "c3"))
    rects = ElementTree.fromstring(draw_stage_bars(BarsView("", "", items, ""), WIDE, HIGH, "")).iter("rect")
    boxes = [(float(r.get("x")), float(r.get("width"))) for r in rects]
    assert [x for x, _ in boxes] == [0, 0, 0]
    assert boxes[0][1] == pytest.approx(2 * boxes[1][1], abs=0.2)
    assert boxes[2][1] <= 4


def test_what_is_only_planned_is_an_outline() -> None:
    assert draw_stage_bars(_bars(3), WIDE, HIGH, "").count('class="bar-hollow"') == 1


def test_a_small_city_is_as_large_in_the_list_as_the_largest_regency() -> None:
    picture = draw_stage_list(_map(), 1200, 370)
    assert len({(text.get("font-size")) for text in ElementTree.fromstring(picture).iter("text") if text.text == "Nama"}) == 1
    assert picture.count(">Nama<") == 19
    assert draw_stage_map(_map(), 660).count("<circle") >= 5


def test_the_fall_is_the_loudest_thing() -> None:
    picture = draw_stage_months(_months(), WIDE, 580)
    texts = {words: size for words, *_, size in _texts(picture)}
    fall = texts.pop("−12.450 orang (−11,68 poin)")
    assert fall >= 52 and fall > max(texts.values())
    widths = [float(line.get("stroke-width")) for line in ElementTree.fromstring(picture).iter("line")]
    assert max(widths) == 12
    assert 'class="fall"' in picture


def test_every_fall_has_its_arrow_though_not_every_one_finds_room_for_words() -> None:
    picture = draw_stage_months(_months(73, tuple(range(3, 70, 3))), 860, 500)
    assert picture.count('class="fall"') == 23


def test_without_months_there_is_no_picture() -> None:
    assert draw_stage_months(replace(_months(), initials=()), WIDE, HIGH) == ""


def test_hostile_words_stay_words() -> None:
    ticks = ((EVIL, 40.0, True),)
    months = replace(_months(), required_label=EVIL, legend=((EVIL, EVIL),), layers=(Layer(EVIL, (5,) * 31),), cliffs=(CliffView(7, 5, (EVIL, EVIL)),), marks=(Mark(2, EVIL),),
                     years=((0, EVIL),), initials=(EVIL,) * 31, scale=((0, EVIL), (40_000, EVIL)))
    evil = (draw_stage_gauge(replace(_gauge(ticks=ticks), value_text=EVIL, fill=EVIL), WIDE, 300, EVIL), draw_stage_bars(_bars(3, EVIL), WIDE, HIGH, EVIL),
            draw_stage_map(_map(EVIL), 660), draw_stage_list(_map(EVIL), 1200, 370), draw_stage_months(months, WIDE, HIGH))
    for picture in evil:
        root = ElementTree.fromstring(picture)
        assert {element.tag for element in root.iter()} <= {"svg", "g", "path", "rect", "line", "circle", "text", "title", "defs", "pattern"}
        assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]


def test_style_and_script_stand_whole_in_the_page() -> None:
    assert stage_style().count("@font-face") == 4
    assert not re.search(r"url\((?!data:)", stage_style())
    assert "</" not in stage_style()
    assert "</script" not in stage_script() and "innerHTML" not in stage_script() and "eval(" not in stage_script()
