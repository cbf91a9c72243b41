"""The tables of a plan on the page, and what a change of a cell does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Plan
from petaucj.domain.prefill import undated_funding
from petaucj.ui.entry import edit_table
from petaucj.ui.memory import atlas, book
from petaucj.ui.plan_desk import change_plan, first_now, forget_wrong, wrong_cells
from petaucj.views.phrases import Reader
from petaucj.views.plan_edit import add_offer, add_tranche, edit_offer, edit_plan, edit_tranche, move_offer, remove_offer, remove_tranche
from petaucj.views.plan_start import build_more, build_start
from petaucj.views.plan_tables import build_offers, build_tranches, offer_ids, record_of
from petaucj.views.state import ViewState


def show_tranches(result: Outlook, state: ViewState, reader: Reader) -> None:
    """Show the tranches as a table that may be changed."""
    view = build_tranches(result, book(), atlas(), reader, wrong_cells(state, reader))
    # Several changes may come at once; a row keeps its name while those before it go.
    places: dict[str, int | None] = {row.row_id: i for i, row in enumerate(view.rows)}

    def edit(row: str, field: str, text: str) -> None:
        place = places.get(row)
        if place is not None:
            change_plan(lambda plan, reader: edit_tranche(plan, place, field, text, reader), ("tranche", row, field), text)

    def remove(row: str) -> None:
        place = places.get(row)
        if place is None:
            return
        forget_wrong("tranche")
        change_plan(lambda plan, reader: remove_tranche(plan, place))
        places.update({name: None if at == place else at - 1 for name, at in places.items() if at is not None and at >= place})

    def reset() -> None:
        forget_wrong("tranche")
        places.clear()
        change_plan(lambda plan, reader: plan.with_(tranches=first_now().tranches))

    edit_table(view, "tabel-tranche", on_edit=edit, on_add=lambda value: change_plan(lambda plan, reader: _added(plan, value)), on_remove=remove,
               on_reset=reset)


def _added(plan: Plan, value: str) -> Plan:
    """Return the plan with a new tranche: of a fund, or of a statement whose months nobody told."""
    kind, _, name = value.partition(":")
    if kind == "new":
        return add_tranche(plan, name)
    fact = next((f for f in undated_funding(atlas(), plan.area_code) if record_of(f) == name), None)
    return add_tranche(plan, fact.funding_source, fact.workers, fact.months_funded, name) if fact else plan


def show_offers(result: Outlook, state: ViewState, reader: Reader) -> None:
    """Show the waterfall as a table that may be changed and put in another order."""
    view = build_offers(result, book(), atlas(), reader, wrong_cells(state, reader))

    def at_row(row: str, change: Callable[[Plan, int, Reader], Plan], cell: tuple[str, str, str] | None = None, text: str = "") -> None:
        """Change one line by its fund; a line that is gone already stays as it is."""
        change_plan(lambda plan, reader: change(plan, offer_ids(plan).index(row), reader) if row in offer_ids(plan) else plan, cell, text)

    def edit(row: str, field: str, text: str) -> None:
        at_row(row, lambda plan, place, reader: edit_offer(plan, place, field, text, reader), ("offer", row, field), text)

    def remove(row: str) -> None:
        forget_wrong("offer")
        at_row(row, lambda plan, place, reader: remove_offer(plan, place))

    def move(row: str, by: int) -> None:
        at_row(row, lambda plan, place, reader: move_offer(plan, place, by))

    def reset() -> None:
        forget_wrong("offer")
        change_plan(lambda plan, reader: plan.with_(offers=first_now().offers))

    edit_table(view, "tabel-sumber", on_edit=edit, on_add=lambda source: change_plan(lambda plan, reader: add_offer(plan, book(), source)),
               on_remove=remove, on_move=move, on_reset=reset)


def show_start(result: Outlook, state: ViewState, reader: Reader) -> None:
    """Show what the plan starts from and its other assumptions."""
    def edit(table: str):
        def take(row: str, field: str, text: str) -> None:
            change_plan(lambda plan, reader: edit_plan(plan, field, text, reader), (table, row, field), text)
        return take

    def reset() -> None:
        forget_wrong("start")
        change_plan(lambda plan, reader: plan.with_(base=first_now().base, goal=replace(first_now().goal, deadline=plan.goal.deadline)))

    edit_table(build_start(result.plan, reader, wrong_cells(state, reader)), "tabel-awal", on_edit=edit("start"), on_reset=reset)
    edit_table(build_more(result.plan, reader, wrong_cells(state, reader)), "tabel-anggapan", on_edit=edit("more"))
