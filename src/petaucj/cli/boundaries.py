"""``petaucj boundaries …``: builds the boundaries in ``geodata/`` from a source file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from petaucj.data.boundary_build import BuildReport, BuildSettings, SourceRecord, build_boundaries
from petaucj.data.faults import DataFaults

DEFAULTS = BuildSettings()

boundaries = typer.Typer(help="Membangun batas wilayah dari berkas sumber.", no_args_is_help=True)


@boundaries.callback()
def main() -> None:
    """Membangun batas wilayah dari berkas sumber."""


@boundaries.command()
def build(
    source_file: Annotated[Path, typer.Argument(metavar="INPUT", help="GeoJSON kabupaten/kota, WGS84 bujur/lintang.")],
    codes: Annotated[Path, typer.Option(help="CSV kode Kemendagri dan BPS, nama, dan luas resmi.")],
    out: Annotated[Path, typer.Option(help="Folder hasil.")],
    context: Annotated[Path | None, typer.Option(help="GeoJSON nasional untuk garis besar provinsi tetangga.")] = None,
    source_url: Annotated[str, typer.Option(help="Alamat sumber.")] = "",
    source_commit: Annotated[str, typer.Option(help="Commit sumber.")] = "",
    licence: Annotated[list[Path] | None, typer.Option(help="Berkas lisensi yang disalin ke hasil; boleh diulang.")] = None,
    attribution: Annotated[list[str] | None, typer.Option(help="Kalimat atribusi; boleh diulang.")] = None,
    code_field: Annotated[str, typer.Option(help="Kolom kode Kemendagri di GeoJSON.")] = "kode",
    name_field: Annotated[str, typer.Option(help="Kolom nama di GeoJSON.")] = "nama",
    tolerance: Annotated[float, typer.Option(help="Toleransi penyederhanaan (derajat).", min=0.0005, max=0.05)] = DEFAULTS.tolerance_deg,
    decimals: Annotated[int, typer.Option(help="Angka desimal koordinat.", min=3, max=5)] = DEFAULTS.decimals,
) -> None:
    """Periksa sumbernya, sederhanakan semua wilayah bersama, lalu tulis hasil beserta resep dan lisensinya."""
    source = SourceRecord(source_url, source_commit, tuple(licence or ()), tuple(attribution or ()))
    settings = BuildSettings(tolerance_deg=tolerance, decimals=decimals)
    try:
        report = build_boundaries(source_file, codes, context, out, source=source, code_field=code_field, name_field=name_field,
                                  settings=settings)
    except DataFaults as error:
        typer.echo(f"Batas tidak dibangun dan tidak ada berkas yang diubah: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(_summary(report, out))


def _summary(report: BuildReport, out: Path) -> str:
    worst = report.worst
    lines = [f"{len(report.districts)} wilayah ditulis ke {out}."]
    lines += [f"{output.file}: {output.bytes} bita, {output.gzip_bytes} bita bila dipadatkan." for output in report.outputs]
    lines.append(f"Beda luas terbesar: {f'{worst.difference_pct:+.3f}'.replace('.', ',')} % ({worst.kemendagri_code}).")
    if report.neighbours:
        lines.append(f"Provinsi tetangga: {', '.join(report.neighbours)}.")
    return "\n".join(lines)
