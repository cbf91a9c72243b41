"""What a plan starts from and its other assumptions, as tables of one row that a reader may change."""

from __future__ import annotations

from petaucj.domain.month import Month, months_between
from petaucj.domain.plan import PACKAGES, Plan
from petaucj.text.numbers import number
from petaucj.views.entry import EntryRow, EntryTable, Options
from petaucj.views.phrases import Reader, basis_short, month_short
from petaucj.views.plan_tables import YEARS_AHEAD, Wrong, entry_cells, entry_column, maybe_people, options_of

BASES = ("bps_employed", "bpjs_potential", "bps_labour_force", "unknown")
FIRST_YEAR = 2020


def build_start(plan: Plan, reader: Reader, wrong: Wrong) -> EntryTable:
    """Return what the plan starts from and aims at, as one row that may be changed."""
    words = reader.words
    bases: Options = tuple((basis, basis_short(basis, reader)) for basis in BASES)
    held = [m for m in (plan.base.month, plan.base.denominator_month) if m is not None]
    known = reversed(months_between(min([Month(FIRST_YEAR, 1), *held]), max([reader.today, *held])))
    months = (("", words("rencana.start.no_month")), *((str(m), month_short(m, reader)) for m in known))
    columns = (
        entry_column("start", "active", "number", reader), entry_column("start", "month", "month", reader, months),
        entry_column("start", "denominator", "number", reader), entry_column("start", "denominator_month", "month", reader, months), entry_column("start", "basis", "select", reader, bases),
        entry_column("start", "pct", "percent", reader), entry_column("start", "goal_basis", "select", reader, bases),
    )
    base, goal = plan.base, plan.goal
    values = {"active": maybe_people(base.active, reader), "month": str(base.month or ""), "denominator": maybe_people(base.denominator, reader), "denominator_month": str(base.denominator_month or ""), "basis": base.basis,
              "pct": "" if goal.pct is None else number(goal.pct, reader.language), "goal_basis": goal.basis}
    return EntryTable(reader.language, words("rencana.start.caption"), columns, (EntryRow("plan", entry_cells("start", "plan", columns, values, wrong)),),
                      reset_label=words("rencana.start.reset"))


def build_more(plan: Plan, reader: Reader, wrong: Wrong) -> EntryTable:
    """Return the other assumptions as one row that may be changed."""
    words = reader.words
    budgets = months_between(min(reader.today, plan.first_month), max(Month(reader.today.year + YEARS_AHEAD, 12), plan.first_month))
    columns = (
        entry_column("more", "first_month", "month", reader, tuple((str(m), month_short(m, reader)) for m in budgets)),
        entry_column("more", "margin_pct", "percent", reader), entry_column("more", "grace_months", "select", reader, tuple((str(n), str(n)) for n in range(4))),
        entry_column("more", "package", "select", reader, options_of("package", tuple(PACKAGES), reader)),
        entry_column("more", "income_idr", "number", reader), entry_column("more", "wage_idr", "number", reader),
    )
    values = {"first_month": str(plan.first_month), "margin_pct": number(plan.margin_pct, reader.language), "grace_months": str(plan.grace_months), "package": plan.package,
              "income_idr": maybe_people(plan.income_idr, reader), "wage_idr": maybe_people(plan.wage_idr, reader)}
    return EntryTable(reader.language, words("rencana.more.caption"), columns, (EntryRow("plan", entry_cells("more", "plan", columns, values, wrong)),))
