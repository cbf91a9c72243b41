"""Checks that tables agree with one another: keys, names, codes, dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

import pandas as pd

from petaucj.data.faults import Fault
from petaucj.data.plan_format import FUND_WORD
from petaucj.data.schemas import PLANNING_VALUES

_SINGLE = {
    "coverage": ("source_id",), "funding": ("source_id",), "benefits": ("source_id",), "milestones": ("source_id",),
    "workforce": ("source_id",), "targets": ("source_id",), "rates": ("source_id",), "corrections": ("source_id",),
    "planning_values": ("source_id",), "allocations": ("source_id",),
    "districts": ("branch_source_id", "population_source_id"),
}
PROVINCE_NAME = "Provinsi Sumatera Barat"
_LISTED = {"funding_sources": "source_ids", "conflicts": "source_ids", "fund_rules": "source_ids"}
# Stands among the codes of fund_rules.excluded for every city.
ALL_CITIES = "kota"


def split_list(cell: str, separator: str = ";") -> tuple[str, ...]:
    """Return the parts of a cell that lists several keys."""
    return tuple(part.strip() for part in cell.split(separator) if part.strip())


def reference_faults(tables: Mapping[str, pd.DataFrame]) -> list[Fault]:
    """Return every row that points at something that does not exist or contradicts its neighbour."""
    return [*_source_faults(tables), *_district_faults(tables), *_fact_key_faults(tables),
            *_coverage_faults(tables["coverage"]), *_funding_faults(tables["funding"]),
            *_alias_faults(tables["aliases"]), *_target_faults(tables), *_rule_faults(tables),
            *_value_faults(tables["planning_values"]), *_allocation_faults(tables)]


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


def _rule_faults(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    frame, known = tables["fund_rules"], {*tables["districts"]["kemendagri_code"], ALL_CITIES}
    for name in sorted(set(FUND_WORD) - set(frame["funding_source"])):
        yield Fault("fund_rules.csv", "-", "funding_source", name, "sumber dana ini harus punya aturan", "Tambahkan barisnya dari rilis.")
    for line, row in frame.iterrows():
        if row["funding_source"] not in FUND_WORD:
            yield Fault("fund_rules.csv", str(line), "funding_source", row["funding_source"], "sumber dana ini tidak dapat direncanakan",
                        "Hapus barisnya.")
        for value in split_list(row["excluded"]):
            if value not in known:
                yield Fault("fund_rules.csv", str(line), "excluded", value, "kode tidak ada di districts.csv",
                            f"Tulis kode Kemendagri atau kata {ALL_CITIES}, dipisah titik koma.")
        if row["usual_first_month"] and not 1 <= int(row["usual_first_month"]) <= 12:
            yield Fault("fund_rules.csv", str(line), "usual_first_month", row["usual_first_month"], "bulan 1 sampai 12", "Tulis nomor bulan.")
        yield from _usual_months_faults(str(line), row["usual_months_min"], row["usual_months_max"])


def _usual_months_faults(line: str, least: str, most: str) -> Iterator[Fault]:
    if bool(least) != bool(most):
        yield Fault("fund_rules.csv", line, "usual_months_max", most, "lama biasanya punya awal dan akhir", "Isi keduanya atau kosongkan keduanya.")
    elif least and int(least) > int(most):
        yield Fault("fund_rules.csv", line, "usual_months_max", most, "paling lama kurang dari paling singkat", "Periksa kedua jumlah bulan.")


def _value_faults(frame: pd.DataFrame) -> Iterator[Fault]:
    for name in sorted(set(PLANNING_VALUES) - set(frame["value_id"])):
        yield Fault("planning_values.csv", "-", "value_id", name, "nilai ini harus ada", "Tambahkan barisnya dari rilis.")
    for line, row in frame.iterrows():
        wanted = PLANNING_VALUES.get(row["value_id"], row["unit"])
        if row["unit"] != wanted:
            yield Fault("planning_values.csv", str(line), "unit", row["unit"], f"satuan nilai ini harus {wanted}", "Samakan satuan dan nilainya.")
        elif row["unit"] in ("idr", "months", "years") and "." in row["value"]:
            yield Fault("planning_values.csv", str(line), "value", row["value"], "harus bilangan bulat", "Tulis tanpa desimal.")
        elif row["unit"] == "ratio" and Decimal(row["value"]) > 1:
            yield Fault("planning_values.csv", str(line), "value", row["value"], "rasio paling besar 1", "Tulis 0.20, bukan 20.")


def _allocation_faults(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    frame = tables["allocations"]
    for line, row in frame[frame.duplicated(["kemendagri_code", "funding_source", "year"])].iterrows():
        yield Fault("allocations.csv", str(line), "kemendagri_code", row["kemendagri_code"], "satu alokasi untuk satu daerah, dana, dan tahun",
                    "Hapus baris kembar, atau perbaiki kode atau tahunnya.")
    rules = tables["fund_rules"]
    excluded = dict(zip(rules["funding_source"], map(split_list, rules["excluded"]), strict=True))
    for line, row in frame.iterrows():
        if row["kemendagri_code"] in excluded.get(row["funding_source"], ()):
            yield Fault("allocations.csv", str(line), "kemendagri_code", row["kemendagri_code"], "fund_rules.csv mengecualikan daerah ini",
                        "Periksa kode daerahnya, atau pengecualiannya.")
