"""What a chat app shows of a link: a title and one sentence without markup."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.coverage import newest_coverage
from petaucj.text.rich import plain_of
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import month_name
from petaucj.views.standing import build_standing

# These rooms are about the district itself; in the others the title says which room it is.
_AT_HOME = ("peta", "daerah")


@dataclass(frozen=True, slots=True)
class Preview:
    """``title`` names place and room, ``sentence`` says where the place stands; ``site`` is the name of the whole."""

    title: str
    sentence: str
    site: str


def build_preview(occasion: Occasion, room: str = "peta") -> Preview:
    """Return the preview of a room: the chosen district with its verdict, or the province with how many districts have figures."""
    state, words = occasion.state, occasion.reader.words
    name = words(f"frame.room.{room}")
    if state.daerah:
        standing = build_standing(occasion.atlas, state, state.daerah, occasion.reader)
        key = "pratinjau.district" if room in _AT_HOME else "pratinjau.district_room"
        return Preview(words(key, district=standing.title, room=name), plain_of(standing.verdict), words("frame.brand"))
    title = words("frame.brand") if room == "peta" else words("pratinjau.room", room=name)
    return Preview(title, _province(occasion), words("frame.brand"))


def _province(occasion: Occasion) -> str:
    atlas, reader = occasion.atlas, occasion.reader
    count = sum(newest_coverage(atlas, district.code, reader.per) is not None for district in atlas.districts)
    return reader.words("pratinjau.province", count=count, total=len(atlas.districts), month=month_name(reader.per, reader))
