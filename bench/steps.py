"""What viewers do: one changed parameter per step, the way a person clicks."""

from __future__ import annotations

import csv
import itertools
import random
from collections.abc import Iterator

from bench.client import Viewer
from bench.server import ROOT

Step = dict[str, object]

_WITH_CODES = csv.DictReader((ROOT / "seeds" / "districts.csv").read_text(encoding="utf-8").splitlines())
VALUES = {
    "daerah": tuple(row["kemendagri_code"] for row in _WITH_CODES),
    "per": tuple(f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)),
    "indikator": ("cakupan", "kesenjangan", "peserta", "dibayar", "sumber-dana", "tertanggung"),
    "basis": ("cetak", "bekerja", "potensi"),
    "tahun": ("2023", "2024", "2025"),
    "status": ("realisasi", "rencana"),
    "kelompok": ("semua", "padang", "solok", "bukittinggi"),
    "target": ("daerah", "rpjmn", "provinsi"),
}
# What a viewer changes in each room, and how often a viewer is there.
CHANGES = {
    "peta": ("daerah", "per", "indikator"), "daerah": ("daerah", "per"), "pendanaan": ("tahun", "daerah", "status"),
    "banding": ("kelompok", "per", "basis"), "rencana": ("daerah", "target"), "sumber": ("daerah", "per"),
}
WEIGHTS = {"peta": 55, "daerah": 18, "pendanaan": 7, "banding": 7, "rencana": 8, "sumber": 5}
STAYS = 0.85


def walk(room: str, fixed: dict[str, str] | None = None) -> Iterator[Step]:
    """Return steps in one room for ever: the parameters in turn, each moved to its next value; ``fixed`` ones stay."""
    query = {"daerah": VALUES["daerah"][0]} | (fixed or {})
    moves = {name: itertools.cycle(VALUES[name]) for name in CHANGES[room]}
    for name in itertools.cycle(CHANGES[room]):
        query = query | {name: next(moves[name])}
        yield {"query": query, "page": room}


def clicks(viewer: Viewer, keys: tuple[str, ...]) -> Iterator[Step]:
    """Return steps on the open page for ever: the widgets in turn, each moved to the next of its options."""
    position = dict.fromkeys(keys, 0)
    for key in itertools.cycle(keys):
        options = viewer.widgets[key].options
        position[key] = (position[key] + 1) % len(options)
        yield {"pick": {key: options[position[key]]}}


def sliders(viewer: Viewer, keys: tuple[str, ...]) -> Iterator[Step]:
    """Return steps in Rencana for ever: the district's plan is opened, then its sliders are moved in turn."""
    yield {"query": {"daerah": "13.11", "per": "2025-10"}, "page": "rencana"}
    yield from clicks(viewer, keys)


def wander(chance: random.Random) -> Iterator[Step]:
    """Return the steps of a visitor for ever: mostly Peta, sometimes another room, the view kept as the menu keeps it."""
    query, room = {"daerah": chance.choice(VALUES["daerah"])}, "peta"
    while True:
        if chance.random() > STAYS:
            room = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        name = chance.choice(CHANGES[room])
        query = query | {name: chance.choice(VALUES[name])}
        yield {"query": query, "page": room}
