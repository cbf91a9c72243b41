"""The months of a plan as one native chart: people stacked by who pays, the record and the need as lines of the same chart."""

from __future__ import annotations

from collections.abc import Iterable

from pptx.chart.chart import Chart
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Pt

from petaucj.draw.palette import LIGHT, fills
from petaucj.share.deck_charts import ChartData, add_chart, coloured, placed
from petaucj.share.deck_legend import add_swatch, draw_legend, legend_height
from petaucj.share.deck_text import SMALLEST, Box, Line, add_text, clean, colour_of, described, plain_shape, width_of
from petaucj.text.words import words_in
from petaucj.views.plan_projection import CliffView, ProjectionView

COLOURS = fills(LIGHT)
LEFT, RIGHT, AXIS, MARK, CLIFF = 0.85, 0.1, 0.52, 0.25, 0.28
# A month narrower than this cannot carry its initial; then only the years are named.
ROOM_FOR_INITIAL = 0.18
# Numbers of the scale are grouped as the reader writes them, whatever machine opens the file.
GROUPED = {"id": r"[>=1000000]0\.000\.000;[>=1000]0\.000;0", "en": r"[>=1000000]0\,000\,000;[>=1000]0\,000;0"}
LINES = {"recorded": LIGHT.ink, "required": LIGHT.accent}


def draw_projection(slide: Slide, box: Box, view: ProjectionView, made: tuple[int, int, int], language: str) -> None:
    """Draw legend, chart, the largest falls above it and the months to point at below it."""
    legend = Box(box.left, box.top, box.width, legend_height(view.legend, box.width))
    draw_legend(slide, legend, view.legend, language, _swatch)
    width = box.width - LEFT - RIGHT
    cliffs, marks = _cliff_rows(view, width), _mark_rows(view, width)
    top = legend.bottom + 0.12 + CLIFF * len({row for *_, row in cliffs})
    high = box.bottom - top - AXIS - MARK * len({row for *_, row in marks})
    inner = Box(box.left + LEFT, top, width, high)
    frame = Box(box.left, top - 0.1, box.width, high + 0.1 + AXIS)
    _chart(slide, frame, inner, view, made, language)
    step = inner.width / view.columns
    for cliff, x, row in cliffs:
        _cliff(slide, inner, view, cliff, (x, step * cliff.column, legend.bottom + 0.12 + CLIFF * row), language)
    for label, x, at, row in marks:
        _mark(slide, Box(inner.left + x, inner.bottom + AXIS + MARK * row, width_of(label, SMALLEST) + 0.1, MARK), inner.left + at, inner.bottom, label, language)


def _chart(slide: Slide, frame: Box, inner: Box, view: ProjectionView, made: tuple[int, int, int], language: str) -> Chart:
    names, years = dict(view.legend), dict(view.years)
    narrow = inner.width / view.columns < ROOM_FOR_INITIAL
    ends = [*(column for column, _ in view.years[1:]), view.columns]
    # A year of few months has no room for its number: the marks below the axis name its months.
    roomy = {column for (column, year), end in zip(view.years, ends, strict=True) if (end - column) * inner.width / view.columns > width_of(year, 12) + 0.1}
    levels = (tuple((years[i] if i in roomy else " ") if i in years else "" for i in range(view.columns)), tuple(" " if narrow else initial for initial in view.initials))
    lines = [(key, numbers) for key, numbers in (("recorded", view.recorded), ("required", (view.required,) * view.columns)) if key in names]
    series = [*((names.get(layer.fill, names[""]), layer.people) for layer in view.layers), *((names[key], numbers) for key, numbers in lines)]
    chart = add_chart(slide, frame, XL_CHART_TYPE.COLUMN_STACKED, ChartData(levels, tuple(series)), made, view.alt, view.title)
    placed(chart, (inner.left - frame.left) / frame.width, (inner.top - frame.top) / frame.height, inner.width / frame.width, inner.height / frame.height)
    plot, scale, months = chart.plots[0], chart.value_axis, chart.category_axis
    plot.gap_width, plot.overlap = 18, 100
    scale.minimum_scale, scale.maximum_scale, scale.major_unit = 0, view.scale[-1][0], view.scale[1][0]
    scale.tick_labels.number_format, scale.tick_labels.number_format_is_linked = GROUPED[language], False
    scale.tick_labels.font.color.rgb = colour_of(LIGHT.muted)
    scale.format.line.fill.background()
    coloured(scale.major_gridlines.format.line, LIGHT.rule, 0.75)
    coloured(months.format.line, LIGHT.muted, 1)
    scale.major_tick_mark = months.major_tick_mark = XL_TICK_MARK.NONE
    months.tick_labels.font.size = Pt(12)
    for held, layer in zip(plot.series, view.layers, strict=False):
        _layer(held, COLOURS.get(layer.fill, LIGHT.hatch), view)
    _as_lines(chart, [(key, LINES[key]) for key, _ in lines])
    return chart


def _layer(series: object, colour: str, view: ProjectionView) -> None:
    """Colour a layer: paler where it is computed back, hatched where it lies ahead of today."""
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour_of(colour)
    ahead = view.columns if view.forecast_column is None else view.forecast_column
    for i in (*range(view.record_column), *range(ahead, view.columns)):
        held = series.points[i].format.fill
        _hatched(held, colour) if i >= ahead else _pale(held, colour)


def _hatched(held: FillFormat, colour: str) -> None:
    held.patterned()
    held.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    held.fore_color.rgb, held.back_color.rgb = colour_of(LIGHT.ground), colour_of(colour)


def _pale(held: FillFormat, colour: str) -> None:
    held.solid()
    held.fore_color.rgb = colour_of("#" + "".join(f"{(int(colour[i:i + 2], 16) + int(LIGHT.ground[i:i + 2], 16)) // 2:02x}" for i in (1, 3, 5)))


def _as_lines(chart: Chart, colours: list[tuple[str, str]]) -> None:
    """Turn the last series into lines of the same chart and the same scale: they stay in the sheet and can be edited with it."""
    if not colours:
        return
    area = chart._chartSpace.chart.plotArea
    bars = area.find(qn("c:barChart"))
    held = bars.findall(qn("c:ser"))[-len(colours):]
    axes = "".join(f'<c:axId val="{axis.get("val")}"/>' for axis in bars.findall(qn("c:axId")))
    lines = parse_xml(f'<c:lineChart {nsdecls("c", "a")}><c:grouping val="standard"/><c:varyColors val="0"/><c:marker val="1"/>{axes}</c:lineChart>')
    bars.addnext(lines)
    for i, (series, (key, colour)) in enumerate(zip(held, colours, strict=True)):
        for name in ("c:spPr", "c:invertIfNegative"):
            for old in series.findall(qn(name)):
                series.remove(old)
        outline = f'<a:ln w="28575" cap="flat"><a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill></a:ln>'
        # The need is one level; the record is one dash a month, for nothing is known between two months.
        steady = key == "required"
        series.find(qn("c:tx")).addnext(parse_xml(f'<c:spPr {nsdecls("c", "a")}>{outline if steady else "<a:ln><a:noFill/></a:ln>"}</c:spPr>'))
        mark = '<c:symbol val="none"/>' if steady else f'<c:symbol val="dash"/><c:size val="9"/><c:spPr><a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        series.find(qn("c:spPr")).addnext(parse_xml(f'<c:marker {nsdecls("c", "a")}>{mark}</c:marker>'))
        series.append(parse_xml(f'<c:smooth {nsdecls("c")} val="0"/>'))
        lines.insert(2 + i, series)


def _cliff_rows(view: ProjectionView, width: float) -> list[tuple[CliffView, float, int]]:
    """Return the largest falls that find room: each with the left edge of its words and its row."""
    step, taken, found = width / view.columns, [[], []], []
    for cliff in sorted(view.cliffs, key=lambda cliff: -cliff.people):
        needed = width_of(_fall(view, cliff), SMALLEST, True) + 0.1
        at = step * cliff.column
        left = at + 0.06 if at + needed < width else at - needed
        row = next((i for i, held in enumerate(taken) if all(left + needed < a or left > b for a, b in held)), None)
        if row is not None:
            taken[row].append((left, left + needed))
            found.append((cliff, left, row))
    return found


def _fall(view: ProjectionView, cliff: CliffView) -> str:
    """Return a fall in one line: the view says them in the order of its cliffs."""
    return clean(view.falls[view.cliffs.index(cliff)])


def _cliff(slide: Slide, inner: Box, view: ProjectionView, cliff: CliffView, place: tuple[float, float, float], language: str) -> None:
    """Write a fall above the months and lead a line down to it."""
    left, at, top = place
    totals = [sum(column) for column in zip(*(layer.people for layer in view.layers), strict=True)]
    foot = inner.bottom - inner.height * totals[cliff.column] / view.scale[-1][0]
    name, words = words_in(language)("deck.cliff", month=cliff.lines[0]), _fall(view, cliff)
    _line(slide, (inner.left + at, top), (inner.left + at, foot), LIGHT.accent, 1.5, True, name)
    width, align = width_of(words, SMALLEST, True) + 0.1, "left" if left > at else "right"
    add_text(slide, Box(inner.left + left, top, width if align == "left" else width - 0.06, CLIFF), (Line(words, SMALLEST, LIGHT.accent, True, align),), language, name)


def _line(slide: Slide, start: tuple[float, float], end: tuple[float, float], colour: str, points: float, dash: bool, name: str) -> None:
    corners = Box(*start, *end).emu
    held = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *corners)
    held.line.dash_style = MSO_LINE.SQUARE_DOT if dash else None
    coloured(held.line, colour, points)
    plain_shape(held)
    described(held, name, name)


def _mark_rows(view: ProjectionView, width: float) -> Iterable[tuple[str, float, float, int]]:
    """Return each month to point at: its words, their left edge, the month's middle, and its row."""
    step, ends, found = width / view.columns, [], []
    for mark in view.marks:
        needed, at = width_of(mark.label, SMALLEST) + 0.1, step * (mark.column + 0.5)
        left = at + 0.05 if at + needed < width else at - needed - 0.02
        row = next((i for i, end in enumerate(ends) if left > end + 0.1), len(ends))
        ends[row:row + 1] = [left + needed]
        found.append((mark.label, left, at, row))
    return found


def _mark(slide: Slide, box: Box, at: float, top: float, label: str, language: str) -> None:
    _line(slide, (at, top + 0.26), (at, box.bottom - 0.03), LIGHT.ink, 1, False, label)
    add_text(slide, box, (Line(label, SMALLEST, align="left" if box.left > at else "right"),), language, label)


def _swatch(slide: Slide, box: Box, key: str, words: str, language: str) -> None:
    if key in LINES:
        _line(slide, (box.left, box.top + box.height / 2), (box.left + box.width, box.top + box.height / 2), LINES[key], 2.25, False, words)
        return
    shape = add_swatch(slide, box, words)
    shape.line.fill.background()
    if key == "forecast":
        _hatched(shape.fill, LIGHT.hatch)
    elif key == "back":
        _pale(shape.fill, LIGHT.hatch)
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour_of(COLOURS.get(key, LIGHT.hatch))
