"""Native charts of a deck: a chart's data is in its own workbook, so that an office can edit it; here bars and the gauge."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import BarSeries
from pptx.dml.line import LineFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Pt
from xlsxwriter import Workbook

from petaucj.draw.palette import LIGHT, fills
from petaucj.share.deck_text import SMALLEST, Box, Line, clean, colour_of, described, fill, width_of
from petaucj.text.words import words_in
from petaucj.views.bars import BarsView
from petaucj.views.gauge import GaugeView

# The sheet a chart points to; the library writes this name into every reference.
SHEET = "Sheet1"
COLOURS = fills(LIGHT)
PER_CENT = {"id": '0" %"', "en": '0"%"'}


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a chart shows: ``levels`` name its columns from the outermost inward, one tuple each; ``series`` are (name, numbers)."""

    levels: tuple[tuple[str, ...], ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]


def add_chart(slide: Slide, box: Box, kind: XL_CHART_TYPE, data: ChartData, made: tuple[int, int, int], alt: str, name: str) -> Chart:
    """Add a native chart without title and legend; ``made`` dates its workbook, ``alt`` says it in words."""
    held = CategoryChartData()
    if len(data.levels) > 1:
        _nested(held, *data.levels)
    else:
        held.categories = [clean(label) for label in data.levels[-1]]
    for title, numbers in data.series:
        held.add_series(clean(title), numbers)
    frame = slide.shapes.add_chart(kind, *box.emu, held)
    described(frame, alt, name)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(_workbook(data, made))
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(SMALLEST), "+mn-lt", colour_of(LIGHT.ink)
    return chart


def _nested(held: CategoryChartData, outer: tuple[str, ...], inner: tuple[str, ...]) -> None:
    """Put each inner label below its outer one; an empty outer label goes on with the one before."""
    group = None
    for above, label in zip(outer, inner, strict=True):
        group = held.add_category(clean(above)) if above or group is None else group
        group.add_sub_category(clean(label))


def _workbook(data: ChartData, made: tuple[int, int, int]) -> bytes:
    """Return the sheet behind a chart: labels left, one column a series. Words are written as words, never as formulas."""
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(*made)})
    sheet = book.add_worksheet(SHEET)
    for column, labels in enumerate(data.levels):
        for row, label in enumerate(labels, 1):
            if label:
                sheet.write_string(row, column, clean(label))
    for column, (title, numbers) in enumerate(data.series, len(data.levels)):
        sheet.write_string(0, column, clean(title))
        for row, number in enumerate(numbers, 1):
            if number is not None:
                sheet.write_number(row, column, number)
    book.close()
    return held.getvalue()


def placed(chart: Chart, left: float, top: float, width: float, height: float) -> None:
    """Put the bars' own ground at a place, in shares of the chart, so that drawings beside it can meet it."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    where = "".join(f'<c:{key} val="{value:.5f}"/>' for key, value in (("x", left), ("y", top), ("w", width), ("h", height)))
    area.insert(0, parse_xml(f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>{where}</c:manualLayout></c:layout>'))


def coloured(line: LineFormat, colour: str, points: float, dash: bool = False) -> None:
    """Draw a line or an outline."""
    line.color.rgb, line.width = colour_of(colour), Pt(points)
    if dash:
        line.dash_style = MSO_LINE.DASH


def _bar_chart(slide: Slide, box: Box, data: ChartData, made: tuple[int, int, int], alt: str, name: str, labels: float) -> Chart:
    """Add lying bars, the first on top, their labels in a column ``labels`` inches wide."""
    chart = add_chart(slide, box, XL_CHART_TYPE.BAR_CLUSTERED, data, made, alt, name)
    names, scale = chart.category_axis, chart.value_axis
    names.reverse_order, names.major_tick_mark, scale.major_tick_mark = True, XL_TICK_MARK.NONE, XL_TICK_MARK.NONE
    coloured(names.format.line, LIGHT.muted, 1)
    scale.minimum_scale, scale.has_major_gridlines = 0, False
    scale.format.line.fill.background()
    placed(chart, labels / box.width, 0.0, 1 - labels / box.width, 1.0)
    return chart


def _label_width(labels: Sequence[str], box: Box) -> float:
    return min(box.width * 0.42, max(width_of(clean(label), SMALLEST) for label in labels) + 0.25)


def _told(series: BarSeries, at: int, words: str, language: str, size: float) -> None:
    """Write the view's own words at the end of a bar."""
    label = series.points[at].data_label
    fill(label.text_frame, (Line(words, size, bold=True),), language)
    # Words at the end of a bar stay on one line.
    label.text_frame.word_wrap = False
    label.position = XL_LABEL_POSITION.OUTSIDE_END


def draw_bars(slide: Slide, box: Box, view: BarsView, made: tuple[int, int, int], language: str) -> None:
    """Draw the bars; hollow ones have only an outline, the chosen one a strong outline."""
    data = ChartData((tuple(item.label for item in view.items),), ((view.unit, tuple(item.value for item in view.items)),))
    labels = _label_width([item.label for item in view.items], box)
    chart = _bar_chart(slide, box, data, made, view.alt, view.title, labels)
    plot, scale = chart.plots[0], chart.value_axis
    plot.gap_width, plot.vary_by_categories, scale.tick_label_position = 55, False, XL_TICK_LABEL_POSITION.NONE
    room = box.width - labels
    # So long that every bar and the words behind it fit; never shorter than the longest bar.
    scale.maximum_scale = max([1.0, *(item.value * room / max(room * 0.3, room - 0.25 - width_of(clean(item.text), 16, True)) for item in view.items)])
    for i, item in enumerate(view.items):
        shape = plot.series[0].points[i].format
        colour = COLOURS.get(item.fill, LIGHT.hatch)
        if item.hollow:
            shape.fill.background()
            coloured(shape.line, colour, 2, dash=True)
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = colour_of(colour)
            if item.chosen:
                coloured(shape.line, LIGHT.accent, 3)
        _told(plot.series[0], i, item.text, language, 16)


def draw_gauge(slide: Slide, box: Box, view: GaugeView, made: tuple[int, int, int], language: str) -> None:
    """Draw the value and the targets on one scale that goes beyond 100 where the value does; the 100 line is always there."""
    words, ticks = words_in(language), sorted(view.ticks, key=lambda tick: tick.at)
    names, none = (words("bahan.number.position"), *(tick.label for tick in ticks)), (None,) * len(ticks)
    series = [(names[0], (view.value, *none)), *([(words("deck.target"), (None, *(tick.at for tick in ticks)))] if ticks else [])]
    labels = _label_width(names, box)
    chart = _bar_chart(slide, box, ChartData((names,), tuple(series)), made, view.alt, view.caption, labels)
    plot, scale = chart.plots[0], chart.value_axis
    plot.gap_width, plot.overlap, plot.vary_by_categories = 40, 100, False
    room = box.width - labels
    scale.maximum_scale = max(view.axis, 100 * room / (room - 0.3), view.value * room / (room - 0.25 - width_of(view.value_text, 24, True)))
    scale.major_unit, scale.minor_unit, scale.has_major_gridlines, scale.has_minor_gridlines = 100, 20, True, True
    coloured(scale.major_gridlines.format.line, LIGHT.muted, 1.25)
    # The library colours the major lines only.
    thin = f'<c:spPr {nsdecls("c", "a")}><a:ln w="9525"><a:solidFill><a:srgbClr val="{LIGHT.rule[1:].upper()}"/></a:solidFill></a:ln></c:spPr>'
    scale._element.find(qn("c:minorGridlines")).append(parse_xml(thin))
    scale.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    scale.tick_labels.number_format, scale.tick_labels.number_format_is_linked = PER_CENT[language], False
    scale.tick_labels.font.color.rgb = colour_of(LIGHT.muted)
    placed(chart, labels / box.width, 0.0, 1 - labels / box.width, 1 - 0.34 / box.height)
    _coloured_gauge(list(plot.series), view, [tick.chosen for tick in ticks])
    _told(plot.series[0], 0, view.value_text, language, 24)


def _coloured_gauge(series: list[BarSeries], view: GaugeView, chosen: list[bool]) -> None:
    """Colour the value by its class, the chosen target by the accent, the others quietly."""
    for held, colour in zip(series, (COLOURS.get(view.fill, LIGHT.hatch), LIGHT.hatch), strict=False):
        held.format.fill.solid()
        held.format.fill.fore_color.rgb = colour_of(colour)
    for i, picked in enumerate(chosen, 1):
        if picked:
            point = series[1].points[i].format
            point.fill.solid()
            point.fill.fore_color.rgb = colour_of(LIGHT.accent)
