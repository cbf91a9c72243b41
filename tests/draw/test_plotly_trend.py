"""The plotly trend: a trace a basis, gaps between runs, spans, disputed marks, target lines."""

from __future__ import annotations

import json

import plotly.graph_objects as go
import pytest

from petaucj.draw.palette import THEMES, contrast
from petaucj.draw.plotly_trend import draw_plotly_trend, series_colour
from petaucj.views.daerah_notes import TableView
from petaucj.views.daerah_trend import TrendPoint, TrendSeries, TrendStep, TrendView


def point(x: float, y: float, low: float | None = None, disputed: bool = False, hover: str = "") -> TrendPoint:
    """Return a made-up point; ``low`` begins its span."""
    return TrendPoint(x, x if low is None else low, x, y, f"{y}", hover, disputed)


def make_trend(series: tuple, steps: tuple = (), breaks: tuple = (), top: float = 60) -> TrendView:
    """Return a made-up trend."""
    return TrendView("", series, steps, breaks, 2022, 2025, top, (), (), TableView((), ()), None, "")


A = TrendSeries("A", "A penduduk bekerja", (point(2022.5, 10), point(2023.5, 12), point(2024.5, 15), point(2024.95, 19, 2024)), ((0, 1), (2, 3)))
B = TrendSeries("B", "B potensi BPJS", (point(2025.8, 30.4, disputed=True, hover="<b>30,40</b>"),), ())


def _traces(view: TrendView, theme: str = "light") -> tuple[list[dict], dict]:
    drawn = draw_plotly_trend(view, theme, "id")
    go.Figure(**drawn)
    return drawn["data"], drawn["layout"]


def test_lines_keep_to_their_runs_and_their_basis() -> None:
    traces, _ = _traces(make_trend((A, B)))
    (line,) = [t for t in traces if t["mode"] == "lines"]
    assert line["x"] == [2022.5, 2023.5, None, 2024.5, 2024.95, None]
    assert line["y"] == [10, 12, None, 15, 19, None]
    assert line["connectgaps"] is False
    assert [t["name"] for t in traces if t["mode"] == "markers+text"] == ["A penduduk bekerja", "B potensi BPJS"]


def test_a_year_is_a_bar_over_the_year_and_a_month_is_a_point() -> None:
    traces, _ = _traces(make_trend((A, B)))
    a, b = (t for t in traces if t["mode"] == "markers+text")
    assert a["error_x"]["arrayminus"] == [0, 0, 0, 0.95]
    assert a["error_x"]["array"] == [0, 0, 0, 0]
    assert "error_x" not in b


def test_a_disputed_figure_has_an_open_mark_and_words_from_the_data_are_escaped() -> None:
    traces, _ = _traces(make_trend((A, B)))
    b = next(t for t in traces if t.get("name") == "B potensi BPJS")
    assert b["marker"]["symbol"] == ["diamond-open"]
    assert b["hovertext"] == ["&lt;b&gt;30,40&lt;/b&gt;"]


def test_target_lines_are_thin_in_the_colour_of_their_basis_the_chosen_one_in_the_accent() -> None:
    steps = (TrendStep("A", 2025, 28.3, "target A 28,30 %", "A target daerah", True), TrendStep("A", 2025, 32.15, "", "A RPJMN", False),
             TrendStep("A", 2026, 34.99, "", "A RKP", False), TrendStep("B", 2025, 52.15, "", "B nasional", False))
    traces, layout = _traces(make_trend((A, B), steps))
    chosen, others, national = traces[-3:]
    assert (chosen["line"]["color"], chosen["x"]) == (THEMES["light"].accent, [2025, 2026, None])
    assert (others["x"], others["line"]["width"]) == ([2025, 2026, None, 2026, 2027, None], 1)
    assert national["line"]["color"] == series_colour("B", THEMES["light"])
    assert [a["text"] for a in layout["annotations"]] == ["target A 28,30 %"]


def test_breaks_and_the_hundred_are_marked() -> None:
    _, layout = _traces(make_trend((A, B), breaks=(2025.4,), top=120))
    hundred, gap = layout["shapes"]
    assert (hundred["y0"], gap["x0"], gap["x1"]) == (100, 2025.4, 2025.4)
    assert layout["yaxis"]["range"] == [0, 120]


def test_printed_values_that_crowd_stand_above_and_below() -> None:
    crowded = TrendSeries("?", "?", (point(2023.2, 74), point(2023.2, 75)), ())
    traces, _ = _traces(make_trend((crowded,), top=120))
    assert traces[0]["textposition"] == ["bottom center", "top center"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_basis_can_be_seen_on_both_grounds_and_is_told_by_its_mark_too(theme: str) -> None:
    colours = THEMES[theme]
    assert len({series_colour(letter, colours) for letter in "ABC?"}) == 4
    assert all(contrast(series_colour(letter, colours), colours.ground) >= 2.4 for letter in "ABC?")


def test_little_weight() -> None:
    assert len(json.dumps(draw_plotly_trend(make_trend((A, B)), "light", "id"))) < 4_000
