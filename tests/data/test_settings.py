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


def test_a_file_that_is_no_toml_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(DataFaults) as caught:
        load_settings(_file(tmp_path, 'contact = "a"\npublic_url = "https://ucj\n'))
    (fault,) = caught.value.faults
    assert fault.row == "2" and "TOML" in fault.rule


@pytest.mark.parametrize("url", ["https://ucj.go.id", "http://192.168.1.7:8501/ucj/", ""])
def test_an_address_others_can_open_may_be_set(tmp_path: Path, url: str) -> None:
    assert load_settings(_file(tmp_path, f'public_url = "{url}"\n')).public_url == url


@pytest.mark.parametrize("line", ['public_url = "https://a.example/?x=1"', 'public_url = "https://a.example/#x"', 'public_url = "localhost:8501"',
                                  'public_url = "javascript:alert(1)"', 'public_url = "http://127.0.0.1:8501"', 'public_url = "http://a.example:99999"',
                                  "stale_after_months = -3", "stale_after_months = 0", "rank_window_months = -1"])
def test_a_value_that_cannot_be_meant_is_a_fault(tmp_path: Path, line: str) -> None:
    with pytest.raises(DataFaults) as caught:
        load_settings(_file(tmp_path, f"{line}\n"))
    assert [fault.column for fault in caught.value.faults] == [line.partition(" ")[0]]
