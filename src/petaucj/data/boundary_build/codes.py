"""Reads the code table: which districts there must be, in both code systems, with their official areas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from petaucj.data.faults import DataFaults, Fault
from petaucj.data.tables import read_text_table

CODE_PATTERN = re.compile(r"\d{2}\.\d{2}", re.ASCII)
BPS_PATTERN = re.compile(r"\d{4}", re.ASCII)
AREA = "area_km2_big_2024"
REQUIRED = ("kemendagri_code", "bps_code", "name", "type", AREA)


def read_codes(path: Path) -> pd.DataFrame:
    """Read and check the code table.

    Returns
    -------
    pandas.DataFrame
        One row per expected district, indexed by ``kemendagri_code``; text columns as in the file and
        ``area_km2_big_2024`` (official area, km2) as float.

    Raises
    ------
    DataFaults
        With every cell that breaks a rule.
    """
    table = read_text_table(path)
    missing = [name for name in REQUIRED if name not in table]
    if missing or table.empty:
        rule = "kolom wajib tidak ada" if missing else "tabel kode kosong"
        raise DataFaults([Fault(path.name, "1", name, "", rule, "Pakai tabel kode yang lengkap.") for name in missing or ["-"]])
    faults = [fault for line, row in table.iterrows() for fault in _row_faults(path.name, str(line), row)]
    for column in ("kemendagri_code", "bps_code", "name"):
        for line, value in table.loc[table[column].duplicated(), column].items():
            faults.append(Fault(path.name, str(line), column, value, "tidak boleh kembar", "Hapus baris kembar atau perbaiki isinya."))
    if faults:
        raise DataFaults(faults)
    return table.assign(**{AREA: table[AREA].astype(float)}).set_index("kemendagri_code")


def _row_faults(file: str, line: str, row: pd.Series) -> Iterator[Fault]:
    code, bps = row["kemendagri_code"], row["bps_code"]
    if not CODE_PATTERN.fullmatch(code):
        yield Fault(file, line, "kemendagri_code", code, "kode Kemendagri ditulis dua angka, titik, dua angka",
                    "Tulis sebagai teks, misalnya 13.10; jangan biarkan menjadi 13.1.")
    if not BPS_PATTERN.fullmatch(bps):
        yield Fault(file, line, "bps_code", bps, "kode BPS ditulis empat angka tanpa titik", "Tulis misalnya 1311.")
    if row["type"] not in ("Kabupaten", "Kota") or not row["name"].startswith(row["type"] + " "):
        yield Fault(file, line, "name", row["name"], "nama harus diawali jenisnya (Kabupaten atau Kota)", "Samakan kolom name dan type.")
    elif (row["type"] == "Kota") != (code[3:] >= "71"):
        yield Fault(file, line, "kemendagri_code", code, "kode 71 ke atas hanya untuk kota", "Periksa apakah kode dan nama tertukar.")
    if row.get("code_differs", "") not in ("", "yes" if code.replace(".", "") != bps else "no"):
        yield Fault(file, line, "code_differs", row["code_differs"], "tidak cocok dengan kedua kode di baris ini",
                    "Periksa apakah kode BPS dan Kemendagri tertukar.")
    if not re.fullmatch(r"\d+(\.\d+)?", row[AREA], re.ASCII) or float(row[AREA]) <= 0:
        yield Fault(file, line, AREA, row[AREA], "luas resmi (km²) harus angka lebih dari nol", "Tulis dengan titik desimal, misalnya 6045.676.")
