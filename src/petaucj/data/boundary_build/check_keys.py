"""Refuses keys that do not name exactly the expected districts; never guesses a code system."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from petaucj.data.boundary_build.codes import CODE_PATTERN
from petaucj.data.faults import Fault


def key_faults(areas: gpd.GeoDataFrame, codes: pd.DataFrame, file: str) -> list[Fault]:
    """Return the faults of codes and names.

    Parameters
    ----------
    areas
        Columns ``kemendagri_code`` and ``name`` as written in the file, indexed by its place there.
    codes
        The code table from ``read_codes``.
    file
        Name of the boundary file, for the messages.
    """
    faults: list[Fault] = []
    for position, code, name in zip(areas.index, areas["kemendagri_code"], areas["name"], strict=True):
        faults += _one_key(file, position, code, name, codes)
    return faults + _set_faults(areas["kemendagri_code"], codes, file)


def _one_key(file: str, position: int, code: str, name: str, codes: pd.DataFrame) -> list[Fault]:
    bps_owner = _bps_owner(code, name, codes)
    if bps_owner is not None:
        return [Fault(file, f"fitur {position}", "kode", code, f"ini kode BPS untuk {codes.at[bps_owner, 'name']}, bukan kode Kemendagri",
                      f"Pakai kode Kemendagri {bps_owner}; periksa semua kode berkas ini.")]
    if not CODE_PATTERN.fullmatch(code):
        return [Fault(file, f"fitur {position}", "kode", code, "kode Kemendagri ditulis dua angka, titik, dua angka",
                      "Tulis sebagai teks, misalnya 13.10; jangan biarkan menjadi 13.1 atau 1310.")]
    if code not in codes.index:
        return []  # told by _set_faults
    expected = codes.at[code, "name"]
    if _plain(name) != _plain(expected):
        return [Fault(file, code, "nama", name, f"kode {code} adalah {expected}; kode dan nama tidak cocok",
                      "Periksa mana yang benar di sumbernya; program ini tidak menebak.")]
    return []


def _bps_owner(code: str, name: str, codes: pd.DataFrame) -> str | None:
    """Return the Kemendagri code of the district that has these digits at BPS and bears this name, if it is another one."""
    digits = code.replace(".", "")
    for owner in codes.index[codes["bps_code"] == digits]:
        names = {_plain(codes.at[owner, column]) for column in ("name", "name_short", "bps_name") if column in codes}
        if owner != code and _plain(name) in names and owner.replace(".", "") != digits:
            return owner
    return None


def _set_faults(found: pd.Series, codes: pd.DataFrame, file: str) -> list[Fault]:
    faults = [Fault(file, code, "kode", code, f"{codes.at[code, 'name']} tidak ada di berkas", "Tambahkan wilayahnya; tak satu pun boleh hilang.")
              for code in codes.index.difference(found)]
    faults += [Fault(file, code, "kode", code, "wilayah ini tidak ada di tabel kode", "Hapus dari berkas atau perbaiki kodenya.")
               for code in sorted(set(found) - set(codes.index)) if CODE_PATTERN.fullmatch(code)]
    faults += [Fault(file, code, "kode", code, f"kode ini muncul {count} kali", "Gabungkan atau hapus yang kembar.")
               for code, count in sorted(found.value_counts().items()) if count > 1]
    return faults


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
