"""Reads one seed table as text, checks it with pandera and gives it its types."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from petaucj.data.faults import DataFaults, Fault
from petaucj.data.rules import Column
from petaucj.data.schemas import TABLES

LINE = "line"


def read_text_table(path: Path) -> pd.DataFrame:
    """Read a CSV file as text, one row per record, indexed by its line in the file.

    Nothing is guessed: ``13.10`` stays text and an empty cell stays the empty string.

    Raises
    ------
    DataFaults
        When the file is missing, not UTF-8, or a line has too many cells.
    """
    return text_table(read_table_bytes(path), path.name)


def read_table_bytes(path: Path) -> bytes:
    """Return the bytes of a table; raise DataFaults where the file is missing."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataFaults([Fault(path.name, "-", "-", str(path), "berkas harus ada", "Kembalikan berkas dari rilis.")]) from None


def text_table(content: bytes, file: str) -> pd.DataFrame:
    """Return the table of a CSV file's bytes as text; raise DataFaults where it is no CSV in UTF-8."""
    try:
        frame = pd.read_csv(BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8-sig", skip_blank_lines=False)
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise DataFaults([Fault(file, "-", "-", str(error), "harus CSV UTF-8 dengan koma",
                                "Simpan ulang sebagai CSV UTF-8 dan periksa tanda petik.")]) from error
    frame.columns = frame.columns.str.strip()
    frame.index = pd.RangeIndex(2, len(frame) + 2, name=LINE)
    return frame.apply(lambda column: column.str.strip())


def check_columns(frame: pd.DataFrame, table: str, file: str) -> None:
    """Raise DataFaults unless ``frame`` has exactly the columns of ``table``."""
    wanted, found = set(TABLES[table]), set(frame.columns)
    faults = [Fault(file, "1", name, "", "kolom wajib tidak ada", "Tambahkan kolom ini.") for name in sorted(wanted - found)]
    faults += [Fault(file, "1", name, name, "kolom tidak dikenal", "Hapus atau perbaiki nama kolom.") for name in sorted(found - wanted)]
    if faults:
        raise DataFaults(faults)


def _pandera_column(name: str, column: Column) -> pa.Column:
    pattern = column.kind.pattern if column.required else f"^$|{column.kind.pattern}"
    checks = [pa.Check.str_matches(pattern, name=column.kind.rule)]
    if column.required:
        checks.append(pa.Check(lambda values: values != "", name="tidak boleh kosong"))
    return pa.Column(str, checks, unique=column.unique, name=name)


def check_values(frame: pd.DataFrame, table: str, file: str) -> None:
    """Raise DataFaults with every cell of ``frame`` that breaks a rule of ``table``."""
    schema = pa.DataFrameSchema({name: _pandera_column(name, column) for name, column in TABLES[table].items()})
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        raise DataFaults(_faults_of(error.failure_cases, table, file)) from error


def _faults_of(cases: pd.DataFrame, table: str, file: str) -> list[Fault]:
    faults = []
    for case in cases.sort_values("index").itertuples():
        kind = TABLES[table][case.column].kind
        rule, remedy = str(case.check), kind.remedy
        if rule == "field_uniqueness":
            rule, remedy = "nilai harus unik", "Hapus baris kembar atau beri kunci lain."
        faults.append(Fault(file, str(case.index), case.column, str(case.failure_case), rule, remedy))
    return faults


def typed(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return ``frame`` with counts as ``Int64``, yes/no as ``bool``, decimals as ``Decimal`` or None, the rest text."""
    converted = frame.copy()
    for name, column in TABLES[table].items():
        dtype = column.kind.dtype
        if dtype == "Int64":
            converted[name] = pd.to_numeric(frame[name].where(frame[name] != ""), errors="raise").astype("Int64")
        elif dtype == "bool":
            converted[name] = frame[name] == "yes"
        elif dtype == "decimal":
            converted[name] = pd.Series([Decimal(v) if v else None for v in frame[name]], index=frame.index, dtype=object)
    return converted
