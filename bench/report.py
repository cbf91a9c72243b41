"""The results as Markdown."""

from __future__ import annotations

from bench.budgets import Budget


def markdown(results: dict, budgets: list[Budget]) -> str:
    """Return the whole report."""
    parts = [_machine(results), _single(results), _crowds(results), _soak(results), _first(results), _budgets(budgets)]
    return "\n\n".join(part for part in parts if part)


def _table(head: list[str], rows: list[list[object]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def _machine(results: dict) -> str:
    machine = results["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in machine["versions"].items())
    return (f"# Tolok ukur petaucj\n\n{machine['date']} · {machine['cores']} inti · beban awal {machine['load']:.2f} · "
            f"Python {machine['python']} · {versions}" + (" · **cepat (--quick): bukan angka resmi**" if results["quick"] else ""))


def _single(results: dict) -> str:
    rows = results.get("single")
    if not rows:
        return ""
    usual = next(row["cpu_ms"] for row in rows if row["name"] == "halaman biasa")
    body = [[row["name"], f"{row['bytes_median']:,.0f}", f"{row['bytes_max']:,.0f}", f"{row['messages_median']:.0f}", row["cpu_ms"],
             f"1/{usual / row['cpu_ms']:.1f}", f"{row['seconds_median'] * 1000:.0f}", row["failures"]] for row in rows]
    head = ["satu pengunjung", "byte (median)", "byte (terbesar)", "pesan", "CPU ms", "dibanding biasa", "tunggu ms", "gagal"]
    busy = f"\n\nProses lain memakai {results['single_cores_others']} inti selama pengukuran ini."
    return "## Satu interaksi\n\n" + _table(head, body) + busy


def _crowds(results: dict) -> str:
    rows = []
    for name, key in (("petaucj", "crowd"), ("halaman biasa", "crowd_usual")):
        if crowd := results.get(key):
            rows.append([f"{name}, {crowd['viewers']} pengunjung", crowd["clicks"], crowd["failures"], crowd["p50"], crowd["p95"], crowd["max"],
                         crowd["settled"]["p95"], crowd["arrival"]["p95"], crowd["cores_used"], crowd["cores_client"], crowd["cores_others"]])
            if len(crowd["rooms"]) > 1:
                rows += [[f"… di {room}", "", "", spread["p50"], spread["p95"], spread["max"], *[""] * 5]
                         for room, spread in crowd["rooms"].items()]
    head = ["berpikir ±3 s", "klik", "gagal", "p50 s", "p95 s", "maks s", "p95 setelah 10 s", "tiba p95 s",
            "inti server", "inti pengukur", "inti lain"]
    return "## Banyak pengunjung\n\n" + _table(head, rows) if rows else ""


def _soak(results: dict) -> str:
    soak = results.get("soak")
    if not soak:
        return ""
    memory = " · ".join(f"{at}: {value:.0f}" for at, value in soak["memory_mb"].items())
    return (f"## Memori\n\n{soak['reruns']} kali jalan, {soak['sessions']} sesi, {soak['failures']} gagal. "
            f"Setelah {soak['warm_after']}: naik paling banyak {soak['growth_max_mb']} MB, di akhir {soak['growth_end_mb']:+} MB."
            f"\n\nMB per jumlah jalan: {memory}")


def _first(results: dict) -> str:
    rows = [[name, row["mb"], _or_never(row["ready_first"]), _or_never(row["ready_median"]), _or_never(row["ready_max"]),
             ", ".join(row["foreign_hosts"]) or "tidak ada"] for name, row in results.get("first_load", {}).items()]
    if not rows:
        return f"## Kunjungan pertama\n\nDilewati: {results['first_load_skipped']}" if results.get("first_load_skipped") else ""
    head = ["kunjungan pertama", "MB", "siap s (pertama)", "siap s (median)", "siap s (terlama)", "host luar yang diminta"]
    return "## Kunjungan pertama\n\n" + _table(head, rows)


def _or_never(seconds: float | None) -> str:
    return "tidak pernah" if seconds is None else f"{seconds:.2f}"


def _budgets(budgets: list[Budget]) -> str:
    rows = [[b.name, f"≤ {b.limit:g} {b.unit}", "–" if b.measured is None else f"{b.measured:.4g}" if b.measured < 1000 else f"{b.measured:.0f}",
             "terpenuhi" if b.met else "**tidak terpenuhi**"] for b in budgets]
    return "## Janji\n\n" + _table(["janji", "batas", "terukur", "hasil"], rows)
