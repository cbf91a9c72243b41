"""One finished file, and how to make its bytes depend on nothing but its content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from petaucj.text.words import LANGUAGES
from petaucj.views.stamp import Stamp

_MEDIA_TYPES = {
    "html": "text/html; charset=utf-8", "pdf": "application/pdf", "csv": "text/csv; charset=utf-8", "json": "application/json",
    "geojson": "application/geo+json", "png": "image/png", "svg": "image/svg+xml", "zip": "application/zip",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Artefact:
    """One file: its name and bytes."""

    name: str
    body: bytes

    @property
    def media_type(self) -> str:
        """The content type, from the end of the name."""
        return _MEDIA_TYPES[self.name.rpartition(".")[2]]


def file_stem(stamp: Stamp) -> str:
    """Return how every file of a handout begins: "ucj-13.11-2025-12", "ucj-sumbar-2025-12-en"; so no language overwrites another."""
    return f"ucj-{stamp.code or 'sumbar'}-{stamp.as_of_iso}" + ("" if stamp.language == LANGUAGES[0] else f"-{stamp.language}")


def write_zip(files: Mapping[str, bytes], date: tuple[int, int, int]) -> bytes:
    """Return a zip of ``files`` in their order, every entry dated ``date``: the same files give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, body in files.items():
            entry = zipfile.ZipInfo(name, (*date, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, body)
    return held.getvalue()


def with_fixed_dates(body: bytes, date: tuple[int, int, int], mend: Callable[[str, bytes], bytes] = lambda name, part: part) -> bytes:
    """Return a zip package (PPTX, XLSX) with the same parts, every entry dated ``date``; ``mend`` may rewrite a part by its name."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return write_zip({name: mend(name, archive.read(name)) for name in archive.namelist()}, date)


def release_day(stamp: Stamp) -> tuple[int, int, int]:
    """Return the date of the data release as numbers: what every entry of a package is dated."""
    year, month, day = (int(part) for part in stamp.release_date.split("-"))
    return year, month, day
