"""How one step of a story stands on a card: heading, message, numbers, its picture, and the foot every card carries."""

from __future__ import annotations

from dataclasses import dataclass, replace

from petaucj.draw.card import LEADING, Sheet, lines_of, modules_of
from petaucj.draw.card_bars import lay_bars, lay_gauge
from petaucj.draw.card_map import SIGN, TEXTURED, lay_legend, lay_map, lay_small
from petaucj.draw.lettering import width_of
from petaucj.draw.projection import PLOT, draw_projection
from petaucj.text.rich import plain_of
from petaucj.views.bars import BarsView
from petaucj.views.gauge import GaugeView
from petaucj.views.map import MapView
from petaucj.views.plan_head import BigNumber
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.stamp import Stamp
from petaucj.views.story import Step


@dataclass(frozen=True, slots=True)
class Shape:
    """One size of card: pixels, margin and the sizes of its letters.

    ``months`` is how wide the months are drawn before they are enlarged: the narrower, the larger their letters.
    """

    name: str
    width: int
    height: int
    margin: float
    heading: float
    message: float
    note: float
    foot: float
    qr: float
    small: float
    months: float

    @property
    def wide(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


SLIDE = Shape("slide", 1920, 1080, 88, 54, 40, 31, 22, 150, 26.7, 740)
PHONE = Shape("whatsapp", 1080, 1350, 56, 53, 41, 31, 22, 170, 27, 410)
# So many numbers stand side by side; with less room than this below a telephone's message, they leave none for months that can be read.
NUMBERS, MONTHS = 3, 580.0
# How much of a telephone's width the map takes, and how high its list of colours is in sizes of its letters.
PLACE, ROWS = 0.58, 9.0
# Pixels of one module of a code that a telephone can still read, and the gap between the lines of the foot.
MODULE, GAP = 3.0, 4.0


def draw_card(step: Step, stamp: Stamp, shape: Shape, qr: str) -> str:
    """Return the card of a step as SVG, its colours still classes; ``qr`` is the code as SVG, "" without a public address."""
    sheet = Sheet(shape.width, shape.height, shape.margin)
    bottom = _foot(sheet, step, stamp, shape, qr)
    beside = isinstance(step.picture, MapView) and shape.wide
    room = sheet.inner * 0.52 if beside else sheet.inner
    y = sheet.say(step.title, sheet.margin, shape.margin * 0.62, shape.heading, room, bold=True, most=2, leading=1.2)
    y = sheet.say(step.message, sheet.margin, y + 8, shape.message, room, most=6)
    compact = isinstance(step.picture, ProjectionView) and bool(step.numbers) and not shape.wide
    if compact and bottom - y < MONTHS:
        step, compact = replace(step, picture=None), False
    if not isinstance(step.picture, MapView) and not compact:
        for line in step.lines[:2 if shape.wide or isinstance(step.picture, BarsView | None) else 1]:
            y = sheet.say(line, sheet.margin, y + 4, shape.note, room, "muted", most=3)
    if step.numbers:
        y = _numbers(sheet, step.numbers[:NUMBERS], y + 18, shape, compact)
    _picture(sheet, step, y + 20, bottom - 20, shape, room)
    return sheet.finished(step.title, f"{plain_of(step.message)} {getattr(step.picture, 'alt', '')}".strip())


def _picture(sheet: Sheet, step: Step, top: float, bottom: float, shape: Shape, room: float) -> None:
    view = step.picture
    if isinstance(view, MapView):
        _map(sheet, view, top, bottom, shape, room)
    elif isinstance(view, BarsView):
        lay_bars(sheet, view, top, bottom, shape.note * 1.12)
    elif isinstance(view, GaugeView):
        lay_gauge(sheet, view, top, bottom, shape.note)
    elif isinstance(view, ProjectionView):
        _months(sheet, view, top, bottom, shape)


def _map(sheet: Sheet, view: MapView, top: float, bottom: float, shape: Shape, room: float) -> None:
    size = shape.note * 0.84
    if shape.wide:
        left, high = sheet.margin + room + 60, shape.margin * 0.62
        small = lay_map(sheet, view, (left, high, sheet.right - left, bottom - high), size * 0.92)
        y = lay_legend(sheet, view.legend, sheet.margin, top, room, size)
        lay_small(sheet, small, sheet.margin, y + 22, min(room, size * 22), size)
        return
    # The letters are named in the foot of every card.
    legend = tuple(entry for entry in view.legend if TEXTURED not in entry.swatch)
    signs = tuple(entry for entry in legend if entry.swatch.startswith(SIGN))
    colours = tuple(entry for entry in legend if entry not in signs)
    bottom -= lay_legend(Sheet(shape.width, shape.height, shape.margin), signs, sheet.margin, 0.0, sheet.inner, size) + 12
    small = lay_map(sheet, view, (sheet.margin, top, sheet.inner * PLACE, bottom - top), size)
    left = sheet.margin + sheet.inner * (PLACE + 0.03)
    y = lay_small(sheet, small, left, top, sheet.right - left, size * 1.1)
    lay_legend(sheet, colours, left, max(y + size, bottom - size * ROWS), sheet.right - left, size)
    lay_legend(sheet, signs, sheet.margin, bottom + 12, sheet.inner, size)


def _months(sheet: Sheet, view: ProjectionView, top: float, bottom: float, shape: Shape) -> None:
    """Draw the months as high as the place allows, so that the enlarged picture fills it."""
    first = draw_projection(view, PLOT, shape.months)
    usual = float(first.partition("viewBox=\"0 0 ")[2].partition('"')[0].split()[1])
    wanted = (bottom - top) * shape.months / sheet.inner
    sheet.place(draw_projection(view, min(max(90.0, PLOT + wanted - usual), shape.months * 0.6), shape.months), sheet.margin, top, sheet.inner, bottom - top)


def _numbers(sheet: Sheet, numbers: tuple[BigNumber, ...], y: float, shape: Shape, compact: bool) -> float:
    """Write the numbers side by side, their values on one line and as large as the longest allows, without details where ``compact``; return where they end."""
    gap, small = 48.0 if shape.wide else 28.0, shape.small
    width = (sheet.inner - gap * (len(numbers) - 1)) / len(numbers)
    size = min(shape.heading * 1.18, *(width * 0.99 / width_of(number.value, 1.0, True) for number in numbers))
    below, ends = y + 4 + max(lines_of(number.label, small, width, most=2) for number in numbers) * small * LEADING, []
    for i, number in enumerate(numbers):
        x = sheet.margin + (width + gap) * i
        sheet.rule(y, "tick", 1.5, x, x + width)
        sheet.say(number.label, x, y + 4, small, width, "muted", most=2)
        at = sheet.say(number.value, x, below - 4, size, width, bold=True, most=1, leading=1.15)
        ends.append(at if compact else sheet.say(number.detail, x, at + 4, small, width, most=3 if shape.wide else 4))
    return max(ends)


def _foot(sheet: Sheet, step: Step, stamp: Stamp, shape: Shape, qr: str) -> float:
    """Write source, stamp and code from the bottom up; return where the foot begins."""
    side = max(shape.qr, modules_of(qr) * MODULE) if qr else 0.0
    width = sheet.inner - (side + 28 if qr else 0)
    told = (step.source, f"{stamp.as_of} · {stamp.made_on} · {stamp.data}", "; ".join(stamp.bases), stamp.warning, stamp.address_line)
    size, leading = shape.foot, 1.3
    rows = sum(lines_of(line, size, width, most=3) for line in told)
    top = sheet.height - shape.margin * 0.55 - max(rows * size * leading + GAP * len(told), side) - 14
    sheet.rule(top)
    y = top + 10
    for line in told:
        y = sheet.say(line, sheet.margin, y, size, width, "muted", most=3, leading=leading) + GAP
    if qr:
        sheet.place(qr, sheet.right - side, top + 12, side, side)
    return top
