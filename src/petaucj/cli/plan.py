"""``petaucj plan CASE.toml``: works out a plan from its file, with the same functions as the room."""

from __future__ import annotations

import json
import textwrap
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from petaucj.data.catalogue import Catalogue, load_catalogue
from petaucj.data.faults import DataFaults, Fault
from petaucj.data.plan_file import read_plan_bytes
from petaucj.data.plan_keys import MOST_BYTES
from petaucj.data.plan_parts import PlanFile
from petaucj.data.plan_values import clean
from petaucj.data.settings import load_settings, today
from petaucj.domain.atlas import Atlas
from petaucj.domain.gather import gather
from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Plan
from petaucj.domain.plan_reading import plan_from, with_sources
from petaucj.domain.planning import PlanningBook, planning_of
from petaucj.domain.prefill import first_plan
from petaucj.share.plan_expected import Compared, compared
from petaucj.share.plan_results import plan_json
from petaucj.text.words import words_in
from petaucj.views.plan_fault_words import fault_words, faults_today
from petaucj.views.phrases import Reader
from petaucj.views.plan_report import PlanReport, build_plan_report
from petaucj.views.plan_report_parts import ReportTable

UNREADABLE, BROKEN_SEEDS, UNEXPECTED = 1, 3, 4
WIDTH, GAP = 110, "  "
INDENT = "  "


class Language(StrEnum):
    """The languages of the report."""

    id = "id"
    en = "en"


def plan(
    case: Annotated[Path, typer.Argument(metavar="CASE.toml", help="Berkas rencana; bentuknya dijelaskan di docs/format-rencana.md.")],
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
    lang: Annotated[Language, typer.Option(help="Bahasa laporan.")] = Language.id,
) -> None:
    """Hitung satu rencana dari berkasnya: kekurangan, biaya, pembayar, tebing, dan semua anggapannya."""
    file = _read(case, lang)
    catalogue, atlas = _data()
    _check_area(file, atlas, case.name)
    book, reader = planning_of(catalogue), _reader(lang, atlas)
    plan = _sourced(plan_from(file), atlas, book, reader)
    _check_plan(plan, reader)
    result = outlook(plan, book)
    told = plan_json(result, book, catalogue.release)
    checked = compared(told, file.expected)
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        typer.echo(_printed(build_plan_report(result, book, atlas, reader)))
    _say_expected(checked, lang, quiet=as_json)


def _read(case: Path, lang: Language) -> PlanFile:
    """Return the checked file; a file that cannot be read, or with faults, ends the program with all of them told."""
    words = words_in(lang)
    try:
        with case.open("rb") as opened:
            # One byte more than allowed tells that the file is too large without reading all of it.
            return read_plan_bytes(opened.read(MOST_BYTES + 1), case.name)
    except DataFaults as faults:
        typer.echo(str(faults), err=True)
    except (OSError, ValueError) as error:
        kinds = {FileNotFoundError: "not_found", IsADirectoryError: "folder", PermissionError: "refused"}
        reason = words(f"berkas.read.{kinds.get(type(error), 'other')}")
        typer.echo(words("berkas.read.missing", name=clean(str(case)), reason=reason), err=True)
    raise typer.Exit(UNREADABLE)


def _data() -> tuple[Catalogue, Atlas]:
    try:
        catalogue = load_catalogue()
        return catalogue, gather(catalogue)
    except DataFaults as faults:
        typer.echo(str(faults), err=True)
    raise typer.Exit(BROKEN_SEEDS)


def _check_plan(plan: Plan, reader: Reader) -> None:
    """End the program where a plan cannot be computed with, all reasons told."""
    faults = faults_today(plan, reader.today)
    for fault in faults:
        typer.echo(fault_words(fault, reader), err=True)
    if faults:
        raise typer.Exit(UNREADABLE)


def _check_area(file: PlanFile, atlas: Atlas, name: str) -> None:
    """End the program where the file names a district that is none of ours; a made-up area leaves the key out."""
    if not file.area_code or file.area_code in atlas.district_by_code:
        return
    codes = ", ".join(atlas.district_by_code)
    fault = Fault(clean(name), "awal berkas", "daerah", file.area_code, "bukan kode Kemendagri kabupaten/kota di Sumatera Barat",
                  f"Pakai salah satu: {codes}; atau hapus barisnya untuk wilayah buatan.")
    typer.echo(str(DataFaults([fault])), err=True)
    raise typer.Exit(UNREADABLE)


def _sourced(held: Plan, atlas: Atlas, book: PlanningBook, reader: Reader) -> Plan:
    """Return the plan with the documents of every figure that is still the published one, so that the report can name them."""
    if not held.area_code:
        return held
    return with_sources(held, first_plan(atlas, book, held.area_code, held.goal.regime or None, reader.per, reader.today))


def _reader(lang: Language, atlas: Atlas) -> Reader:
    day, settings = today(), load_settings()
    month = Month(day.year, day.month)
    return Reader(lang.value, max(month, atlas.newest_month), month, settings.stale_after_months, settings.rank_window_months)


def _say_expected(checked: tuple[Compared, ...], lang: Language, quiet: bool) -> None:
    """Tell on the error stream which expected values do not agree, and end the program with its own code."""
    words, wrong = words_in(lang), [one for one in checked if not one.agrees]
    if wrong:
        typer.echo(words("berkas.expected.wrong", wrong=len(wrong), count=len(checked)), err=True)
        for one in wrong:
            line = words("berkas.expected.line", place=clean(one.place), expected=clean(one.expected), found=clean(one.found))
            typer.echo(f"- {line}", err=True)
        raise typer.Exit(UNEXPECTED)
    if checked and not quiet:
        typer.echo("\n" + words("berkas.expected.fine", count=len(checked)))


def _printed(report: PlanReport) -> str:
    blocks = [report.title + "\n" + "=" * len(report.title), _lines(report.lines)]
    for section in report.sections:
        parts = [section.title + "\n" + "-" * len(section.title), _lines(section.lines), _table(section.table) if section.table else "",
                 _lines(section.notes)]
        blocks.append("\n".join(filter(None, parts)))
    return "\n\n".join(filter(None, [*blocks, report.release])).replace("\u00a0", " ")


def _lines(lines: tuple[str, ...]) -> str:
    return "\n".join(textwrap.fill(line, WIDTH, subsequent_indent=INDENT, break_long_words=False, break_on_hyphens=False) for line in lines)


def _table(table: ReportTable) -> str:
    """Return a table in columns of letters, numbers to the right."""
    rows = [table.columns, *table.rows]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    return "\n".join(GAP.join(cell.rjust(width) if place in table.numeric else cell.ljust(width)
                              for place, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip() for row in rows)
