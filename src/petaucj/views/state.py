"""The view a link describes: the URL is the only state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from petaucj.data.plan_format import REGIME_OF
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.names import match_name
from petaucj.views.plan_address import plausible
from petaucj.views.story_words import read_story

# Permanent words of the address, and what the domain calls them.
INDICATORS = {"cakupan": "coverage", "kesenjangan": "gap", "peserta": "active", "dibayar": "paid_for", "sumber-dana": "mix",
              "tertanggung": "protected"}
BASES = {"cetak": "printed", "bekerja": "bps_employed", "potensi": "bpjs_potential", "angkatan": "bps_labour_force"}
REGIMES = dict(REGIME_OF)
STATUSES = {"realisasi": "realised", "rencana": "planned", "kosong": "gap"}
GROUPS = ("semua", "padang", "solok", "bukittinggi")
SECTIONS = ("sumber", "pertentangan", "umur", "unduh", "metode")
LAST_PAGE = 99
# The one indicator that looks ahead, and how many months beyond today.
FORECAST, MONTHS_AHEAD = "tertanggung", 24
SCENARIOS = ("a", "b", "c")
LANGUAGES = ("id", "en")
PARAMETERS = ("daerah", "per", "indikator", "basis", "banding", "target", "tahun", "status", "kelompok", "bagian", "halaman",
              "skenario", *SCENARIOS, "langkah", "bahasa")


@dataclass(frozen=True, slots=True)
class Notice:
    """A value of the address that means nothing, and the districts it may have meant."""

    parameter: str
    value: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewState:
    """One view. Empty text or None means "not chosen"; ``per`` None means the newest month."""

    daerah: str = ""
    per: Month | None = None
    indikator: str = "cakupan"
    basis: str = "cetak"
    banding: Month | None = None
    target: str = ""
    tahun: int | None = None
    status: str = "realisasi"
    kelompok: str = "semua"
    bagian: str = "sumber"
    halaman: int = 1
    skenario: str = "a"
    a: str = ""
    b: str = ""
    c: str = ""
    langkah: str = ""
    bahasa: str = "id"

    @classmethod
    def parse(cls, query: Mapping[str, str], atlas: Atlas, last: Month) -> tuple[ViewState, tuple[Notice, ...]]:
        """Read the view from query parameters.

        Parameters
        ----------
        query : the parameters as text.
        atlas : tells which districts and months exist.
        last : the last month that may be chosen; the indicator that forecasts may look MONTHS_AHEAD further.

        Returns
        -------
        The view, with the default in place of every value that means nothing, and one
        notice for each such value.
        """
        values: dict[str, object] = {}
        notices: list[Notice] = []
        for name in PARAMETERS:
            text = query.get(name, "")
            if not text:
                continue
            until = last.plus(MONTHS_AHEAD) if name == "per" and query.get("indikator") == FORECAST else last
            try:
                values[name] = _READERS[name](text, atlas, until)
            except ValueError:
                candidates = _candidates(text, atlas) if name == "daerah" else ()
                notices.append(Notice(name, text[:40], candidates))
        return cls(**values), tuple(notices)

    def query(self) -> dict[str, str]:
        """Return the parameters that differ from the defaults, in a fixed order; ``parse`` reads them back."""
        plain = ViewState()
        return {name: str(getattr(self, name)) for name in PARAMETERS if getattr(self, name) != getattr(plain, name)}

    def with_(self, **changes: object) -> ViewState:
        """Return the view with some values changed."""
        return replace(self, **changes)


def _choice(allowed) -> object:
    def read(text: str, atlas: Atlas, last: Month) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text
    return read


def _month(text: str, atlas: Atlas, last: Month) -> Month:
    month = Month.parse(text)
    if not atlas.first_month <= month <= last:
        raise ValueError(text)
    return month


def _district(text: str, atlas: Atlas, last: Month) -> str:
    if text not in atlas.district_by_code:
        raise ValueError(text)
    return text


def _year(text: str, atlas: Atlas, last: Month) -> int:
    if not (len(text) == 4 and text.isdecimal() and 2015 <= int(text) <= 2045):
        raise ValueError(text)
    return int(text)


def _group(text: str, atlas: Atlas, last: Month) -> str:
    if text in GROUPS:
        return text
    codes = text.split(",")
    if not set(codes) <= set(atlas.district_by_code):
        raise ValueError(text)
    return ",".join(sorted(set(codes)))


def _page(text: str, atlas: Atlas, last: Month) -> int:
    if text not in map(str, range(1, LAST_PAGE + 1)):
        raise ValueError(text)
    return int(text)


def _plan(text: str, atlas: Atlas, last: Month) -> str:
    if not plausible(text):
        raise ValueError(text)
    return text


def _story(text: str, atlas: Atlas, last: Month) -> str:
    return read_story(text, atlas.district_by_code)


_READERS = {
    "daerah": _district, "per": _month, "indikator": _choice(INDICATORS), "basis": _choice(BASES), "banding": _month,
    "target": _choice(REGIMES), "tahun": _year, "status": _choice(STATUSES), "kelompok": _group,
    "bagian": _choice(SECTIONS), "halaman": _page, "bahasa": _choice(LANGUAGES),
    "langkah": _story, "skenario": _choice(SCENARIOS), **dict.fromkeys(SCENARIOS, _plan),
}


def _candidates(text: str, atlas: Atlas) -> tuple[str, ...]:
    """Return the districts a wrong code may have meant: by name, or by BPS code."""
    by_bps = tuple(d.code for d in atlas.districts if d.bps_code == text)
    if by_bps:
        return by_bps
    found = match_name(text, atlas.aliases)
    return (found.code,) if found.code else found.candidates


def group_codes(state: ViewState, atlas: Atlas) -> tuple[str, ...]:
    """Return the districts of the chosen group, in the order of the register."""
    if state.kelompok == "semua":
        return tuple(d.code for d in atlas.districts)
    if state.kelompok in GROUPS:
        return tuple(d.code for d in atlas.districts if d.branch == state.kelompok)
    chosen = set(state.kelompok.split(","))
    return tuple(d.code for d in atlas.districts if d.code in chosen)
