"""What every handout carries: as-of month, day it was made, data version, bases, the way back, and whose boundaries they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from petaucj.domain.records import BASES, BASIS_LETTERS
from petaucj.text.dates import day_name, day_short
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import basis_name, month_name
from petaucj.views.plan_sheet import public_address

ROOM_OF_DISTRICT, ROOM_OF_PROVINCE = "daerah", "peta"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The same lines on every handout, in the reader's words.

    ``address`` is the public way back, "" where none is configured: then ``address_line`` says so and there is no QR code.
    ``bases`` explains the letters; ``rights`` are the attribution lines of the boundaries; ``release_date`` is ISO.
    """

    language: str
    place: str
    code: str
    as_of: str
    as_of_iso: str
    made_on: str
    made_on_iso: str
    data: str
    release_hash: str
    release_date: str
    bases: tuple[str, ...]
    warning: str
    address: str
    address_line: str

    @property
    def lines(self) -> tuple[str, ...]:
        """As-of, day and data version, bases, warning and address: what stands in small print."""
        return (f"{self.as_of} · {self.made_on} · {self.data}", *self.bases, self.warning, self.address_line)


def build_stamp(occasion: Occasion) -> Stamp:
    """Return the stamp of an occasion."""
    atlas, reader, state = occasion.atlas, occasion.reader, occasion.state
    words, district = reader.words, atlas.district_by_code.get(state.daerah)
    address = back_address(occasion)
    return Stamp(
        reader.language, district.name if district else words("bahan.province"), state.daerah,
        words("bahan.as_of", month=month_name(reader.per, reader)), str(reader.per),
        words("bahan.made_on", day=day_name(occasion.day, reader.language)), occasion.day.isoformat(),
        words("bahan.data", number=atlas.release_number, hash=atlas.release_hash,
              date=day_short(date.fromisoformat(atlas.release_date), reader.language)),
        atlas.release_hash, atlas.release_date,
        tuple(words("bahan.basis", letter=BASIS_LETTERS[basis], name=basis_name(basis, reader)) for basis in BASES),
        words("bahan.warning"), address, words("bahan.address", address=address) if address else words("bahan.no_address"),
    )


def back_address(occasion: Occasion) -> str:
    """Return the address that leads back to this view, with its month and language spelled out; "" without a public address."""
    base = public_address(occasion.public_url.rstrip("/"))
    if not base:
        return ""
    state = occasion.state.with_(per=occasion.reader.per, bahasa=occasion.reader.language)
    room = ROOM_OF_DISTRICT if state.daerah else ROOM_OF_PROVINCE
    return f"{base}/{room}?{urlencode(state.query(), safe=',')}"
