"""What the one-file page for a telephone says: the province, every district, one table, and how to read it."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.data.notices import BoundaryRights, load_boundary_rights
from petaucj.domain.names import normalised
from petaucj.views.daerah_funding import FundingView
from petaucj.views.handout import Handout, build_handout
from petaucj.views.map import MapView
from petaucj.views.occasion import Occasion
from petaucj.views.peta import build_map
from petaucj.views.pocket_table import SortTable, build_sort_table
from petaucj.views.province import ProvinceView, build_province
from petaucj.views.stamp import Stamp, build_stamp


@dataclass(frozen=True, slots=True)
class Payment:
    """One statement of who pays: fund, people and length, for whom, which months, its state.

    ``share`` is the length of its bar against the longest of the district, 0 to 1; ``planned`` is drawn hollow.
    """

    fund: str
    people: str
    group: str
    period: str
    status: str
    fill: str
    share: float
    planned: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One district: its handout, the line the map says of it, who pays, and the names it is found by (lower case, one blank between words)."""

    handout: Handout
    line: str
    payments: tuple[Payment, ...]
    found_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PocketView:
    """The whole file: ``chosen`` is the code it opens at, "" for the province; ``panels`` stand in the order of the register.

    ``reading`` explains figures, letters and signs in whole sentences; ``rights`` are the attribution lines of the boundaries.
    """

    language: str
    chosen: str
    stamp: Stamp
    map: MapView
    province: ProvinceView
    panels: tuple[Panel, ...]
    table: SortTable
    reading: tuple[str, ...]
    rights: tuple[str, ...]


def build_pocket(occasion: Occasion, rights: BoundaryRights | None = None) -> PocketView:
    """Return the page of an occasion, opened at its district; ``rights`` are those of the boundaries in geodata/ unless given."""
    atlas, reader = occasion.atlas, occasion.reader
    view = build_printed_map(occasion)
    panels = tuple(_panel(build_handout(occasion.of(mark.code)), mark.spoken, occasion) for mark in view.marks)
    words = reader.words
    reading = (words("frame.what.text"), *view.notes, words("saku.read.gap"), words("saku.read.cost"), words("saku.read.months"), words("daerah.funding.rule"))
    return PocketView(
        language=reader.language, chosen=occasion.state.daerah, stamp=build_stamp(occasion), map=view, province=build_province(atlas, reader),
        panels=panels, table=build_sort_table(tuple(p.handout for p in panels), view, occasion), reading=reading,
        rights=(rights or load_boundary_rights()).attribution,
    )


def build_printed_map(occasion: Occasion) -> MapView:
    """Return the map of coverage as published: the one map in which every district with a figure is seen."""
    return build_map(occasion.atlas, occasion.state.with_(indikator="cakupan", basis="cetak"), occasion.reader)


def _panel(handout: Handout, spoken: str, occasion: Occasion) -> Panel:
    district = occasion.atlas.district_by_code[handout.code]
    names = [normalised(name) for name in (district.name, district.name_short, district.name_tile)]
    usual = [alias for alias, codes in occasion.atlas.aliases.items() if handout.code in codes]
    return Panel(handout, spoken.removeprefix(f"{district.name}: "), build_payments(handout.funding), tuple(dict.fromkeys((*names, *usual))))


def build_payments(funding: FundingView) -> tuple[Payment, ...]:
    """Return the statements with a number of people, each with the months and state of its row in the table."""
    longest = max((bar.people for bar in funding.bars), default=0) or 1
    found = []
    for bar in funding.bars:
        number, _, fund = bar.label.partition(". ")
        row = funding.table.rows[int(number) - 1]
        found.append(Payment(fund, bar.text, row[2], row[7], row[8], bar.fill, bar.people / longest, bar.planned))
    return tuple(found)
