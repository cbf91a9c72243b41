"""Checks of the machine: ports, network, folders, disk, and whether files can really be made."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import tempfile
from pathlib import Path

import typst

from petaucj.draw.fonts import FAMILIES, font_folder
from petaucj.meeting.network import PORTS_TRIED, bound_socket, first_free, lan_addresses
from petaucj.meeting.room import Room
from petaucj.meeting.routes import open_to_public
from petaucj.share.raster import png_of
from petaucj.views.plan_sheet import public_address
from petaucj.views.room_check import FAIL, OK, WARN, Finding

HERE, ANSWER_SECONDS, MOST_BYTES = "127.0.0.1", 3.0, 10_000
MB, KB = 1_000_000, 1000
# A province's handouts take some 20 MB; below the first number it is getting tight, below the second it will not do.
LITTLE_MB, FULL_MB = 1000, 200
_TRIAL = f'#set document(date: none)\n#set text(font: ("{FAMILIES[0]}",), lang: "id")\nCakupan 30,40 %'
_TRIAL_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text x="2" y="15" font-family="Noto Sans" font-size="12">UCJ</text></svg>'


def app_port(room: Room) -> Finding:
    """The app's port: free, or this very app with these very data."""
    port = {"port": room.app_port}
    answer = _healthz(room)
    if answer and answer.get("status") == "ok" and "release" in answer:
        if answer.get("hash") != room.catalogue.release.hash:
            return Finding("app_port", WARN, "other_data", port | {"hash": str(answer.get("hash"))})
        return Finding("app_port", OK, "ours", port)
    held = bound_socket(HERE, room.app_port)
    if held is None:
        return Finding("app_port", FAIL, "taken", port)
    held.close()
    return Finding("app_port", OK, "free", port)


def _healthz(room: Room) -> dict | None:
    """Return what the app's own health check answers, None where nothing or something else answers."""
    asked = http.client.HTTPConnection(HERE, room.app_port, timeout=ANSWER_SECONDS)
    try:
        asked.request("GET", f"{room.prefix}/healthz")
        found = json.loads(asked.getresponse().read(MOST_BYTES))
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        asked.close()
    return found if isinstance(found, dict) else None


def reach(room: Room) -> Finding:
    """The addresses at which phones may reach this machine; whether the network lets them is for one phone to try."""
    known = lan_addresses()
    return Finding("reach", OK, "ok", {"names": known}) if known else Finding("reach", WARN, "none")


def audience_port(room: Room) -> Finding:
    """The audience's port: open already, free, or another one of ten."""
    first = room.settings.audience_port
    if open_to_public():
        return Finding("audience_port", WARN, "public")
    if room.audience is not None and room.audience.open:
        return Finding("audience_port", OK, "open", {"port": room.audience.port})
    if first == 0:
        return Finding("audience_port", OK, "off")
    held = first_free(next(iter(lan_addresses()), HERE), first)
    if held is None:
        return Finding("audience_port", FAIL, "none", {"first": first, "last": first + PORTS_TRIED - 1})
    with held:
        port = held.getsockname()[1]
    if port != first:
        return Finding("audience_port", OK, "next", {"port": first, "next": port})
    return Finding("audience_port", OK, "free", {"port": port})


def temp(room: Room) -> Finding:
    """The temporary folder: one file is really written and read back."""
    folder = Path(tempfile.gettempdir())
    return _written("temp", folder)


def out(room: Room) -> Finding:
    """The folder for handouts: one file is really written and read back; a folder that was not there is gone again."""
    missing = [folder for folder in (room.out, *room.out.parents) if not folder.exists()]
    try:
        room.out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        return _refused("out", room.out, fault)
    try:
        return _written("out", room.out)
    finally:
        for folder in missing:
            folder.rmdir()


def _written(name: str, folder: Path) -> Finding:
    body = os.urandom(KB)
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix="petaucj-cek-") as tried:
            tried.write(body)
            tried.flush()
            os.fsync(tried.fileno())
            tried.seek(0)
            if tried.read() != body:
                raise OSError("the file holds something else than was written")
    except OSError as fault:
        return _refused(name, folder, fault)
    return Finding(name, OK, "ok", {"folder": str(folder.resolve())})


def _refused(name: str, folder: Path, fault: OSError) -> Finding:
    return Finding(name, FAIL, "refused", {"folder": str(folder), "reason": fault.strerror or str(fault)})


def pdf(room: Room) -> Finding:
    """One small PDF, really made with our own font."""
    made = typst.compile({"main.typ": _TRIAL.encode()}, font_paths=[str(font_folder())], ignore_system_fonts=True, format="pdf")
    return Finding("pdf", OK, "ok", {"size": -(-len(made) // KB)}) if made.startswith(b"%PDF-") else Finding("pdf", FAIL, "wrong")


def png(room: Room) -> Finding:
    """One small picture, really made."""
    made = png_of([(_TRIAL_SVG, 40, 20)])[0]
    return Finding("png", OK, "ok", {"size": -(-len(made) // KB)}) if made.startswith(b"\x89PNG") else Finding("png", FAIL, "wrong")


def disk(room: Room) -> Finding:
    """Free space where handouts will be written."""
    there = next(folder for folder in (room.out.resolve(), *room.out.resolve().parents) if folder.exists())
    free = shutil.disk_usage(there).free // MB
    if free < LITTLE_MB:
        return Finding("disk", FAIL if free < FULL_MB else WARN, "full" if free < FULL_MB else "little", {"free": free})
    return Finding("disk", OK, "ok", {"free": free})


def public_url(room: Room) -> Finding:
    """The configured public address: what handouts print and what their QR code leads to."""
    told = room.settings.public_url
    if not told:
        return Finding("public_url", WARN, "none")
    good = public_address(told)
    return Finding("public_url", OK if good else WARN, "ok" if good else "not_public", {"address": told})


def contact(room: Room) -> Finding:
    """The configured contact for reports of wrong figures."""
    told = room.settings.contact
    return Finding("contact", OK, "ok", {"contact": told}) if told else Finding("contact", WARN, "none")
