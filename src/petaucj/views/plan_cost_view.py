"""What a plan costs in words: the people still needed, every payment by payer, the rates it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.contributions import contribution
from petaucj.domain.need import NoNeed
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan_cost import Bill, TrancheCost, total_in_year
from petaucj.domain.planning import PlanningBook
from petaucj.domain.waterfall import OWN_DUTY, UNFUNDED_PAYER
from petaucj.text.numbers import number
from petaucj.views.banding import Row, Table
from petaucj.views.phrases import Reader, month_name, month_short, people, rupiah, rupiah_short
from petaucj.views.plan_rates import RatesView, build_rates
from petaucj.views.plan_tables import fund_names

NOTHING = "–"
WAGE_EXAMPLE = "wage_example_idr"


@dataclass(frozen=True, slots=True)
class CostView:
    """The cost of a plan: the gap with its table, the payments with their table and remarks, the rates.

    ``gap`` has no rows where there is no number; ``plan`` none where nothing is paid. Marked rows are sums.
    """

    gap_title: str
    gap_sentences: tuple[str, ...]
    gap: Table
    plan_title: str
    plan_empty: str
    plan: Table
    plan_notes: tuple[str, ...]
    rates: RatesView


def build_cost(result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> CostView:
    """Return what a plan costs; an amount nobody can know is told as such, never as Rp0."""
    words, names = reader.words, fund_names(atlas, reader)
    return CostView(
        words("biaya.gap.title"), tuple(_gap_sentences(result, names, reader)), _gap_table(result, reader),
        words("biaya.plan.title"), "" if result.costs else words("biaya.plan.none"), _plan_table(result, names, reader),
        tuple(_plan_notes(result, book, names, reader)), build_rates(result, book, atlas, reader),
    )


def why_no_need(found: NoNeed, reader: Reader) -> str:
    """Return in a clause why nobody can be counted."""
    return reader.words(f"biaya.no_need.{found.reason}")


def _gap_sentences(result: Outlook, names: dict[str, str], reader: Reader) -> list[str]:
    words, bill, fund = reader.words, result.gap_bill, names[UNFUNDED_PAYER]
    if isinstance(result.need, NoNeed):
        return [words("biaya.gap.no_people", reason=why_no_need(result.need, reader))]
    if not result.need.missing:
        return [words("biaya.gap.none")]
    if bill is None:
        return [words("biaya.gap.no_rate", fund=fund, start=month_name(result.plan.first_month, reader))]
    told = {"people": people(bill.people, reader), "fund": fund, "month": rupiah(bill.month_idr, reader), "year": bill.first_month.year,
            "start": month_name(bill.first_month, reader), "twelve": rupiah_short(bill.twelve_months_idr, reader)}
    said = [words("biaya.gap.sentence_year", **told) if bill.rest_of_year_months == 12 else
            words("biaya.gap.sentence", rest=rupiah_short(bill.rest_of_year_idr, reader), left=bill.rest_of_year_months, **told)]
    if bill.twelve_months_idr != 12 * bill.month_idr:
        said.append(words("biaya.gap.change", month=rupiah(bill.month_idr, reader), times=rupiah(12 * bill.month_idr, reader),
                          twelve=rupiah(bill.twelve_months_idr, reader)))
    return said


def _gap_table(result: Outlook, reader: Reader) -> Table:
    """Return the cost of what is needed and, beside it, of the gap that forgets what expires."""
    words, start = reader.words, result.plan.first_month
    columns = (words("biaya.gap.what"), words("biaya.gap.people"), words("biaya.gap.month", start=month_short(start, reader)),
               words("biaya.gap.rest", year=start.year, left=13 - start.month), words("biaya.gap.twelve"))
    bills = [(name, bill) for name, bill in (("needed", result.gap_bill), ("naive", result.naive_bill)) if bill]
    if not any(bill.people for _, bill in bills):
        return Table(columns, ())
    rows = tuple(Row((words(f"biaya.gap.{name}"), *_bill_cells(bill, reader)), name == "needed") for name, bill in bills)
    return Table(columns, rows, (1, 2, 3, 4))


def _bill_cells(bill: Bill, reader: Reader) -> tuple[str, ...]:
    return people(bill.people, reader), *(rupiah(idr, reader) for idr in (bill.month_idr, bill.rest_of_year_idr, bill.twelve_months_idr))


def _plan_table(result: Outlook, names: dict[str, str], reader: Reader) -> Table:
    """Return one row a payment, payer after payer; sums hold rupiah only, since people of different months may be the same."""
    words, year = reader.words, result.plan.first_month.year
    columns = (*(words(f"biaya.plan.{name}") for name in ("payer", "status", "people", "months", "month")),
               words("biaya.plan.year", year=year), words("biaya.plan.whole"))
    rows: list[Row] = []
    groups = _by_payer(result)
    for source, held in groups.items():
        rows += [Row(_cost_cells(cost, names[source], planned, year, reader)) for cost, planned in held]
        if len(held) > 1 and source != UNFUNDED_PAYER:
            rows.append(_sum_row(words("biaya.plan.payer_total", fund=names[source]), [cost for cost, _ in held], year, reader))
    if rows:
        district = [cost for cost, _ in groups.get(UNFUNDED_PAYER, [])]
        rows.append(_sum_row(words("biaya.plan.district_total", fund=names[UNFUNDED_PAYER]), district, year, reader))
        rows.append(_sum_row(words("biaya.plan.all_total"), list(result.costs), year, reader))
    return Table(columns, tuple(rows), (2, 4, 5, 6))


def _by_payer(result: Outlook) -> dict[str, list[tuple[TrancheCost, bool]]]:
    """Return the costs of each payer in order of first appearance, and whether each is the plan's own (else the waterfall's)."""
    groups: dict[str, list[tuple[TrancheCost, bool]]] = {}
    for index, cost in enumerate(result.costs):
        groups.setdefault(cost.tranche.funding_source, []).append((cost, index < len(result.plan.tranches)))
    return groups


def _cost_cells(cost: TrancheCost, name: str, planned: bool, year: int, reader: Reader) -> tuple[str, ...]:
    words, t = reader.words, cost.tranche
    told = {"start": month_short(t.start, reader), "end": month_short(t.end, reader), "months": t.months}
    status = words(f"rencana.commitment.{t.commitment}") if planned else words("biaya.plan.mix")
    amounts = (cost.in_month(t.start), cost.in_year(year), cost.total_idr)
    unknown = words("biaya.plan.wage" if t.funding_source == OWN_DUTY else "biaya.plan.no_rate")
    return (name, status, people(cost.people, reader), words(f"biaya.plan.{'span' if t.months > 1 else 'single'}", **told),
            *(unknown if idr is None else rupiah(idr, reader) for idr in amounts))


def _sum_row(name: str, costs: list[TrancheCost], year: int, reader: Reader) -> Row:
    unknown = sum(not cost.known for cost in costs)
    label = reader.words("biaya.plan.without_unknown", name=name, count=unknown) if unknown else name
    amounts = (total_in_year(costs, year)[0], sum(cost.total_idr for cost in costs if cost.known))
    return Row((label, "", "", "", "", *(rupiah(idr, reader) for idr in amounts)), True)


def _plan_notes(result: Outlook, book: PlanningBook, names: dict[str, str], reader: Reader) -> list[str]:
    words, notes = reader.words, []
    employers = [cost for cost in result.costs if cost.tranche.funding_source == OWN_DUTY]
    if employers:
        notes.append(words("biaya.plan.employer_zero"))
    if any(not cost.known for cost in employers):
        notes.append(words("biaya.plan.employer_wage", wage=rupiah(book.amount(WAGE_EXAMPLE), reader)))
    notes += [note for cost in result.costs if (note := _change(cost, book, names, reader))]
    paid = sum(cost.total_idr for cost in result.costs if cost.tranche.commitment == "paid" and cost.known)
    if paid:
        notes.append(words("biaya.plan.paid", paid=rupiah(paid, reader)))
    if len(result.costs) > 1:
        notes.append(words("biaya.plan.not_summed"))
    return notes


def _change(cost: TrancheCost, book: PlanningBook, names: dict[str, str], reader: Reader) -> str:
    """Return both amounts where the contribution of one person changes inside the paid months: the first month times the months, and the real one."""
    t = cost.tranche
    first = cost.in_month(t.start)
    if not cost.known or cost.total_idr == first * t.months:
        return ""
    each = [(month, contribution(book.table, cost.payer, month).idr) for month, _ in cost.monthly]
    month, after = next((month, idr) for month, idr in each if idr != each[0][1])
    return reader.words("biaya.plan.change", fund=names[t.funding_source], people=people(cost.people, reader), before=rupiah(each[0][1], reader),
                        after=rupiah(after, reader), month=month_name(month, reader), first=rupiah(first, reader),
                        months=number(t.months, reader.language), times=rupiah(first * t.months, reader), whole=rupiah(cost.total_idr, reader))
