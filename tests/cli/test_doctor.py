"""``petaucj doctor``: a table, an exit code, never a traceback."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from petaucj.cli.doctor import doctor
from petaucj.data.paths import project_root
from petaucj.meeting.network import bound_socket

APP = typer.Typer()
APP.command()(doctor)
HERE = "127.0.0.1"


@pytest.fixture(autouse=True)
def _quiet_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with bound_socket(HERE, 0) as held:
        port = held.getsockname()[1]
    monkeypatch.setenv("PETAUCJ_TODAY", "2026-11-21")
    monkeypatch.setenv("STREAMLIT_SERVER_PORT", str(port))


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(APP, list(arguments))


def _home(folder: Path, monkeypatch: pytest.MonkeyPatch, config: str = "", settings: str = "") -> None:
    """Make a copy of the project's data with other settings."""
    for name in ("seeds", "geodata"):
        (folder / name).symlink_to(project_root() / name)
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").write_text(config, encoding="utf-8")
    (folder / "petaucj.toml").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("PETAUCJ_HOME", str(folder))


def test_this_machine_is_ready(tmp_path: Path) -> None:
    ran = _run("--out", str(tmp_path))
    assert ran.exit_code == 0, ran.output
    assert "Cek ruang" in ran.output
    assert "Semua tabel benar. Rilis " in ran.output
    assert "19 batas, cocok dengan 19 daerah dua arah." in ran.output
    assert "Layar kedua" in ran.output
    assert max(map(len, ran.output.splitlines())) <= 115
    assert list(tmp_path.iterdir()) == []


def test_it_speaks_english_and_json(tmp_path: Path) -> None:
    ran = _run("--lang", "en", "--json", "--out", str(tmp_path))
    told = json.loads(ran.output)
    assert told["ready"] is True
    assert {f["name"]: f["found"] for f in told["findings"]}["boundaries"] == "19 boundaries, matching 19 districts both ways."
    assert {f["status"] for f in told["findings"]} <= {"ok", "warn"}


def test_a_folder_that_cannot_be_written_ends_with_one(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    ran = _run("--out", str(tmp_path / "berkas"))
    assert ran.exit_code == 1
    assert "belum siap" in ran.output
    assert "Pilih folder lain dengan --out." in ran.output


def test_a_taken_port_ends_with_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with bound_socket(HERE, 0) as held:
        monkeypatch.setenv("STREAMLIT_SERVER_PORT", str(held.getsockname()[1]))
        assert "dipakai program lain" in " ".join(_run("--out", str(tmp_path)).output.split())


def test_settings_that_cannot_be_used_are_told_and_the_rest_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _home(tmp_path, monkeypatch, "[browser]\ngatherUsageStats = false\n", "audience_port = 80\n")
    ran = _run("--json")
    found = {f["name"]: f for f in json.loads(ran.output)["findings"]}
    assert ran.exit_code == 1
    assert found["settings"]["status"] == "fail"
    assert "audience_port" in found["settings"]["found"]
    assert found["data"]["status"] == "ok"


@pytest.mark.parametrize(("config", "status"), [("[browser]\ngatherUsageStats = false\n", "ok"), ("[browser]\ngatherUsageStats = true\n", "fail"), ("", "fail"),
                                                ("not toml", "fail"), ("browser = 7\n", "fail")])
def test_usage_statistics_are_read_from_the_projects_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str, status: str) -> None:
    _home(tmp_path, monkeypatch, config, "x = [")
    found = {f["name"]: f for f in json.loads(_run("--json").output)["findings"]}
    assert found["usage"]["status"] == status
    assert found["settings"]["case"] == "wrong"
    monkeypatch.setenv("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "false")
    assert {f["name"]: f for f in json.loads(_run("--json").output)["findings"]}["usage"]["status"] == "ok"


def test_data_that_are_gone_are_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _home(tmp_path, monkeypatch)
    (tmp_path / "seeds").unlink()
    ran = _run("--json")
    assert ran.exit_code == 1
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    assert {f["name"]: f for f in json.loads(ran.output)["findings"]}["data"]["status"] == "fail"


def test_the_date_is_the_one_the_project_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETAUCJ_TODAY", "2020-01-01")
    ran = _run("--out", str(tmp_path))
    assert ran.exit_code == 1
    assert "sebelum rilis data" in " ".join(ran.output.split())


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs network namespaces")
def test_with_only_loopback_it_says_that_phones_cannot_reach_this_machine(tmp_path: Path) -> None:
    code = "import typer; from petaucj.cli.doctor import doctor; typer.run(doctor)"
    ran = subprocess.run(["unshare", "-rn", sys.executable, "-c", code, "--json", "--out", str(tmp_path)], capture_output=True, text=True, timeout=120)
    if not ran.stdout and "unshare" in ran.stderr:
        pytest.skip("this machine does not allow network namespaces")
    found = {f["name"]: f for f in json.loads(ran.stdout)["findings"]}
    assert ran.returncode == 0
    assert (found["reach"]["status"], found["reach"]["case"]) == ("warn", "none")
    assert found["audience_port"]["case"] == "free"
