"""The budgets of the issue, each met or not; a number, never a failed test."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Budget:
    """One promise, its limit and what was measured (None: not measured or never reached)."""

    name: str
    limit: float
    measured: float | None
    unit: str

    @property
    def met(self) -> bool:
        """Return whether the measured value keeps the promise."""
        return self.measured is not None and self.measured <= self.limit


def judge(results: dict) -> list[Budget]:
    """Return the budgets for which the run holds a result."""
    return [*_one_viewer(results), *_crowd(results), *_first(results)]


def _one_viewer(results: dict) -> list[Budget]:
    rows = {row["name"]: row for row in results.get("single", [])}
    if not rows:
        return []
    usual = rows["halaman biasa"]["cpu_ms"]
    found = []
    for room, limit in (("peta", 30_000), ("daerah", 60_000)):
        ways = [row for name, row in rows.items() if name.split(",")[0] == room]
        heaviest, slowest = max(row["bytes_max"] for row in ways), max(row["cpu_ms"] for row in ways)
        found += [Budget(f"Satu interaksi {room.capitalize()}, terbesar dari semua cara", limit, heaviest, "byte"),
                  Budget(f"Satu interaksi {room.capitalize()}, waktu server cara terberat ÷ halaman biasa", 1 / 8, slowest / usual, "bagian")]
    return [
        *found,
        Budget("Satu gerakan penggeser Rencana, yang terlama", 0.15, rows["rencana, penggeser"]["seconds_max"], "s"),
        Budget("Kegagalan dengan satu pengunjung", 0, sum(row["failures"] for row in rows.values()), "kali"),
    ]


def _crowd(results: dict) -> list[Budget]:
    found = []
    if crowd := results.get("crowd"):
        found += [Budget(f"{crowd['viewers']} pengunjung: kegagalan", 0, crowd["failures"], "kali"),
                  Budget(f"{crowd['viewers']} pengunjung: persentil ke-95", 0.5, crowd["p95"], "s")]
    if soak := results.get("soak"):
        found += [Budget(f"{soak['reruns']} kali jalan: memori naik paling banyak", 50, soak["growth_max_mb"], "MB"),
                  Budget(f"{soak['reruns']} kali jalan: kegagalan", 0, soak["failures"], "kali")]
    return found


def _first(results: dict) -> list[Budget]:
    first = results.get("first_load", {}).get("peta")
    if not first:
        return []
    return [Budget("Kunjungan pertama Peta, lewat kabel", 3.5, first["mb"], "MB"),
            Budget("Kunjungan pertama Peta, peta siap (terlama)", 3.0, first["ready_max"], "s"),
            Budget("Kunjungan pertama Peta, permintaan ke luar", 0, len(first["foreign_hosts"]), "host")]
