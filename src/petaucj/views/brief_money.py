"""The money on the one-page brief: who pays, what stays unfunded, and the options, in as few columns as the page has."""

from __future__ import annotations

from petaucj.domain.need import Need
from petaucj.text.words import words_in
from petaucj.views.banding import Row, Table
from petaucj.views.daerah_funding import FundingView
from petaucj.views.handout import Handout
from petaucj.views.plan_spread import budget_of

COLUMNS = ("fund", "people", "months", "idr", "status")
# Columns of the district's table of statements that answer the same questions.
FUND, PEOPLE, LENGTH, RUPIAH, STATUS = 1, 3, 4, 6, 8
OPTION, BOUGHT, QUALITY = 0, 1, 3
# Of scenarios somebody has worked out: people protected, people without a payer, and what the district budget pays.
SCENARIO_ROWS = 3


def paying_of(handout: Handout, most: int) -> tuple[str, Table | None, str]:
    """Return the heading, the table and a note: the payments of the plan, else the year's statements; last what nobody pays for.

    More payments than ``most`` are counted, not listed.
    """
    words, table = words_in(handout.stamp.language), handout.paying
    plan_rows = table.rows if table else ()
    open_rows = tuple(row for row in plan_rows if row.chosen)
    paid = tuple(row for row in plan_rows if not row.chosen)
    title = words("ringkas.funding")
    if not paid and handout.funding.bars:
        paid, title = _statements(handout.funding), handout.funding.title
    columns = tuple(words(f"lembar.sheet.column_{name}") for name in COLUMNS)
    rows = (*paid[:most], *open_rows)
    note = words("ringkas.more", count=len(paid) - most) if len(paid) > most else "" if paid else words("ringkas.no_payment")
    return title, Table(columns, rows, (1, 3)) if rows else None, note


def _statements(view: FundingView) -> tuple[Row, ...]:
    """Return the rows of the year's table that are drawn as bars: realised, dated, with a number of people."""
    numbers = [int(bar.label.partition(".")[0]) for bar in view.bars]
    return tuple(Row(tuple(view.table.rows[n - 1][i] for i in (FUND, PEOPLE, LENGTH, RUPIAH, STATUS))) for n in numbers)


def options_of(handout: Handout) -> dict[str, str | Table | None]:
    """Return heading, line and table of the options, by the names of the view; without a table the line says what is waited for."""
    held, words = handout.options, words_in(handout.stamp.language)
    if held.table is None:
        need, budget = handout.plan.need, budget_of(handout.plan)
        kind = "no_rate" if budget else "no_gap" if isinstance(need, Need) and not need.missing else "no_money"
        line = words(f"ringkas.options_{kind}")
        return {"options_title": words("ringkas.options"), "options_line": line, "options": None}
    return {"options_title": held.sentence, "options_line": "", "options": _narrow(handout) if held.bars else _few(held.table)}


def _few(table: Table) -> Table:
    return Table(table.columns, table.rows[:SCENARIO_ROWS], table.right)


def _narrow(handout: Handout) -> Table:
    """Return the options with the same money without the money, because the heading tells it."""
    held, words = handout.options, words_in(handout.stamp.language)
    columns = (*held.table.columns[:QUALITY - 1], words("ringkas.option_share"))
    return Table(columns, tuple(Row(tuple(row.cells[i] for i in (OPTION, BOUGHT, QUALITY))) for row in held.table.rows), (1,))
