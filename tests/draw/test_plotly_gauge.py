"""The plotly gauge: threshold, thin ticks, beyond 100, not comparable, nothing at all; and words that do not lie on words."""

from __future__ import annotations

import json
from itertools import combinations

import plotly.graph_objects as go
import pytest

from petaucj.draw.palette import THEMES
from petaucj.draw.plotly_gauge import LETTER, NARROW, draw_plotly_gauge
from petaucj.views.gauge import GaugeTick, GaugeView

TICKS = (GaugeTick(28.3, "target 2025 28,30 %", True), GaugeTick(32.15, "RPJMN 2025 32,15 %", False), GaugeTick(32.2, "provinsi 2025 32,20 %", False),
         GaugeTick(34.99, "RKP 2026 34,99 %", False), GaugeTick(43.92, "RPJMN 2029 43,92 %", False), GaugeTick(99.5, "RPJPN 2045 99,5 %", False))


def make_gauge(value: float | None = 17.63, ticks: tuple = TICKS, axis: float = 100, comparable: bool = True) -> GaugeView:
    """Return a made-up gauge."""
    return GaugeView(value, "–" if value is None else f"{value} %", "c1", axis, ticks, "", "", comparable, "alt")


def _figure(view: GaugeView, theme: str = "light") -> dict:
    drawn = draw_plotly_gauge(view, theme, "id")
    assert drawn["layout"]["template"] == {}
    go.Figure(**drawn)
    return drawn


def _words(figure: dict) -> list[str]:
    return [a["text"] for a in figure["layout"]["annotations"]]


def test_value_threshold_and_other_targets() -> None:
    figure = _figure(make_gauge())
    indicator, labels = figure["data"]
    assert (indicator["type"], indicator["mode"], indicator["value"]) == ("indicator", "gauge", 17.63)
    assert indicator["gauge"]["threshold"]["value"] == 28.3
    assert indicator["gauge"]["threshold"]["line"]["color"] == THEMES["light"].accent
    assert labels["x"] == [32.15, 32.2, 34.99, 43.92, 99.5], "the chosen one stands above the scale, not among the thin ticks"
    assert any("target 2025 28,30 %" in words for words in _words(figure))
    assert figure["layout"]["shapes"][0]["path"].count("M") == 5
    assert "<b>17.63 %</b>" in _words(figure)


def test_beyond_one_hundred_the_line_and_the_frame_stand() -> None:
    figure = _figure(make_gauge(105, (), 115.5, comparable=False))
    assert figure["data"][0]["gauge"]["axis"]["range"] == [0, 115.5]
    line, frame = figure["layout"]["shapes"]
    assert (line["x0"], line["x1"]) == (100, 100)
    assert (frame["x0"], frame["x1"]) == (100, 115.5)
    assert 100 in figure["layout"]["xaxis"]["tickvals"]
    assert _figure(make_gauge(99, ()))["layout"]["shapes"] == []


def test_what_may_not_be_compared_has_no_target_and_no_class_colour() -> None:
    indicator = _figure(make_gauge(33.51, (), comparable=False))["data"][0]
    assert "threshold" not in indicator["gauge"]
    assert indicator["gauge"]["bar"]["color"] == THEMES["light"].hatch


def test_without_a_figure_the_band_is_empty_and_the_scale_still_stands() -> None:
    figure = _figure(make_gauge(None, (), comparable=False))
    assert figure["data"][0]["value"] == 0
    assert figure["data"][1]["x"] == [None]
    assert figure["layout"]["xaxis"]["tickvals"] == [0, 20, 40, 60, 80, 100]


def test_the_scale_makes_room_for_the_chosen_mark() -> None:
    chosen = (GaugeTick(58.55, "target 2025 58,55 %", True),)
    assert _figure(make_gauge(57.84, chosen))["layout"]["xaxis"]["tickvals"] == [0, 20, 40, 80, 100]


@pytest.mark.parametrize("ticks", [TICKS, TICKS[1:], (*TICKS, GaugeTick(52.15, "nasional 2025 52,15 %", False), GaugeTick(80, "provinsi 2030 80 %", False))])
@pytest.mark.parametrize("axis", [100, 115.5, 210])
def test_no_label_lies_on_another_even_on_a_phone(ticks: tuple, axis: float) -> None:
    labels = _figure(make_gauge(ticks=ticks, axis=axis))["data"][1]
    spans = []
    for x, y, text, place in zip(labels["x"], labels["y"], labels["text"], labels["textposition"], strict=True):
        at, width = x / axis * NARROW, (len(text) + 1) * LETTER
        spans.append((y, (at, at + width) if place == "middle right" else (at - width, at)))
        assert spans[-1][1][1] <= NARROW + 1
    for (y1, a), (y2, b) in combinations(spans, 2):
        assert y1 != y2 or a[1] <= b[0] or b[1] <= a[0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_grounds_and_little_weight(theme: str) -> None:
    figure = _figure(make_gauge(), theme)
    assert figure["layout"]["paper_bgcolor"] == "rgba(0,0,0,0)"
    assert figure["layout"]["font"]["color"] == THEMES[theme].ink
    assert len(json.dumps(figure)) < 4_000
