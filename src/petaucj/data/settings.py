"""Settings an office may change, read from ``petaucj.toml`` and the environment."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

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
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    defaults = Settings()
    faults = [
        Fault(path.name, "-", name, str(value), "nama atau jenis pengaturan tidak dikenal",
              f"Pakai salah satu dari: {', '.join(Settings.__dataclass_fields__)}.")
        for name, value in values.items()
        if type(value) is not type(getattr(defaults, name, object()))
    ]
    port = values.get("audience_port", 0)
    if type(port) is int and port != 0 and not FIRST_PORT <= port <= LAST_PORT:
        faults.append(Fault(path.name, "-", "audience_port", str(port), "bukan porta yang dapat dipakai",
                            f"Pakai {FIRST_PORT} sampai {LAST_PORT}, atau 0 agar halaman hadirin tidak dapat dibuka."))
    if faults:
        raise DataFaults(faults)
    return Settings(**values)


def today() -> date:
    """Return today, or the date in ``PETAUCJ_TODAY`` (YYYY-MM-DD); the only clock of the project."""
    override = os.environ.get("PETAUCJ_TODAY")
    return date.fromisoformat(override) if override else date.today()
