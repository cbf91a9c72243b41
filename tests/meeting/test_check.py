"""The check really looks: each finding turns when the thing it looks at is broken."""

from __future__ import annotations

import http.server
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from petaucj.data.catalogue import Catalogue, Release
from petaucj.data.faults import DataFaults, Fault
from petaucj.data.settings import Settings
from petaucj.draw.assets import assets
from petaucj.meeting import check, check_files, check_machine
from petaucj.meeting.audience import AudienceState
from petaucj.meeting.network import bound_socket
from petaucj.meeting.room import Room
from petaucj.text.words import LANGUAGES, words_in
from petaucj.views.room_check import FAIL, OK, WARN, Finding
from tests.conftest import make_atlas, make_coverage, make_district
from tests.meeting.conftest import HERE, free_port

RELEASE = Release(2, "2026-11-21", "abc")


class MadeUp(Room):
    """A room with made-up data."""

    faults: tuple[Fault, ...] = ()
    catalogue = property(lambda self: self._catalogue())
    atlas = property(lambda self: make_atlas(districts=tuple(make_district(code, code) for code in CODES), coverage=(make_coverage("13.11", "2025-12"),)))

    def _catalogue(self) -> Catalogue:
        if self.faults:
            raise DataFaults(self.faults)
        return Catalogue({}, RELEASE)


CODES = sorted(f["properties"]["kemendagri_code"] for f in json.loads(assets()["districts.geojson"].body)["features"])


@pytest.fixture
def room(tmp_path: Path) -> MadeUp:
    """A room where all is well."""
    return MadeUp(Settings("ucj@example.org", "https://ucj.example.org", audience_port=free_port()), date(2026, 11, 21), tmp_path, free_port(), False)


def _by_name(room: Room) -> dict[str, Finding]:
    return {found.name: found for found in check.check_room(room)}


def test_a_good_room_has_no_failure_and_every_finding_its_sentence(room: MadeUp) -> None:
    found = check.check_room(room)
    assert [f.name for f in found] == list(check.CHECKS)
    assert {f.name for f in found if f.status != OK} <= {"reach", "disk"}
    for language in LANGUAGES:
        assert all(words_in(language).has(f"cekruang.found.{f.name}.{f.case}") and words_in(language).has(f"cekruang.name.{f.name}") for f in found)


def test_an_empty_page_file_fails(room: MadeUp, monkeypatch: pytest.MonkeyPatch) -> None:
    held = dict(assets()) | {"leaflet.js": replace(assets()["leaflet.js"], body=b"")}
    monkeypatch.setattr(check_files, "assets", lambda: held)
    assert check_files.files(room) == Finding("files", FAIL, "empty", {"names": ["leaflet.js"]})


def test_a_foreign_host_in_a_script_of_ours_fails(room: MadeUp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "map.js").write_text('const a = "//cdn.example.org/x.js"; // www.w3.org\nconst b = "http://www.w3.org/2000/svg";')
    monkeypatch.setattr(check_files.resources, "files", lambda name: tmp_path)
    assert check_files.hosts(room) == Finding("hosts", FAIL, "named", {"names": ["cdn.example.org"]})


def test_usage_statistics(room: MadeUp) -> None:
    assert [check_files.usage(replace(room, usage_stats=told)).status for told in (False, True, None)] == [OK, FAIL, WARN]


def test_a_font_that_is_none_fails(room: MadeUp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / check_files.FILES[0]).write_bytes(b"<html>")
    monkeypatch.setattr(check_files, "font_folder", lambda: tmp_path)
    assert check_files.fonts(room) == Finding("fonts", FAIL, "broken_file", {"names": list(check_files.FILES)})


def test_districts_without_boundaries_fail(room: MadeUp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MadeUp, "atlas", property(lambda self: make_atlas()))
    assert check_files.boundaries(room).status == FAIL
    assert "13.11" in check_files.boundaries(room).values["names"]


def test_broken_data_are_told_once_and_nothing_that_rests_on_them_breaks(room: MadeUp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MadeUp, "faults", (Fault("coverage.csv", "3", "pct", "x", "bukan angka", "Isi."),) * 2)
    monkeypatch.setattr(MadeUp, "atlas", property(lambda self: self._catalogue()))
    found = _by_name(room)
    assert found["data"].values["count"] == 2
    assert found["data"].status == FAIL
    assert not {"boundaries", "age", "clock"} & set(found)
    assert [name for name, one in found.items() if one.status == FAIL] == ["data"]


def test_the_age_of_the_newest_figure_counts_to_the_day(room: MadeUp) -> None:
    assert check_files.age(room) == Finding("age", OK, "ok", {"month": room.atlas.newest_month, "months": 11})
    assert check_files.age(replace(room, day=date(2027, 1, 1))).status == WARN


@pytest.mark.parametrize(("day", "status", "case"), [
    (date(2026, 11, 20), FAIL, "early"), (date(2026, 11, 21), OK, "ok"), (date(2028, 11, 21), OK, "ok"), (date(2029, 1, 1), WARN, "late"), (date(1970, 1, 1), FAIL, "early"),
])
def test_the_clock(room: MadeUp, day: date, status: str, case: str) -> None:
    found = check_files.clock(replace(room, day=day))
    assert (found.status, found.case) == (status, case)


@contextmanager
def _answering(port: int, body: bytes) -> Iterator[None]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body if self.path == "/ucj/healthz" else b"")

        def log_message(self, *told: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer((HERE, port), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


@pytest.mark.parametrize(("body", "status", "case"), [
    (b'{"status":"ok","release":2,"hash":"abc"}', OK, "ours"), (b'{"status":"ok","release":1,"hash":"old"}', WARN, "other_data"),
    (b"<html>", FAIL, "taken"), (b"[]", FAIL, "taken"), (b'{"status":"ok"}', FAIL, "taken"), (b"", FAIL, "taken"),
])
def test_the_apps_port(room: MadeUp, body: bytes, status: str, case: str) -> None:
    placed = replace(room, prefix="/ucj")
    assert check_machine.app_port(placed).case == "free"
    with _answering(room.app_port, body):
        found = check_machine.app_port(placed)
    assert (found.status, found.case) == (status, case)


def test_the_audiences_port(room: MadeUp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_machine, "lan_addresses", lambda: (HERE,))
    first = room.settings.audience_port
    assert check_machine.audience_port(room) == Finding("audience_port", OK, "free", {"port": first})
    held = [bound_socket(HERE, port) for port in range(first, first + 10)]
    try:
        assert check_machine.audience_port(room) == Finding("audience_port", FAIL, "none", {"first": first, "last": first + 9})
    finally:
        for one in filter(None, held):
            one.close()
    with bound_socket(HERE, first):
        assert check_machine.audience_port(room).case == "next"
    is_open = AudienceState(True, "http://192.168.1.7:8520", "", "", "", 8520)
    assert check_machine.audience_port(replace(room, audience=is_open)) == Finding("audience_port", OK, "open", {"port": 8520})
    assert check_machine.audience_port(replace(room, settings=Settings(audience_port=0))).case == "off"


def test_no_network_is_said_and_names_no_address(room: MadeUp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_machine, "lan_addresses", lambda: ())
    assert check_machine.reach(room) == Finding("reach", WARN, "none")
    monkeypatch.setattr(check_machine, "lan_addresses", lambda: ("192.168.1.7",))
    assert check_machine.reach(room) == Finding("reach", OK, "ok", {"names": ("192.168.1.7",)})


def test_nothing_stays_behind_in_the_folder(room: MadeUp, tmp_path: Path) -> None:
    assert check_machine.out(room).status == OK
    assert list(tmp_path.iterdir()) == []
    assert check_machine.out(replace(room, out=tmp_path / "a" / "b")).status == OK
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_fails(room: MadeUp, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    assert check_machine.out(replace(room, out=tmp_path / "berkas")).status == FAIL
    assert check_machine.out(replace(room, out=tmp_path / "berkas" / "di-dalam")).status == FAIL
    if os.geteuid():
        tmp_path.chmod(0o500)
        assert check_machine.out(room).status == FAIL
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(("free", "status"), [(5000, OK), (1000, OK), (999, WARN), (200, WARN), (199, FAIL), (0, FAIL)])
def test_disk(room: MadeUp, monkeypatch: pytest.MonkeyPatch, free: int, status: str) -> None:
    monkeypatch.setattr(check_machine.shutil, "disk_usage", lambda path: type("Usage", (), {"free": free * 1_000_000}))
    assert check_machine.disk(replace(room, out=room.out / "belum" / "ada")) == Finding(
        "disk", status, {OK: "ok", WARN: "little", FAIL: "full"}[status], {"free": free})


def test_a_pdf_and_a_png_are_really_made(room: MadeUp, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (check_machine.pdf(room).status, check_machine.png(room).status) == (OK, OK)
    monkeypatch.setattr(check_machine.typst, "compile", lambda *a, **b: b"nothing")
    monkeypatch.setattr(check_machine, "png_of", lambda pictures: [b"nothing"])
    assert (check_machine.pdf(room).status, check_machine.png(room).status) == (FAIL, FAIL)


@pytest.mark.parametrize(("url", "case"), [("", "none"), ("http://localhost:8501", "not_public"), ("http://127.0.0.1", "not_public"), ("ucj.example.org", "not_public"),
                                           ("https://ucj.example.org", "ok")])
def test_the_public_address(room: MadeUp, url: str, case: str) -> None:
    assert check_machine.public_url(replace(room, settings=Settings(public_url=url))).case == case


def test_a_check_that_breaks_is_a_finding(room: MadeUp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_machine, "lan_addresses", lambda: 1 // 0)
    found = _by_name(room)
    assert found["reach"].case == found["audience_port"].case == "broken"
    assert "ZeroDivisionError" in found["reach"].values["reason"]
    assert list(found) == list(check.CHECKS)
