"""A change of one cell: a new plan, or the reason why not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petaucj.domain.month import Month
from petaucj.views.phrases import Reader
from petaucj.views.plan_edit import (
    EditFault, add_offer, add_tranche, edit_offer, edit_plan, edit_tranche, move_deadline, move_offer, remove_offer, remove_tranche,
)
from petaucj.views.plan_tables import offer_ids
from tests.plans import make_book, make_offer, make_plan

INDONESIAN = Reader("id", Month(2025, 10), Month(2026, 11))
PLAN = make_plan(offers=(make_offer("csr", 5, 10), make_offer("zakat"), make_offer("donation")))


def test_cells_of_a_tranche() -> None:
    plan = edit_tranche(PLAN, 1, "workers", "12.500", INDONESIAN)
    plan = edit_tranche(plan, 1, "acceptance", "89,8", INDONESIAN)
    plan = edit_tranche(plan, 1, "start", "2027-01", INDONESIAN)
    plan = edit_tranche(plan, 1, "commitment", "budgeted", INDONESIAN)
    changed = plan.tranches[1]
    assert (changed.workers, changed.acceptance, changed.start, changed.commitment) == (12_500, Decimal("0.898"), Month(2027, 1), "budgeted")
    assert plan.tranches[0] == PLAN.tranches[0]


@pytest.mark.parametrize(("field", "text", "rule"), [
    ("workers", "banyak", "whole"), ("workers", "99.999.999", "workers"), ("months", "0", "months"), ("months", "61", "months"),
    ("overlap", "101", "overlap"), ("acceptance", "0", "acceptance"), ("overlap", "x", "pct_typed"), ("start", "besok", "month")])
def test_a_cell_that_cannot_be_used_says_why(field: str, text: str, rule: str) -> None:
    with pytest.raises(EditFault) as fault:
        edit_tranche(PLAN, 0, field, text, INDONESIAN)
    assert fault.value.rule == rule
    for language in ("id", "en"):
        assert Reader(language, Month(2025, 10), Month(2026, 11)).words(f"rencana.fault.{rule}", value=text)


def test_an_emptied_cell_is_not_known_and_never_zero() -> None:
    assert edit_offer(PLAN, 0, "eligible", "", INDONESIAN).offers[0].eligible is None
    assert edit_offer(PLAN, 0, "cap_idr", "712 juta", INDONESIAN).offers[0].cap_idr == 712_000_000
    assert edit_plan(PLAN, "denominator", " ", INDONESIAN).base.denominator is None


def test_figures_typed_by_hand_name_no_document() -> None:
    plan = edit_plan(edit_plan(PLAN, "active", "20.000", INDONESIAN), "pct", "30", INDONESIAN)
    assert (plan.base.active, plan.goal.pct, plan.goal.regime, plan.goal.year, plan.goal.target_id) == (20_000, Decimal(30), "", None, "")
    basis = edit_plan(PLAN, "goal_basis", "bpjs_potential", INDONESIAN).goal
    assert (basis.basis, basis.regime, basis.year) == ("bpjs_potential", "district", 2025)


def test_lines_of_the_waterfall_move_and_keep_their_names() -> None:
    assert offer_ids(PLAN) == ("csr", "zakat", "donation")
    assert [o.funding_source for o in move_offer(PLAN, 1, -1).offers] == ["zakat", "csr", "donation"]
    assert move_offer(PLAN, 0, -1) == PLAN
    assert [o.funding_source for o in remove_offer(PLAN, 0).offers] == ["zakat", "donation"]
    added = add_offer(PLAN, make_book(), "palm_oil_share").offers[-1]
    assert (added.funding_source, added.cap_idr, added.eligible) == ("palm_oil_share", 712_000_000, None)


def test_a_new_payment_runs_through_the_budget_year_as_a_plan() -> None:
    plan = add_tranche(PLAN, "zakat", 1000, None, "fund-072")
    assert add_tranche(PLAN, "palm_oil_share", 7723, 3).tranches[-1].months == 3
    assert add_tranche(PLAN, "csr").tranches[-1].workers == 0
    assert (plan.tranches[-1].start, plan.tranches[-1].months, plan.tranches[-1].commitment, plan.tranches[-1].record_id) == (
        Month(2027, 1), 12, "planned", "fund-072")
    assert remove_tranche(plan, 2) == PLAN


def test_another_deadline_takes_its_budget_and_its_offers_along() -> None:
    today = Month(2026, 11)
    plan = move_deadline(PLAN, Month(2028, 6), today)
    assert (plan.goal.deadline, plan.first_month, plan.offers[0].start, plan.tranches) == (Month(2028, 6), Month(2028, 1), Month(2028, 1), PLAN.tranches)
    same_year = move_deadline(edit_plan(PLAN, "first_month", "2027-11", INDONESIAN), Month(2027, 12), today)
    assert same_year.first_month == Month(2027, 11)
    running = move_deadline(PLAN, Month(2026, 12), today)
    assert (running.first_month, running.offers[0].start, running.offers[0].months) == (Month(2026, 12), Month(2026, 12), 1)


def test_too_many_rows_are_refused() -> None:
    plan = PLAN
    for _ in range(22):
        plan = add_tranche(plan, "zakat", 1)
    with pytest.raises(EditFault, match="rows"):
        add_tranche(plan, "zakat", 1)
