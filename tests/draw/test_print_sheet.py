"""The style sheet of the printed pages."""

from __future__ import annotations

import re
from dataclasses import fields

from petaucj.draw.palette import DARK, LIGHT, contrast, fills
from petaucj.draw.print_sheet import paper_colours, print_sheet
from petaucj.draw.stylesheet import stylesheet


def _colours(theme) -> set[str]:
    return {value for field in fields(theme) if isinstance(value := getattr(theme, field.name), str)} | set(fills(theme).values())


def test_every_colour_of_the_dark_has_one_on_paper_and_none_of_the_light_is_touched() -> None:
    assert set(paper_colours()) == _colours(DARK)
    assert set(paper_colours().values()) <= _colours(LIGHT)
    assert not set(paper_colours()) & _colours(LIGHT), "a picture drawn for the light ground would change its colours"


def test_words_are_read_on_white() -> None:
    for name in ("ink", "muted", "accent"):
        assert contrast(paper_colours()[getattr(DARK, name)], "#ffffff") >= 4.5


def test_a_rule_names_the_colour_as_a_browser_writes_it() -> None:
    assert '.js-plotly-plot [style*="fill: rgb(239, 236, 228)"]{fill:#1b1b1b!important}' in print_sheet()
    assert '[style*="stroke: rgb(58, 61, 64)"]{stroke:#dedace!important}' in print_sheet()


def test_braces_are_even_and_nothing_is_asked_of_another_host() -> None:
    for sheet in (print_sheet(), stylesheet()):
        assert sheet.count("{") == sheet.count("}")
        assert not re.findall(r"url\(|https?://", sheet)


def test_on_screen_only_the_lines_of_paper_are_hidden() -> None:
    outside = re.sub(r"/\*.*?\*/", "", print_sheet(), flags=re.S)
    heads = re.findall(r"@(?:media|page)[^{]*", outside)
    assert [head.strip() for head in heads] == ["@media not print", "@page", "@media print", "@media print"]
