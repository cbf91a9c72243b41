"""Checks that tables agree with one another: keys, names, codes, dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from petaucj.data.faults import Fault

_SINGLE = {
    "coverage": ("source_id",), "funding": ("source_id",), "benefits": ("source_id",), "milestones": ("source_id",),
    "workforce": ("source_id",), "targets": ("source_id",), "rates": ("source_id",), "corrections": ("source_id",),
    "districts": ("branch_source_id", "population_source_id"),
}
PROVINCE_NAME = "Provinsi Sumatera Barat"
_LISTED = {"funding_sources": "source_ids", "conflicts": "source_ids"}


def split_list(cell: str, separator: str = ";") -> tuple[str, ...]:
    """Return the parts of a cell that lists several keys."""
    return tuple(part.strip() for part in cell.split(separator) if part.strip())


def reference_faults(tables: Mapping[str, pd.DataFrame]) -> list[Fault]:
    """Return every row that points at something that does not exist or contradicts its neighbour."""
    return [*_source_faults(tables), *_district_faults(tables), *_fact_key_faults(tables),
            *_coverage_faults(tables["coverage"]), *_funding_faults(tables["funding"]),
            *_alias_faults(tables["aliases"]), *_target_faults(tables)]


def _source_faults(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    known = set(tables["sources"]["source_id"])
    rule, remedy = "sumber tidak ada di sources.csv", "Tambahkan sumbernya, atau perbaiki kuncinya: angka tanpa dokumen tidak masuk."
    for table, columns in _SINGLE.items():
        for column in columns:
            frame = tables[table]
            for line, value in frame.loc[~frame[column].isin(known | {""}), column].items():
                yield Fault(f"{table}.csv", str(line), column, value, rule, remedy)
    for table, column in _LISTED.items():
        for line, cell in tables[table][column].items():
            for value in split_list(cell):
                if value not in known:
                    yield Fault(f"{table}.csv", str(line), column, value, rule, remedy)


def _district_faults(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    names = dict(zip(tables["districts"]["kemendagri_code"], tables["districts"]["name"], strict=True))
    names["13"] = PROVINCE_NAME
    known = set(names) | {"ID", ""}
    for table, frame in tables.items():
        for column in ("kemendagri_code", "area_code"):
            if table == "districts" or column not in frame:
                continue
            for line, value in frame.loc[~frame[column].isin(known), column].items():
                yield Fault(f"{table}.csv", str(line), column, value, "kode tidak ada di districts.csv",
                            "Kode harus kode Kemendagri; kode BPS memakai angka yang sama untuk daerah lain.")
        if "district" in frame:
            for line, row in frame.iterrows():
                if row["kemendagri_code"] and row["district"] != names.get(row["kemendagri_code"]):
                    yield Fault(f"{table}.csv", str(line), "district", row["district"], f"nama tidak cocok dengan kode {row['kemendagri_code']}",
                                "Periksa kode dan nama: Solok, Kota Solok dan Solok Selatan adalah tiga daerah.")


def _fact_key_faults(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    keys = {key for table in ("coverage", "funding", "benefits") for key in tables[table]["fact_key"]}
    for line, cell in tables["conflicts"]["fact_keys"].items():
        for value in split_list(cell, ";;"):
            if value not in keys:
                yield Fault("conflicts.csv", str(line), "fact_keys", value, "fact_key tidak ada", "Salin fact_key persis dari tabelnya.")


def _coverage_faults(frame: pd.DataFrame) -> Iterator[Fault]:
    for line, row in frame.iterrows():
        if (row["as_of_precision"] == "unknown") != (row["as_of"] == ""):
            yield Fault("coverage.csv", str(line), "as_of", row["as_of"], "tanggal dan ketelitiannya tidak cocok",
                        "Kosongkan as_of bila ketelitian unknown; isi bila tidak.")
        if (row["basis"] == "unknown") != (row["basis_status"] == "undecided"):
            yield Fault("coverage.csv", str(line), "basis_status", row["basis_status"], "basis unknown harus undecided, dan sebaliknya",
                        "Samakan basis dan basis_status.")
        if row["basis"] != "unknown" and not (row["basis_reason_id"] and row["basis_reason_en"]):
            yield Fault("coverage.csv", str(line), "basis_reason_id", "", "basis harus beralasan dalam dua bahasa", "Tulis alasannya.")
        if not row["kemendagri_code"] and not row["branch"]:
            yield Fault("coverage.csv", str(line), "kemendagri_code", "", "wilayah atau cabang harus ada", "Isi salah satunya.")


def _funding_faults(frame: pd.DataFrame) -> Iterator[Fault]:
    for line, row in frame.iterrows():
        dated = bool(row["cover_start"] and row["cover_end"])
        if dated != (row["end_of_cover"] != "not_stated"):
            yield Fault("funding.csv", str(line), "cover_end", row["cover_end"], "masa perlindungan dan end_of_cover tidak cocok",
                        "Isi cover_start dan cover_end hanya bila sumber menyebut atau awal dan lamanya tercetak.")
        elif dated and row["cover_start"] > row["cover_end"]:
            yield Fault("funding.csv", str(line), "cover_end", row["cover_end"], "berakhir sebelum mulai", "Periksa kedua bulan.")


def _alias_faults(frame: pd.DataFrame) -> Iterator[Fault]:
    for line, row in frame.iterrows():
        if bool(row["kemendagri_code"]) == bool(row["candidates"]):
            yield Fault("aliases.csv", str(line), "kemendagri_code", row["alias"], "isi kode atau calon, tidak keduanya",
                        "Nama yang jelas punya kode; nama ganda punya daftar calon.")


def _target_faults(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    for line, row in tables["targets"].iterrows():
        if not row["target_pct_printed"] and not row["target_people"]:
            yield Fault("targets.csv", str(line), "target_pct_printed", "", "target tanpa angka", "Tahun yang tidak diterbitkan dibiarkan tanpa baris.")
