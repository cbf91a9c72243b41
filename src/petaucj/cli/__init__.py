"""The command line: ``petaucj check``, ``plan``, ``export``, ``doctor``, ``boundaries build``."""

from __future__ import annotations

import typer

from petaucj.cli.boundaries import boundaries
from petaucj.cli.doctor import doctor
from petaucj.cli.export import export
from petaucj.cli.plan import plan
from petaucj.data.catalogue import load_catalogue
from petaucj.data.faults import DataFaults

app = typer.Typer(help="Peta UCJ: periksa data, hitung rencana, buat berkas bagikan, periksa ruang, dan bangun batas wilayah.", no_args_is_help=True, add_completion=False)
app.add_typer(boundaries, name="boundaries")
app.command("plan")(plan)
app.command("export")(export)
app.command("doctor")(doctor)


@app.callback()
def main() -> None:
    """Peta UCJ: periksa data, hitung rencana, buat berkas bagikan, periksa ruang, dan bangun batas wilayah."""


@app.command()
def check() -> None:
    """Periksa semua tabel di seeds/ dan sebutkan setiap kesalahan."""
    try:
        release = load_catalogue().release
    except DataFaults as faults:
        typer.echo(str(faults), err=True)
        raise typer.Exit(3) from None
    typer.echo(f"Semua tabel benar. Rilis {release.number}, {release.date}, data {release.hash}.")
