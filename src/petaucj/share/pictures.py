"""Pictures to send: every picture of a story as a card, for a slide and for WhatsApp, and the preview of a link."""

from __future__ import annotations

from dataclasses import replace

from petaucj.draw.card import Sheet
from petaucj.draw.card_layout import PHONE, SLIDE, draw_card
from petaucj.draw.painted import painted
from petaucj.draw.palette import LIGHT
from petaucj.draw.static_map import draw_static_map
from petaucj.share.artefact import Artefact, file_stem
from petaucj.share.qr import qr_svg
from petaucj.share.raster import png_of
from petaucj.text.rich import plain_of
from petaucj.views.handout import build_handout
from petaucj.views.map import MapView
from petaucj.views.occasion import Occasion
from petaucj.views.plan_head import BigNumber
from petaucj.views.story import Story, build_story

PREVIEW = (1200, 630)
SHAPES = (SLIDE, PHONE)
# On the preview only the place is shown: the colours of figures on different bases would need their legend.
PLACE, ELSEWHERE = "f-not-protected", "f-unspecified"


def write_pictures(story: Story) -> tuple[Artefact, ...]:
    """Return each step with a picture as SVG (1920 by 1080) and as PNG for a slide (the same size) and for WhatsApp (1080 by 1350).

    A step that has nothing to draw has no picture; every other file says why.
    """
    steps = [step for step in story.steps if step.picture is not None]
    qr = qr_svg(story.stamp.address) if story.stamp.address else ""
    stem = file_stem(story.stamp)
    cards = [(f"{stem}-{step.word.replace(':', '-')}", shape, painted(draw_card(step, story.stamp, shape, qr), LIGHT, ground=True))
             for step in steps for shape in SHAPES]
    pixels = png_of([(card, shape.width, shape.height) for _, shape, card in cards])
    found = []
    for (name, shape, card), png in zip(cards, pixels, strict=True):
        found += [Artefact(f"{name}.svg", card.encode("utf-8"))] if shape is SLIDE else []
        found.append(Artefact(f"{name}-{shape.name}.png", png))
    return tuple(found)


def write_preview_card(occasion: Occasion) -> bytes:
    """Return the picture a chat app shows beside a link: place, the number of the verdict, a small map; PNG, 1200 by 630, below 250 KB."""
    story = build_story(replace(occasion, state=occasion.state.with_(langkah="provinsi")))
    step, stamp = story.steps[0], story.stamp
    handout = build_handout(occasion) if occasion.state.daerah else None
    sheet, room = Sheet(*PREVIEW, margin=56), 660.0
    y = sheet.say(occasion.reader.words("buku.picture.kind"), 56, 36, 25, room, "muted")
    y = sheet.say(stamp.place, 56, y, 54, room, bold=True, most=2, leading=1.15)
    known = [number for number in handout.numbers[:2] if number.value != "–"] if handout else []
    if known:
        _numbers(sheet, known, y + 8, room)
    else:
        sheet.say(handout.standing.verdict if handout else step.message, 56, y + 22, 36, room, most=6)
    sheet.rule(566, x=56, right=56 + room)
    sheet.say(f"{stamp.as_of} · {stamp.data}", 56, 570, 21, room, "muted", most=1)
    sheet.place(draw_static_map(_located(step.picture) if handout else step.picture, 400), 752, 36, 400, 558)
    told = handout.standing.verdict if handout else step.message
    return png_of([(painted(sheet.finished(stamp.place, plain_of(told)), LIGHT, ground=True), *PREVIEW)])[0]


def _located(view: MapView) -> MapView:
    return replace(view, marks=tuple(replace(mark, fill=PLACE if mark.chosen else ELSEWHERE, chosen=False) for mark in view.marks))


def _numbers(sheet: Sheet, numbers: list[BigNumber], y: float, room: float) -> None:
    for number, size in zip(numbers, (98, 58), strict=False):
        y = sheet.say(number.label, 56, y, 25, room, "muted", most=1)
        y = sheet.say(number.value, 56, y - 4, size, room, "accent" if size == 98 else "", bold=True, most=1, leading=1.14)
        y = sheet.say(number.detail, 56, y, 25, room, most=1) + 8
