"""The plan on one sheet of paper: verdict, three numbers, the months, who pays, the options, and everything it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address
from urllib.parse import urlsplit

from petaucj.domain.atlas import Atlas
from petaucj.domain.outlook import Outlook
from petaucj.domain.planning import PlanningBook
from petaucj.domain.records import BASIS_LETTERS
from petaucj.text.dates import day_name, iso_name
from petaucj.views.banding import Table
from petaucj.views.phrases import Reader, basis_short, month_name
from petaucj.views.plan_assumed_words import assumption_line, source_names
from petaucj.views.plan_assumptions import build_assumptions
from petaucj.views.plan_head import BigNumber, build_head
from petaucj.views.plan_projection import ProjectionView, build_projection
from petaucj.views.plan_scenarios import ScenariosView
from petaucj.views.plan_sheet_money import breadth_lines, funding_notes, funding_table, result_lines, run_words

BLANK_DECISIONS = 3


@dataclass(frozen=True, slots=True)
class Section:
    """One block of the sheet: its heading, a table or none, and sentences below it."""

    title: str
    table: Table | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """The whole sheet in the reader's words; texts may hold **strong** parts, nothing else is markup.

    ``months`` stand below the picture; ``decisions`` are the column heads of ``blank_rows`` empty lines to fill in by hand.
    """

    language: str
    title: str
    subtitle: str
    meta: str
    verdict: str
    warnings: tuple[str, ...]
    numbers: tuple[BigNumber, ...]
    projection: ProjectionView
    months: tuple[str, ...]
    sections: tuple[Section, ...]
    decisions_title: str
    decisions: tuple[str, ...]
    blank_rows: int
    small_print: tuple[Section, ...]
    foot: tuple[str, ...]


def build_sheet(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader, day: date, scenarios: ScenariosView | None = None,
                address: str = "", letter: str = "") -> SheetView:
    """Return the sheet of one plan, printed on ``day``.

    ``scenarios`` stand on it once one of them is edited; ``address`` leads back to the plan and is left out when only this
    machine can open it; ``letter`` tells which scenario the sheet is about.
    """
    words, plan, head = reader.words, result.plan, build_head(result, atlas, reader)
    left_out = words("rencana.number.open")
    return SheetView(
        reader.language, plan.title or head.title, _subtitle(reader, day, letter if scenarios and scenarios.edited else ""), _meta(result, atlas, reader),
        head.verdict, head.warnings, tuple(number for number in head.numbers if number.label != left_out), build_projection(result, reader),
        run_words(result, reader), _sections(result, book, atlas, reader, scenarios), words("lembar.sheet.decisions"),
        tuple(words(f"lembar.sheet.{name}") for name in ("decision", "person", "due")), BLANK_DECISIONS,
        _small_print(result, book, atlas, reader, scenarios), _foot(result, atlas, reader, day, address),
    )


def _subtitle(reader: Reader, day: date, letter: str) -> str:
    key, told = ("subtitle_of", {"letter": letter.upper()}) if letter else ("subtitle", {})
    return reader.words(f"lembar.sheet.{key}", day=day_name(day, reader.language), **told)


def _meta(result: Outlook, atlas: Atlas, reader: Reader) -> str:
    words, base, district = reader.words, result.plan.base, atlas.district_by_code.get(result.plan.area_code)
    basis = basis_short(base.basis, reader)
    parts = [district.name if district else result.plan.area_code,
             basis if base.basis == "unknown" else words("lembar.sheet.basis", letter=BASIS_LETTERS[base.basis], basis=basis),
             words("lembar.sheet.per", date=month_name(base.month, reader)) if base.month else words("lembar.sheet.undated")]
    return " · ".join(filter(None, parts))


def _sections(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader, scenarios: ScenariosView | None) -> tuple[Section, ...]:
    words, breadth, results = reader.words, breadth_lines(result, book, reader), result_lines(result, book, atlas, reader)
    found = [Section(words("lembar.sheet.funding"), funding_table(result, reader), funding_notes(result, reader))]
    if scenarios and scenarios.edited:
        found.append(Section(words("lembar.sheet.options"), scenarios.brief, scenarios.budgets))
    found += [Section(words("lembar.sheet.breadth"), None, breadth)] if breadth else []
    return (*found, Section(words("lembar.sheet.result"), None, results)) if results else tuple(found)


def _small_print(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader, scenarios: ScenariosView | None) -> tuple[Section, ...]:
    """Return all assumptions, each with the numbers of its documents, how scenarios differ, and those documents with their dates and addresses."""
    words, held = reader.words, build_assumptions(result.plan, result, book, atlas, reader)
    numbered = {key: f"[{i}]" for i, key in enumerate(held.source_ids, 1)}
    names = source_names(atlas, held.source_ids, reader)
    documents = tuple(words("lembar.sheet.source", number=numbered[key], name=name, url=atlas.sources[key].url) for key, name in names.items())
    differ = (Section(words("lembar.sheet.differences"), None, scenarios.differences),) if scenarios and scenarios.differences else ()
    return (Section(held.title, None, tuple(assumption_line(item, numbered, reader) for item in held.items)), *differ,
            Section(words("lembar.sheet.sources"), None, documents))


def _foot(result: Outlook, atlas: Atlas, reader: Reader, day: date, address: str) -> tuple[str, ...]:
    words, month = reader.words, result.plan.base.month
    told = {"number": atlas.release_number, "date": iso_name(atlas.release_date, reader.language), "hash": atlas.release_hash,
            "day": day_name(day, reader.language)}
    first = words("lembar.sheet.foot", per=month_name(month, reader), **told) if month else words("lembar.sheet.foot_undated", **told)
    public = public_address(address)
    return (first, words("lembar.sheet.address", address=public)) if public else (first,)


def public_address(address: str) -> str:
    """Return an address that others can open, or "" for one of this machine, of no host, or of another kind than http."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or host == "localhost" or host.endswith(".localhost"):
        return ""
    try:
        number = ip_address(host)
    except ValueError:
        return address
    return "" if number.is_loopback or number.is_unspecified else address
