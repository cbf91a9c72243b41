"""``petaucj export`` writes the six files, whole, the same bytes each time, and refuses what it cannot do in plain words."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENDINGS = {".html", ".pptx", ".pdf", ".xlsx", ".csv", ".geojson", ".json", ".png", ".svg"}


def _export(*arguments: str, day: str = "2026-11-21") -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", "from petaucj.cli import app; app()", "export", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300,
                          env={**os.environ, "PETAUCJ_TODAY": day, "PYTHONHASHSEED": "random"})


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_all_six_kinds_and_the_same_bytes_twice(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        done = _export("--district", "13.11", "--as-of", "2025-10", "--out", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
    first, second = _hashes(tmp_path / "satu"), _hashes(tmp_path / "dua")
    assert {Path(name).suffix for name in first} == ENDINGS
    assert all(name.startswith("ucj-13.11-2025-10") for name in first)
    assert first == second


def test_another_day_is_told_in_the_files(tmp_path: Path) -> None:
    for day in ("2026-11-21", "2026-11-22"):
        assert _export("--district", "13.11", "--formats", "html", "--out", str(tmp_path / day), day=day).returncode == 0
    assert _hashes(tmp_path / "2026-11-21") != _hashes(tmp_path / "2026-11-22")


def test_the_province_and_a_language(tmp_path: Path) -> None:
    done = _export("--province", "--lang", "en", "--formats", "csv, html", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    names = {path.name for path in tmp_path.iterdir()}
    assert any(name.startswith("ucj-sumbar-") and name.endswith(".html") for name in names)
    assert 'lang="en"' in next(tmp_path.glob("*.html")).read_text(encoding="utf-8")


@pytest.mark.parametrize(("arguments", "told"), [
    (("--district", "1311"), "“1311” bukan kode Kemendagri"), (("--district", "13.11", "--as-of", "2025-13"), "“2025-13” bukan bulan"),
    (("--district", "13.11", "--as-of", "1999-01"), "antara 20"), (("--district", "13.11", "--formats", "docx"), "“docx” tidak dikenal"), ((), "Sebutkan untuk siapa"),
])
def test_what_cannot_be_done_is_said_and_nothing_is_written(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    done = _export(*arguments, "--out", str(tmp_path / "keluar"))
    assert done.returncode == 1 and told in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "keluar").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    done = _export("--district", "13.11", "--formats", "csv", "--out", str(tmp_path / "berkas"))
    assert done.returncode == 1 and "tidak dapat ditulis" in done.stderr and "Traceback" not in done.stderr
