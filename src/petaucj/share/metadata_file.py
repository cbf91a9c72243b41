"""The metadata that travel with the open data: release, rights, meaning of every column, sources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from petaucj.data.catalogue import Catalogue, Release
from petaucj.data.dictionary import ColumnMeaning
from petaucj.data.notices import BoundaryRights
from petaucj.share.csv_files import cell_text
from petaucj.text.words import LANGUAGES, words_in

SOURCE_FIELDS = ("source_id", "publisher", "title", "url", "published_on", "accessed_on", "licence", "trust")


def both(key: str) -> dict[str, str]:
    """Return a sentence of the catalogue in both languages."""
    return {language: words_in(language)(key) for language in LANGUAGES}


def write_metadata(
    catalogue: Catalogue, files: Mapping[str, bytes], dictionary: Mapping[str, Mapping[str, ColumnMeaning]], rights: BoundaryRights,
) -> bytes:
    """Return ``metadata.json`` for ``files`` (bytes by name); a CSV named after a table tells its rows and columns."""
    release = catalogue.release
    whole = {
        "title": both("sumber.file.title"), "description": both("sumber.file.description"), "warning": both("sumber.file.warning"),
        "release": {"number": release.number, "date": release.date, "hash": release.hash},
        "rights": {"facts": both("sumber.file.rights"), "boundaries": {
            "attribution": list(rights.attribution), "origin": rights.origin, "licence_files": list(rights.licences)}},
        "files": [_file(name, body, catalogue, dictionary) for name, body in files.items()],
        "sources": [{field: cell_text(row[field]) for field in SOURCE_FIELDS} for row in catalogue["sources"].to_dict("records")],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _file(name: str, body: bytes, catalogue: Catalogue, dictionary: Mapping[str, Mapping[str, ColumnMeaning]]) -> dict[str, object]:
    told: dict[str, object] = {"name": name, "bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()}
    table = name.removesuffix(".csv")
    if table not in catalogue.tables:
        return told | {"description": both("sumber.file.geojson")}
    columns = dictionary.get(table, {})
    return told | {"description": both(f"sumber.table.{table}"), "rows": len(catalogue[table]),
                   "columns": [_column(column, columns.get(column)) for column in catalogue[table].columns]}


def _column(name: str, held: ColumnMeaning | None) -> dict[str, object]:
    if held is None:
        return {"name": name}
    return {"name": name, "unit": held.unit._asdict(), "values": held.values._asdict(), "meaning": held.meaning._asdict()}


def write_readme(release: Release, rights: BoundaryRights) -> bytes:
    """Return the short text beside the files, Indonesian first."""
    parts = []
    for language in LANGUAGES:
        words = words_in(language)
        told = {name: words(f"sumber.file.{name}") for name in ("title", "description", "warning", "rights")}
        parts.append(words("sumber.file.readme", number=release.number, date=release.date, hash=release.hash,
                           attribution="\n".join(rights.attribution), **told).strip())
    return ("\n\n---\n\n".join(parts) + "\n").encode("utf-8")
