"""What the page says that stands in a frame on somebody else's site: one district and nothing else, or the whole province."""

from __future__ import annotations

from dataclasses import dataclass, replace

from petaucj.data.notices import BoundaryRights, load_boundary_rights
from petaucj.views.evidence import FigureNote
from petaucj.views.handout import Handout, build_handout
from petaucj.views.map import AreaMark, MapView
from petaucj.views.occasion import Occasion
from petaucj.views.pocket import Payment, build_payments, build_printed_map
from petaucj.views.province import ProvinceView, build_province
from petaucj.views.stamp import Stamp, build_stamp
from petaucj.views.story_notes import source_line


@dataclass(frozen=True, slots=True)
class EmbedPanel:
    """One district of the frame; ``source`` names the documents of its figure in one line."""

    handout: Handout
    payments: tuple[Payment, ...]
    source: str


@dataclass(frozen=True, slots=True)
class EmbedView:
    """The frame: ``locked`` is the one district it shows, "" for the province; ``panels`` hold that one, or all of them.

    A locked map says where the district lies and no more. ``source`` stands always in sight.
    """

    language: str
    locked: str
    stamp: Stamp
    map: MapView
    province: ProvinceView
    panels: tuple[EmbedPanel, ...]
    source: str
    rights: tuple[str, ...]


def build_embed(occasion: Occasion, rights: BoundaryRights | None = None) -> EmbedView:
    """Return the frame of an occasion, locked to its district when it has one; ``rights`` are those of the boundaries in geodata/ unless given."""
    locked = occasion.state.daerah
    view, province = build_printed_map(occasion), build_province(occasion.atlas, occasion.reader)
    codes = [locked] if locked else [mark.code for mark in view.marks]
    panels = tuple(_panel(occasion.of(code)) for code in codes)
    if locked:
        names = {district.code: district.name for district in occasion.atlas.districts}
        view = replace(view, marks=tuple(_context(mark, mark.spoken if mark.code == locked else names[mark.code]) for mark in view.marks))
    return EmbedView(
        language=occasion.reader.language, locked=locked, stamp=build_stamp(occasion), map=view, province=province, panels=panels,
        source=panels[0].source if locked else source_line(province.note, occasion), rights=(rights or load_boundary_rights()).attribution,
    )


def _panel(occasion: Occasion) -> EmbedPanel:
    handout = build_handout(occasion)
    behind = FigureNote("", (), tuple(source for note in handout.standing.notes for source in note.sources), ())
    # A district without a figure may still have documents on who pays.
    if not behind.sources and handout.funding.notes:
        behind = replace(behind, sources=tuple(source for held in handout.funding.notes.notes for source in held.note.sources))
    return EmbedPanel(handout, build_payments(handout.funding), source_line(behind, occasion))


def _context(mark: AreaMark, spoken: str) -> AreaMark:
    """Return a mark that only says where a district lies: no figure, no colour that would need a legend."""
    return replace(mark, fill="plain", value="", date="", letter="", mark="", spoken=spoken)
