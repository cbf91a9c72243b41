"""A broken row stops the start and names file, row, column, value, rule and remedy."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from petaucj.data.catalogue import load_catalogue
from petaucj.data.faults import DataFaults, Fault
from petaucj.data.paths import geodata_dir, seeds_dir

ROOT = Path(__file__).parents[2]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    copy = tmp_path / "seeds"
    shutil.copytree(seeds_dir(), copy)
    return copy


def _edit(seeds: Path, table: str, old: str, new: str) -> None:
    path = seeds / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _faults(seeds: Path) -> list[Fault]:
    with pytest.raises(DataFaults) as caught:
        load_catalogue(seeds)
    return caught.value.faults


BREAKS = [
    ("coverage", "cov-001,Provinsi Sumatera Barat,13,", "cov-001,Provinsi Sumatera Barat,1310,", "kemendagri_code", "1310"),
    ("coverage", "Kabupaten Dharmasraya,13.10,", "Kabupaten Dharmasraya,13.1,", "kemendagri_code", "13.1"),
    ("coverage", "Kabupaten Dharmasraya,13.10,", "Kabupaten Dharmasraya,13.11,", "district", "Kabupaten Dharmasraya"),
    ("coverage", ",18788,", ",18.788,", "active_participants", "18.788"),
    ("coverage", ",30.40,", ",\"30,40\",", "coverage_pct_printed", "30,40"),
    ("coverage", ",bpjs_potential,stated", ",potensi,stated", "basis", "potensi"),
    ("coverage", ",seed0,", ",nobody,", "source_id", "nobody"),
    ("funding", ",2025-11,2025-12,stated", ",2025-13,2025-12,stated", "period_start", "2025-13"),
    ("sources", "seed0,", ",", "source_id", ""),
    ("districts", "13.02,1303", "13.02,1302", "bps_code", "1302"),
    ("aliases", "Solok,,13.02", "Solok,13.02,13.02", "kemendagri_code", "Solok"),
    ("corrections", ",2023-10,2024-10,", ",2023-11,2024-10,", "expected_value", "2023-11"),
    ("corrections", ",cov-013,", ",cov-999,", "record_id", "cov-999"),
    ("conflicts", "13|2021-05|all|59;;", "13|2021-05|all|60;;", "fact_keys", "13|2021-05|all|60"),
    ("fund_rules", "\ncsr,4,", "\ncsr,3,", "waterfall_order", "3"),
    ("fund_rules", "\ncsr,4,", "\nmixed,4,", "funding_source", "mixed"),
    ("fund_rules", ",self_or_private,", ",private,", "payer_class", "private"),
    ("fund_rules", ",kota;13.09,", ",kota;13.99,", "excluded", "13.99"),
    ("fund_rules", ",kota;13.09,", ",kabupaten;13.09,", "excluded", "kabupaten"),
    ("fund_rules", ",7,3,11,", ",13,3,11,", "usual_first_month", "13"),
    ("fund_rules", ",7,3,11,", ",7,12,11,", "usual_months_max", "11"),
    ("fund_rules", ",7,3,11,", ",7,3,,", "usual_months_max", ""),
    ("fund_rules", ",w08_okezone;", ",w99_nobody;", "source_ids", "w99_nobody"),
    ("planning_values", "death_full_idr,42000000,idr", "death_full_idr,42000000,months", "unit", "months"),
    ("planning_values", "death_full_idr,42000000,", "death_full_idr,42000000.5,", "value", "42000000.5"),
    ("planning_values", "palm_oil_other_share,0.20,", "palm_oil_other_share,20,", "value", "20"),
    ("planning_values", ",press,", ",koran,", "verification", "koran"),
    ("planning_values", ",w41_grid,", ",nobody,", "source_id", "nobody"),
    ("allocations", "13.12,Kabupaten Pasaman Barat", "13.08,Kabupaten Pasaman Barat", "district", "Kabupaten Pasaman Barat"),
    ("allocations", "13.10,Kabupaten Dharmasraya", "13.12,Kabupaten Pasaman Barat", "kemendagri_code", "13.12"),
    ("allocations", "13.10,Kabupaten Dharmasraya", "13.09,Kabupaten Kepulauan Mentawai", "kemendagri_code", "13.09"),
    ("allocations", ",palm_oil_share,", ",csr,", "funding_source", "csr"),
    ("allocations", ",w69_haluan129564,", ",nobody,", "source_id", "nobody"),
]


@pytest.mark.parametrize(("table", "old", "new", "column", "value"), BREAKS)
def test_each_break_is_named(seeds: Path, table: str, old: str, new: str, column: str, value: str) -> None:
    _edit(seeds, table, old, new)
    found = [f for f in _faults(seeds) if f.file == f"{table}.csv" and f.column == column and f.value == value]
    assert found
    assert found[0].row.isdecimal() and int(found[0].row) >= 2
    assert found[0].rule and found[0].remedy


def test_all_faults_are_told_at_once(seeds: Path) -> None:
    _edit(seeds, "coverage", ",18788,", ",18.788,")
    _edit(seeds, "funding", ",realised,as_printed", ",done,as_printed")
    assert {f.file for f in _faults(seeds)} == {"coverage.csv", "funding.csv"}


@pytest.mark.parametrize(("table", "old", "new", "column", "value"), [
    ("fund_rules", "\ncsr,4,", "\nmixed,4,", "funding_source", "csr"),
    ("planning_values", "\nlapse_months,", "\nlapse_month,", "value_id", "lapse_months"),
])
def test_what_a_plan_cannot_do_without_is_missed(seeds: Path, table: str, old: str, new: str, column: str, value: str) -> None:
    _edit(seeds, table, old, new)
    (fault,) = [f for f in _faults(seeds) if f.row == "-"]
    assert (fault.file, fault.column, fault.value) == (f"{table}.csv", column, value)
    assert fault.rule and fault.remedy


def test_a_missing_file_and_a_missing_or_extra_column_are_named(seeds: Path) -> None:
    _edit(seeds, "targets", "regime,", "rezim,")
    (seeds / "rates.csv").unlink()
    told = {(f.file, f.column) for f in _faults(seeds)}
    assert {("targets.csv", "regime"), ("targets.csv", "rezim"), ("rates.csv", "-")} <= told


def test_the_app_does_not_open_its_door_on_broken_data(tmp_path: Path) -> None:
    shutil.copytree(seeds_dir(), tmp_path / "seeds")
    shutil.copytree(geodata_dir(), tmp_path / "geodata")
    _edit(tmp_path / "seeds", "coverage", ",18788,", ",18.788,")
    run = subprocess.run([sys.executable, str(ROOT / "app.py")], env={"PETAUCJ_HOME": str(tmp_path), "PATH": "", "SYSTEMROOT": ""},
                         capture_output=True, text=True, timeout=60)
    assert run.returncode == 3
    assert "coverage.csv, baris" in run.stderr
    assert "18.788" in run.stderr
    assert "Traceback" not in run.stderr
