"""Which addresses phones can reach, and who may open the door."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from petaucj.meeting import network
from petaucj.meeting.network import asked_from_elsewhere, host_of, lan_addresses, may_open


def _machine(monkeypatch: pytest.MonkeyPatch, usual: str, **interfaces: str) -> tuple[str, ...]:
    monkeypatch.setattr(network, "_usual_address", lambda: usual)
    monkeypatch.setattr(network, "_interfaces", lambda: iter((address, name) for name, address in interfaces.items()))
    monkeypatch.setattr(network, "_addresses_of_own_name", lambda: [])
    return lan_addresses()


def test_private_addresses_come_first_bridges_and_tunnels_last(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _machine(monkeypatch, "192.168.1.7", docker0="172.17.0.1", wlan0="192.168.1.7", eth0="10.0.0.5", wg0="10.8.0.2", eth1="36.80.1.2")
    assert found == ("192.168.1.7", "10.0.0.5", "36.80.1.2", "172.17.0.1", "10.8.0.2")


def test_a_tunnel_that_takes_all_traffic_is_not_where_phones_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _machine(monkeypatch, "10.8.0.2", tun0="10.8.0.2", wlan0="192.168.43.10")[0] == "192.168.43.10"


def test_addresses_nobody_else_can_reach_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _machine(monkeypatch, "", lo="127.0.0.1", wlan0="169.254.3.4") == ()


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs network namespaces")
def test_with_only_loopback_there_is_no_address_and_nothing_is_opened() -> None:
    code = ("from petaucj.meeting.network import lan_addresses; from petaucj.meeting.audience import hall; "
            "s = hall().open(b'x', b'', 1, 8520); print(lan_addresses(), s.open, s.address, s.problem)")
    ran = subprocess.run(["unshare", "-rn", sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    if "unshare" in ran.stderr:
        pytest.skip("this machine does not allow network namespaces")
    assert ran.stdout.strip() == "() False  no_address"


GOOD = {"client_host": "127.0.0.1", "host_header": "127.0.0.1:8501", "headers": ("host", "user-agent"), "public": False, "port": 8520}


@pytest.mark.parametrize(("more", "reason"), [
    ({}, ""), ({"host_header": "localhost:8501"}, ""), ({"client_host": "::1", "host_header": "[::1]:8501"}, ""), ({"client_host": "::ffff:127.0.0.1"}, ""),
    ({"public": True}, "public"), ({"port": 0}, "off"), ({"headers": ("Host", "X-Forwarded-For")}, "forwarded"), ({"headers": ("forwarded",)}, "forwarded"),
    ({"headers": ("Via",)}, "forwarded"), ({"headers": ("X-Real-IP",)}, "forwarded"), ({"client_host": "192.168.1.9"}, "elsewhere"),
    ({"client_host": ""}, "elsewhere"), ({"client_host": "testclient"}, "elsewhere"), ({"host_header": "ucj.example.org"}, "elsewhere"),
    ({"host_header": "127.0.0.1.example.org:8501"}, "elsewhere"), ({"host_header": ""}, "elsewhere"), ({"host_header": "192.168.1.7:8501"}, "elsewhere"),
])
def test_only_somebody_at_this_machine_itself_may_open(more: dict[str, object], reason: str) -> None:
    assert may_open(**(GOOD | more)) == reason


def test_public_and_port_do_not_matter_for_who_asks() -> None:
    assert asked_from_elsewhere("127.0.0.1", "localhost", ()) == ""


@pytest.mark.parametrize(("header", "host"), [("localhost:8501", "localhost"), ("LOCALHOST", "localhost"), ("[::1]:80", "::1"), ("[::1]", "::1"), ("::1", "::1"), ("", "")])
def test_the_host_of_a_header(header: str, host: str) -> None:
    assert host_of(header) == host
