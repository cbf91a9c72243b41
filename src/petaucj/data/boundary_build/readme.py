"""Writes ``README.md`` beside the data, in Indonesian and then English, from the record of the build."""

from __future__ import annotations

import shlex

from petaucj.data.boundary_build.known_sources import known_notes
from petaucj.data.boundary_build.recipe import BuildReport, licence_name
from petaucj.data.boundary_build.settings import BuildSettings

INDONESIAN = """# Batas wilayah petaucj

*English below.*

Folder ini berisi hasil pembangunan batas oleh petaucj sendiri, bukan salinan sumbernya. Jangan menyunting berkasnya dengan tangan;
bangun ulang dengan perintah di bawah.

| berkas | isi |
|---|---|
| `districts.geojson` | {districts} kabupaten/kota, WGS84; tiap fitur hanya memuat `kemendagri_code`, `label_lon`, `label_lat`. Nama diambil dari register, tidak pernah dari berkas ini. |
| `context.geojson` | garis besar provinsi tetangga ({neighbours}), hanya `province_code`; latar saja, jangan dipakai untuk hal lain |
| `boundaries.json` | resep: berkas asal dan SHA-256-nya, toleransi, versi alat, luas resmi dan luas jadi tiap wilayah |
| `LICENSE-*.txt` | lisensi yang wajib menyertai data |

## Atribusi (pakai kalimat ini)

{attribution}

## Cara dibuat

1. Kode dan nama dicocokkan dengan tabel kode dalam dua sistem (Kemendagri dan BPS); kode BPS ditolak, tidak ditebak.
2. Bentuk harus sah, tidak bertindih, tanpa celah atau lubang, dan luasnya dalam {limit} % dari luas resmi.
3. Bagian pulau di bawah {islet} km² dihilangkan ({islets} buah), kecuali bagian terbesar suatu wilayah.
4. Semua wilayah disederhanakan bersama (toleransi {tolerance}°; {fine}° untuk garis wilayah di bawah {small} km²) sehingga
   tetangga tetap berbagi satu garis; koordinat dibulatkan ke {decimals} desimal; lalu semuanya diperiksa sekali lagi.
5. Titik label dihitung: titik terjauh dari semua tepi pada bagian terbesar. Titik itu bukan ibu kota.

Hasil: {vertices} titik, beda luas terbesar {worst} % ({worst_code}). Penyederhanaan menggeser garis paling jauh {shift} m
({fine_shift} m pada wilayah di bawah {small} km²): jangan dipakai untuk mengukur luas atau memutuskan sengketa batas.
{notes}
## Perintah untuk membangun ulang

Jalankan di folder yang memuat berkas masukan; hasilnya sama sampai ke bita terakhir bila SHA-256 masukan dan versi alat sama dengan `boundaries.json`.

```
{command}
```
"""

ENGLISH = """
---

# petaucj boundaries (English)

This folder holds what petaucj's own boundary build made, not a copy of its sources. Do not edit the files by hand; rebuild them with the command below.

| file | content |
|---|---|
| `districts.geojson` | {districts} districts, WGS84; each feature holds only `kemendagri_code`, `label_lon`, `label_lat`. Names come from the register, never from this file. |
| `context.geojson` | outlines of the neighbouring provinces ({neighbours}), only `province_code`; a backdrop, good for nothing else |
| `boundaries.json` | the recipe: source files with SHA-256, tolerances, tool versions, official and built area of each district |
| `LICENSE-*.txt` | licence notices that must travel with the data |

## Attribution (use these words, in Indonesian)

{attribution}

## How it was made

1. Codes and names are checked against the code table in both systems (Kemendagri and BPS); a BPS code is refused, never guessed at.
2. Shapes must be valid, without overlaps, gaps or holes, and within {limit} % of the official area.
3. Island parts below {islet} km² are left out ({islets} of them), except the largest part of a district.
4. All districts are simplified together (tolerance {tolerance}°; {fine}° for the lines of districts below {small} km²), so that
   neighbours keep one shared line; coordinates are rounded to {decimals} decimals; then everything is checked again.
5. Label points are computed: the point of the largest part farthest from every edge. They are not the capitals.

Result: {vertices} points, largest difference in area {worst} % ({worst_code}). Simplification moved a line by {shift} m at most
({fine_shift} m in districts below {small} km²): not for measuring areas or settling a border.
{notes}
## Command that rebuilds it

Run it in the folder that holds the inputs; the result is the same to the last byte if the SHA-256 of the inputs and the tool versions match `boundaries.json`.

```
{command}
```
"""


def readme_md(report: BuildReport) -> str:
    """Return the README of one build; equal builds give equal text."""
    indonesian, english = known_notes(report.source.url)
    fields = _fields(report)
    commas = {name: fields[name].replace(".", ",") for name in ("limit", "islet", "tolerance", "fine", "small", "worst")}
    return INDONESIAN.format(**(fields | commas), notes=indonesian) + ENGLISH.format(**fields, notes=english)


def _fields(report: BuildReport) -> dict[str, str]:
    settings = report.settings
    fine = [district.max_shift_m for district in report.districts if district.official_km2 < settings.small_district_km2]
    return {
        "districts": str(len(report.districts)),
        "neighbours": ", ".join(report.neighbours) or "-",
        "attribution": "\n>\n".join(f"> {line}" for line in report.source.attribution) or "> -",
        "limit": f"{settings.max_area_difference_pct:g}",
        "islet": f"{settings.islet_km2:g}",
        "islets": str(sum(district.dropped_islets for district in report.districts)),
        "tolerance": f"{settings.tolerance_deg:g}",
        "fine": f"{settings.fine_tolerance_deg:g}",
        "small": f"{settings.small_district_km2:g}",
        "decimals": str(settings.decimals),
        "vertices": str(sum(district.vertices for district in report.districts)),
        "shift": str(max(district.max_shift_m for district in report.districts)),
        "fine_shift": str(max(fine, default=0)),
        "worst": f"{report.worst.difference_pct:+.3f}",
        "worst_code": report.worst.kemendagri_code,
        "command": command_line(report),
    }


def command_line(report: BuildReport) -> str:
    """Return the shell command of this build, with file names instead of the paths of one machine."""
    files = {entry.role: entry.file for entry in report.inputs}
    source, settings, default = report.source, report.settings, BuildSettings()
    options = [("--codes", files["codes"]), ("--context", files.get("context", "")), ("--out", "geodata"),
               ("--source-url", source.url), ("--source-commit", source.commit)]
    options += [("--licence", licence_name(path)) for path in source.licences]
    options += [("--attribution", line) for line in source.attribution]
    options += [("--code-field", report.code_field)] if report.code_field != "kode" else []
    options += [("--name-field", report.name_field)] if report.name_field != "nama" else []
    options += [("--tolerance", f"{settings.tolerance_deg:g}")] if settings.tolerance_deg != default.tolerance_deg else []
    options += [("--decimals", str(settings.decimals))] if settings.decimals != default.decimals else []
    words = [f"{name} {shlex.quote(value)}" for name, value in options if value]
    return " \\\n  ".join([f"petaucj boundaries build {shlex.quote(files['districts'])}", *words])
