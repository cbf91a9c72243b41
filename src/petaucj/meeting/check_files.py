"""Checks of what the app brings along: page files, fonts, boundaries, data, and the date they are read on."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib import resources

from petaucj.data.faults import DataFaults
from petaucj.domain.month import Month
from petaucj.draw.assets import assets
from petaucj.draw.fonts import FILES, font_folder
from petaucj.meeting.room import Room
from petaucj.views.room_check import FAIL, OK, WARN, Finding

# The one address that stands in our scripts is the name of a format, not a place.
_FOREIGN = re.compile(rb"(?:https?:)?//(?!www\.w3\.org/)([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
_TRUETYPE = b"\x00\x01\x00\x00"
YEARS = 2
KB = 1000


def files(room: Room) -> Finding:
    """Page files: all there, none empty."""
    held = assets()
    empty = [name for name, asset in held.items() if not asset.body]
    if empty:
        return Finding("files", FAIL, "empty", {"names": empty})
    return Finding("files", OK, "ok", {"count": len(held), "size": sum(len(asset.body) for asset in held.values()) // KB})


def hosts(room: Room) -> Finding:
    """Our own style sheets and scripts: no address of another machine in them."""
    ours = [file for file in (resources.files("petaucj.draw") / "assets").iterdir() if file.is_file()]
    named = sorted({found.decode() for file in ours for found in _FOREIGN.findall(file.read_bytes())})
    return Finding("hosts", FAIL, "named", {"names": named}) if named else Finding("hosts", OK, "ok", {"count": len(ours)})


def usage(room: Room) -> Finding:
    """Streamlit's usage statistics: off."""
    if room.usage_stats is None:
        return Finding("usage", WARN, "unknown")
    return Finding("usage", FAIL, "on") if room.usage_stats else Finding("usage", OK, "ok")


def fonts(room: Room) -> Finding:
    """Fonts of files: all there and really fonts."""
    broken = [name for name in FILES if not _is_font(name)]
    return Finding("fonts", FAIL, "broken_file", {"names": broken}) if broken else Finding("fonts", OK, "ok", {"count": len(FILES)})


def _is_font(name: str) -> bool:
    try:
        return (font_folder() / name).read_bytes()[:4] == _TRUETYPE
    except OSError:
        return False


def boundaries(room: Room) -> Finding:
    """Boundaries and districts: the same codes on both sides."""
    features = json.loads(assets()["districts.geojson"].body)["features"]
    drawn, known = {f["properties"]["kemendagri_code"] for f in features}, {d.code for d in room.atlas.districts}
    if drawn != known:
        return Finding("boundaries", FAIL, "differ", {"names": sorted(drawn ^ known)})
    return Finding("boundaries", OK, "ok", {"count": len(known)})


def data(room: Room) -> Finding:
    """Data: every table right; which release."""
    try:
        release = room.catalogue.release
    except DataFaults as faults:
        return Finding("data", FAIL, "faults", {"count": len(faults.faults), "first": str(faults.faults[0])})
    return Finding("data", OK, "ok", {"number": release.number, "date": date.fromisoformat(release.date), "hash": release.hash})


def age(room: Room) -> Finding:
    """Age of the newest figure, in months to the day of the meeting."""
    newest = room.atlas.newest_month
    months = Month(room.day.year, room.day.month).since(newest)
    old = months > room.settings.stale_after_months
    return Finding("age", WARN if old else OK, "old" if old else "ok", {"month": newest, "months": months})


def clock(room: Room) -> Finding:
    """The machine's date: not before the data release, not long after it."""
    release = date.fromisoformat(room.catalogue.release.date)
    days = (room.day - release).days
    if days < 0:
        return Finding("clock", FAIL, "early", {"day": room.day, "release": release})
    if days > YEARS * 366:
        return Finding("clock", WARN, "late", {"day": room.day, "release": release})
    return Finding("clock", OK, "ok", {"day": room.day, "days": days})
