"""All districts with the plan each begins with, so that nobody has to choose before seeing."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.need import NoNeed
from petaucj.domain.outlook import Outlook, outlook
from petaucj.domain.planning import PlanningBook
from petaucj.domain.prefill import first_plan
from petaucj.domain.targets import regimes_for
from petaucj.views.banding import Row, Table
from petaucj.views.phrases import Reader, month_name, month_short, people, rupiah_short
from petaucj.views.state import REGIMES, ViewState
from petaucj.views.plan_safe import safe_of


@dataclass(frozen=True, slots=True)
class OverviewView:
    """A title with the deadline, what the table rests on, and the table: one row a district, 19."""

    title: str
    intro: str
    table: Table


def build_overview(atlas: Atlas, book: PlanningBook, state: ViewState, reader: Reader) -> OverviewView:
    """Return what the first plan of every district asks for, or which figure it lacks."""
    words = reader.words
    columns = tuple(words(f"rencana.overview.{name}") for name in ("district", "missing", "naive", "idr", "safe", "remark"))
    results = [_result(atlas, book, district.code, state, reader) for district in atlas.districts]
    rows = tuple(Row((district.name, *_cells(result, reader))) for district, result in zip(atlas.districts, results, strict=True))
    return OverviewView(words("rencana.overview.title", deadline=month_name(results[0].plan.goal.deadline, reader)), words("rencana.overview.intro"),
                        Table(columns, rows, (1, 2, 3)))


def _result(atlas: Atlas, book: PlanningBook, code: str, state: ViewState, reader: Reader) -> Outlook:
    regime = REGIMES.get(state.target)
    return outlook(first_plan(atlas, book, code, regime if regime in regimes_for(atlas, code) else None, min(reader.per, reader.today), reader.today), book)


def _cells(result: Outlook, reader: Reader) -> tuple[str, ...]:
    words, found = reader.words, result.need
    safe = _safe(result, reader)
    if isinstance(found, NoNeed):
        reason = "no_figures" if found.reason == "no_denominator" and result.plan.base.active is None else found.reason
        return "–", "–", "–", safe if result.permanent is not None else "–", words(f"rencana.overview.reason.{reason}")
    if not found.missing:
        return "0", people(found.naive_missing, reader), "–", safe, words("rencana.overview.surplus", people=people(found.surplus, reader))
    idr = rupiah_short(result.gap_bill.twelve_months_idr, reader) if result.gap_bill else "–"
    return people(found.missing, reader), people(found.naive_missing, reader), idr, safe, ""


def _safe(result: Outlook, reader: Reader) -> str:
    safe = safe_of(result, reader)
    if safe.month is None:
        return reader.words("rencana.overview.no_end" if safe.known else "rencana.overview.unknown_end")
    month = month_short(safe.month, reader)
    return reader.words("rencana.overview.was_safe", month=month) if safe.passed else month
