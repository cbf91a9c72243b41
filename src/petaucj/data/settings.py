"""Settings an office may change, read from ``petaucj.toml`` and the environment."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from petaucj.data.faults import DataFaults, Fault
from petaucj.data.paths import project_root

# Below are ports that only an administrator may open; above there would not be ten to try.
FIRST_PORT, LAST_PORT = 1024, 65526


@dataclass(frozen=True)
class Settings:
    """What an office may set.

    ``stale_after_months`` counts between a figure and the chosen month;
    ``rank_window_months`` is the largest distance between two ranked figures;
    ``audience_port`` is the first port tried for the phones in the room, 0 switches them off.
    """

    contact: str = ""
    public_url: str = ""
    stale_after_months: int = 12
    rank_window_months: int = 6
    audience_port: int = 8520


def load_settings(path: Path | None = None) -> Settings:
    """Read ``petaucj.toml`` beside app.py; a missing file means the defaults.

    Raises
    ------
    DataFaults
        When the file holds an unknown name or a value of the wrong kind.
    """
    path = path or project_root() / "petaucj.toml"
    if not path.exists():
        return Settings()
    values = _read(path)
    defaults = Settings()
    faults = [
        Fault(path.name, "-", name, str(value), "nama atau jenis pengaturan tidak dikenal",
              f"Pakai salah satu dari: {', '.join(Settings.__dataclass_fields__)}.")
        for name, value in values.items()
        if type(value) is not type(getattr(defaults, name, object()))
    ]
    known = {name for name in values} - {fault.column for fault in faults}
    faults += [Fault(path.name, "-", name, str(values[name]), rule, remedy) for name, (fits, rule, remedy) in _RULES.items()
               if name in known and not fits(values[name])]
    if faults:
        raise DataFaults(faults)
    return Settings(**values)


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise DataFaults([Fault(path.name, line[1] if line else "-", "-", "-", "bukan TOML yang dapat dibaca",
                                'Tulis satu pengaturan satu baris, teks di antara tanda kutip, misalnya contact = "ucj@kantor.go.id".')]) from None


def _openable(url: str) -> bool:
    """Whether others can open the address: http(s), a host that is not this machine itself, nothing behind the path."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
        parts.port  # raises ValueError for a port that is none
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or not host or host == "localhost" or host.endswith(".localhost") or parts.query or parts.fragment:
        return False
    try:
        number = ip_address(host)
    except ValueError:
        return True
    return not (number.is_loopback or number.is_unspecified)


# What a value of the right kind must still be, and what to write instead.
_RULES: dict[str, tuple[Callable[[object], bool], str, str]] = {
    "public_url": (lambda url: not url or _openable(url), "bukan alamat yang dapat dibuka orang lain",
                   "Tulis alamat lengkap dengan https di depannya, tanpa tanda tanya atau pagar; kosongkan bila belum ada."),
    "stale_after_months": (lambda months: months >= 1, "paling sedikit 1 bulan", "Tulis misalnya 12."),
    "rank_window_months": (lambda months: months >= 0, "tidak boleh di bawah nol", "Tulis misalnya 6."),
    "audience_port": (lambda port: port == 0 or FIRST_PORT <= port <= LAST_PORT, "bukan porta yang dapat dipakai",
                      f"Pakai {FIRST_PORT} sampai {LAST_PORT}, atau 0 agar halaman hadirin tidak dapat dibuka."),
}


def today() -> date:
    """Return today, or the date in ``PETAUCJ_TODAY`` (YYYY-MM-DD); the only clock of the project."""
    override = os.environ.get("PETAUCJ_TODAY")
    return date.fromisoformat(override) if override else date.today()
