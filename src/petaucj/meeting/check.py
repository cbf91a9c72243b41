"""The check before a meeting: everything the presenter will need, tried out on this machine."""

from __future__ import annotations

from collections.abc import Callable

from petaucj.data.faults import DataFaults
from petaucj.meeting import check_files, check_machine
from petaucj.meeting.room import Room
from petaucj.views.room_check import FAIL, Finding

CHECKS: dict[str, Callable[[Room], Finding]] = {
    "files": check_files.files, "hosts": check_files.hosts, "usage": check_files.usage, "fonts": check_files.fonts,
    "data": check_files.data, "boundaries": check_files.boundaries, "age": check_files.age, "clock": check_files.clock,
    "app_port": check_machine.app_port, "reach": check_machine.reach, "audience_port": check_machine.audience_port,
    "pdf": check_machine.pdf, "png": check_machine.png, "temp": check_machine.temp, "out": check_machine.out, "disk": check_machine.disk,
    "public_url": check_machine.public_url, "contact": check_machine.contact,
}
# These need the data; where the data are broken the finding on the data says all there is to say.
ON_DATA = ("boundaries", "age", "clock")


def check_room(room: Room) -> tuple[Finding, ...]:
    """Return what was found, one finding for each check in the order of the screen; nothing is raised.

    Files are really written, one PDF and one PNG are really made, ports are really tried; nothing leaves this machine.
    """
    return tuple(found for name, check in CHECKS.items() if (found := _tried(name, check, room)) is not None)


def _tried(name: str, check: Callable[[Room], Finding], room: Room) -> Finding | None:
    try:
        return check(room)
    except DataFaults as faults:
        return None if name in ON_DATA else Finding(name, FAIL, "broken", {"reason": str(faults.faults[0])})
    except Exception as fault:  # a check that breaks is a finding, never a traceback before a meeting
        return Finding(name, FAIL, "broken", {"reason": f"{type(fault).__name__}: {fault}"})
