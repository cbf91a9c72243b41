"""The office's settings: what may be set, and what is refused with every reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from petaucj.data.faults import DataFaults
from petaucj.data.settings import Settings, load_settings


def _file(folder: Path, text: str) -> Path:
    path = folder / "petaucj.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "petaucj.toml") == Settings()
    assert Settings().audience_port == 8520


@pytest.mark.parametrize("port", [0, 1024, 8600, 65526])
def test_the_audience_port_may_be_set_or_switched_off(tmp_path: Path, port: int) -> None:
    assert load_settings(_file(tmp_path, f"audience_port = {port}\n")).audience_port == port


@pytest.mark.parametrize("value", ["80", "65527", "-1", "99999999999", '"8520"', "true", "8520.0", "[8520]"])
def test_what_is_no_port_is_a_fault(tmp_path: Path, value: str) -> None:
    with pytest.raises(DataFaults) as caught:
        load_settings(_file(tmp_path, f"audience_port = {value}\n"))
    assert [fault.column for fault in caught.value.faults] == ["audience_port"]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(DataFaults) as caught:
        load_settings(_file(tmp_path, 'audience_port = 80\ncontact = 7\nwarna = "merah"\n'))
    assert sorted(fault.column for fault in caught.value.faults) == ["audience_port", "contact", "warna"]
