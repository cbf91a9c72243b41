"""The plotly bars of who pays: one bar a statement, hollow when not realised, never stacked."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from petaucj.draw.palette import THEMES
from petaucj.draw.plotly_base import checked
from petaucj.draw.plotly_funding import draw_plotly_funding
from petaucj.views.daerah_funding import FundBar, FundingView
from petaucj.views.daerah_notes import TableView

BARS = (FundBar("1. APBD <i>", 9_650, "9.650, 2 bulan", "f-district-budget", "APBD: pekerja & rentan", False),
        FundBar("2. DBH Sawit", 0, "0", "f-palm-oil-share", "", True))


def _drawn(bars: tuple) -> dict:
    view = FundingView("", 2025, (2025,), bars, "", (), "", "", TableView((), ()), None, "")
    drawn = draw_plotly_funding(view, "light", "en")
    go.Figure(**drawn)
    return drawn


def test_one_bar_a_statement_beside_one_another() -> None:
    drawn = _drawn(BARS)
    (trace,) = drawn["data"]
    assert (trace["x"], trace["y"]) == ([9_650, 0], [0, 1])
    assert "barmode" not in drawn["layout"]
    assert drawn["layout"]["separators"] == ".,"


def test_realised_is_filled_and_planned_is_hollow_in_the_colour_of_the_fund() -> None:
    marker = _drawn(BARS)["data"][0]["marker"]
    funds = THEMES["light"].funds
    assert marker["color"] == [funds["district_budget"], "rgba(0,0,0,0)"]
    assert marker["line"]["color"] == [funds["district_budget"], funds["palm_oil_share"]]


def test_words_from_the_data_are_escaped() -> None:
    drawn = _drawn(BARS)
    assert drawn["layout"]["annotations"][0]["text"] == "1. APBD &lt;i&gt; · <b>9.650, 2 bulan</b>"
    assert drawn["data"][0]["hovertext"][0] == "APBD: pekerja &amp; rentan"


def test_a_single_bar_of_nobody_still_has_an_axis() -> None:
    assert _drawn(BARS[1:])["layout"]["xaxis"]["range"] == [0, 1]


def test_a_figure_is_checked_once_and_a_wrong_one_is_refused() -> None:
    figure = _drawn(BARS)
    assert checked(figure) is checked(_drawn(BARS))
    assert checked(figure).layout.template.layout.to_plotly_json() == {}, "no template of plotly's travels"
    with pytest.raises(ValueError, match="colour"):
        checked({"data": [{"type": "bar", "colour": "red"}]})
