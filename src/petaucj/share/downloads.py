"""Open data: every table as CSV and the boundaries with their figures as GeoJSON, metadata beside and inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from petaucj.data.catalogue import Catalogue
from petaucj.data.dictionary import load_dictionary
from petaucj.data.notices import load_boundary_rights
from petaucj.domain.atlas import Atlas
from petaucj.draw.assets import assets
from petaucj.share.artefact import write_zip
from petaucj.share.csv_files import write_csv
from petaucj.share.geojson_file import write_geojson
from petaucj.share.metadata_file import write_metadata, write_readme

ARCHIVE = "petaucj-data.zip"
METADATA = "metadata.json"
BOUNDARIES = "districts.geojson"
# In the order a reader needs them; every seed table is here.
TABLE_ORDER = ("coverage", "funding", "benefits", "milestones", "workforce", "targets", "rates", "funding_sources", "fund_rules",
               "planning_values", "allocations", "districts", "aliases", "sources", "conflicts", "corrections")
_MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "geojson": "application/geo+json", "zip": "application/zip"}
_made: dict[int, tuple[Catalogue, Mapping[str, Callable[[], Download]]]] = {}


@dataclass(frozen=True)
class Download:
    """One open-data file: its name, bytes and media type."""

    name: str
    body: bytes
    media_type: str


def downloads(catalogue: Catalogue, atlas: Atlas) -> Mapping[str, Callable[[], Download]]:
    """Return a maker for each open-data file by its name; each file is made once per catalogue, on its first request."""
    # By identity: a catalogue holds frames, which have no hash. It is held here, so its identity stays its own.
    if id(catalogue) not in _made:
        _made[id(catalogue)] = (catalogue, _makers(catalogue, atlas))
    return _made[id(catalogue)][1]


def _makers(catalogue: Catalogue, atlas: Atlas) -> Mapping[str, Callable[[], Download]]:
    plain: dict[str, Callable[[], bytes]] = {f"{table}.csv": cache(partial(write_csv, catalogue[table])) for table in TABLE_ORDER}
    plain[BOUNDARIES] = cache(lambda: write_geojson(atlas, assets()[BOUNDARIES].body, load_boundary_rights()))
    files = cache(lambda: {name: make() for name, make in plain.items()})
    metadata = cache(lambda: write_metadata(catalogue, files(), load_dictionary(), load_boundary_rights()))
    archive = cache(lambda: _archive(catalogue, {METADATA: metadata(), **files()}))
    makers = {ARCHIVE: archive, METADATA: metadata, **plain}
    return {name: cache(partial(_download, name, make)) for name, make in makers.items()}


def _download(name: str, make: Callable[[], bytes]) -> Download:
    return Download(name, make(), _MEDIA_TYPES[name.rpartition(".")[2]])


def _archive(catalogue: Catalogue, files: Mapping[str, bytes]) -> bytes:
    """Return the zip of everything; every entry carries the date of the release, so that the same data give the same bytes."""
    rights = load_boundary_rights()
    notices = {name: text.encode("utf-8") for name, text in rights.licences.items()}
    year, month, day = (int(part) for part in catalogue.release.date.split("-"))
    return write_zip({"README.txt": write_readme(catalogue.release, rights), **files, **notices}, (year, month, day))
