"""``petaucj export``: the six handouts of a district, of the province, or of all districts, as files."""

from __future__ import annotations

import os
import re
import tempfile
from errno import ENOSPC
from pathlib import Path
from typing import Annotated

import typer

from petaucj.cli.plan import Language
from petaucj.data.catalogue import load_catalogue
from petaucj.data.faults import DataFaults
from petaucj.data.settings import load_settings, today
from petaucj.domain.gather import gather
from petaucj.domain.month import Month
from petaucj.domain.planning import planning_of
from petaucj.share.artefact import Artefact
from petaucj.share.export import FORMATS, Task, tasks_for
from petaucj.text.numbers import number
from petaucj.text.words import Words, words_in
from petaucj.views.occasion import Occasion, occasion_of

WRONG, BROKEN_SEEDS = 1, 3
EVERY = "semua"
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def export(
    out: Annotated[Path, typer.Option(help="Folder tujuan; dibuat bila belum ada.")],
    district: Annotated[list[str] | None, typer.Option(help="Kode Kemendagri, misalnya 13.11; boleh berulang; 'semua' untuk 19 daerah.")] = None,
    province: Annotated[bool, typer.Option("--province", help="Juga berkas provinsi.")] = False,
    as_of: Annotated[str, typer.Option(help="Bulan tampilan, YYYY-MM; kosong berarti bulan terbaru.")] = "",
    lang: Annotated[Language, typer.Option(help="Bahasa berkas.")] = Language.id,
    formats: Annotated[str, typer.Option(help=f"Jenis berkas, dipisah koma: {','.join(FORMATS)}.")] = ",".join(FORMATS),
) -> None:
    """Buat berkas bagikan: HTML, PPTX, PDF, XLSX, CSV/GeoJSON, PNG/SVG."""
    words = words_in(lang)
    try:
        catalogue = load_catalogue()
        atlas, settings = gather(catalogue), load_settings()
    except DataFaults as faults:
        typer.echo(str(faults), err=True)
        raise typer.Exit(BROKEN_SEEDS) from None
    kinds = _kinds(formats, words)
    codes = _codes(district or [], province, tuple(atlas.district_by_code), words)
    query = {"bahasa": str(lang), "per": _month(as_of, atlas.first_month, max(atlas.newest_month, Month(today().year, today().month)), words)}
    whole = occasion_of(query, atlas, planning_of(catalogue), settings, today())
    _write_all(tuple(whole.of(code) for code in codes), kinds, out, words)


def _kinds(formats: str, words: Words) -> tuple[str, ...]:
    asked = [name.strip().lower() for name in formats.split(",") if name.strip()]
    unknown = [name for name in asked if name not in FORMATS]
    if not asked:
        _refuse(words("ekspor.no_format", known=", ".join(FORMATS)))
    if unknown:
        _refuse(words("ekspor.format", value=", ".join(unknown), known=", ".join(FORMATS)))
    return tuple(name for name in FORMATS if name in asked)


def _codes(asked: list[str], province: bool, known: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """Return the districts to write, each once, and "" for the province."""
    wrong = [code for code in asked if code not in known and code != EVERY]
    if wrong:
        _refuse(words("ekspor.district", value=", ".join(wrong), known=", ".join(known)))
    if not asked and not province:
        _refuse(words("ekspor.nothing"))
    return tuple(dict.fromkeys([c for code in asked for c in (known if code == EVERY else (code,))])) + (("",) if province else ())


def _month(text: str, first: Month, last: Month, words: Words) -> str:
    if text and not (_MONTH.fullmatch(text) and first <= Month.parse(text) <= last):
        _refuse(words("ekspor.month", value=text, first=first, last=last))
    return text


def _refuse(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise typer.Exit(WRONG)


def _write_all(occasions: tuple[Occasion, ...], kinds: tuple[str, ...], out: Path, words: Words) -> None:
    tasks = tasks_for(occasions, kinds)
    try:
        for done, task in enumerate(tasks, 1):
            folder = out / task.folder if len(occasions) > 1 else out
            folder.mkdir(parents=True, exist_ok=True)
            for file in _files(task, words):
                write_whole(folder / file.name, file)
                told = str((folder / file.name).relative_to(out))
                typer.echo(words("ekspor.line", done=done, all=len(tasks), name=told, size=number(len(file.body), words.language)))
    except OSError as error:
        kinds = {FileNotFoundError: "not_found", IsADirectoryError: "taken", FileExistsError: "taken", NotADirectoryError: "taken", PermissionError: "refused"}
        reason = words(f"ekspor.reason.{kinds.get(type(error), 'full' if error.errno == ENOSPC else 'other')}")
        _refuse(words("ekspor.folder", folder=error.filename2 or error.filename or out, reason=reason))


def _files(task: Task, words: Words) -> tuple[Artefact, ...]:
    """Return the files of one task; whatever breaks ends the program with a sentence, never with a traceback."""
    try:
        return task.make()
    except OSError:
        raise
    except Exception as error:
        _refuse(words("ekspor.broken", format=task.format, place=task.place, reason=f"{type(error).__name__}: {error}"[:300]))
        raise


def write_whole(path: Path, file: Artefact) -> None:
    """Put a file into its folder, whole or not at all; raises OSError where it cannot."""
    number, held = tempfile.mkstemp(dir=path.parent, prefix=".ucj-")
    try:
        with os.fdopen(number, "wb") as opened:
            opened.write(file.body)
            opened.flush()
            os.fsync(opened.fileno())
        os.chmod(held, 0o644)
        os.replace(held, path)
    except BaseException:
        Path(held).unlink(missing_ok=True)
        raise
