"""All districts with the plan each begins with, so that nobody has to choose before seeing."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.need import NoNeed
from petaucj.domain.outlook import Outlook, outlook
from petaucj.domain.planning import PlanningBook
from petaucj.domain.prefill import first_plan
from petaucj.views.banding import Row, Table
from petaucj.views.daerah_targets import regime_of
from petaucj.views.phrases import Reader, month_name, month_short, people, rupiah_short
from petaucj.views.plan_safe import safe_month
from petaucj.views.state import ViewState


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
    return outlook(first_plan(atlas, book, code, regime_of(atlas, state, code), min(reader.per, reader.today), reader.today), book)


def _cells(result: Outlook, reader: Reader) -> tuple[str, ...]:
    words, found = reader.words, result.need
    safe = safe_month(result, reader, "rencana.overview", month_short)
    if isinstance(found, NoNeed):
        reason = "no_figures" if found.reason == "no_denominator" and result.plan.base.active is None else found.reason
        return "–", "–", "–", safe if result.permanent is not None else "–", words(f"rencana.overview.reason.{reason}")
    if not found.missing:
        return "0", people(found.naive_missing, reader), "–", safe, words("rencana.overview.surplus", people=people(found.surplus, reader))
    idr = rupiah_short(result.gap_bill.twelve_months_idr, reader) if result.gap_bill else "–"
    return people(found.missing, reader), people(found.naive_missing, reader), idr, safe, ""
