"""Scenarios A, B and C side by side: the same questions asked of each, what differs, and what the budget pays in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from petaucj.domain.need import Need
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Plan, Tranche
from petaucj.domain.plan_cost import total_in_year
from petaucj.domain.planning import PlanningBook
from petaucj.domain.spread import full_death_share, short_cover
from petaucj.views.banding import Row, Table
from petaucj.views.phrases import Reader, month_name, month_short, people, percent, points, rupiah, rupiah_short
from petaucj.views.plan_changes import plan_changes
from petaucj.views.plan_safe import safe_month

PUBLIC = "district_budget"
# The questions that fit on a sheet of paper.
BRIEF = ("protected", "unfunded", "district", "four_mean", "cliff", "quality")
NOT_ON_THE_PAGE = ("quality",)


@dataclass(frozen=True, slots=True)
class ScenariosView:
    """The scenarios as a table with one column each; ``edited`` names those that differ from the plan the district begins with.

    ``brief`` holds only the rows that fit on a sheet of paper.
    ``budgets`` say what each other scenario costs the district budget beside A, ``differences`` what was changed against A.
    """

    title: str
    table: Table
    brief: Table
    edited: tuple[str, ...]
    sentence: str
    budgets: tuple[str, ...]
    differences: tuple[str, ...]


def build_scenarios(results: Mapping[str, Outlook], first: Plan, book: PlanningBook, reader: Reader) -> ScenariosView:
    """Return the scenarios side by side; ``results`` by letter, ``first`` the plan the district begins with.

    All others are compared with the first letter that is there (A, unless its plan cannot be computed).
    """
    words = reader.words
    if not results:
        return ScenariosView(words("lembar.scenarios.title"), Table((), ()), Table((), ()), (), "", (), ())
    lead, *letters = results
    edited = tuple(letter for letter, result in results.items() if result.plan != first)
    columns = (words("lembar.scenarios.column"), *(words("lembar.scenarios.name", letter=letter.upper()) for letter in results))
    state = (words("lembar.scenarios.state"), *(words(f"lembar.scenarios.{'edited' if letter in edited else 'unedited'}") for letter in results))
    rows = {key: Row((name, *(tell(result) for result in results.values()))) for key, name, tell in _questions(results[lead], book, reader)}
    right = tuple(range(1, len(columns)))
    others = [letter for letter in letters if {letter, lead} & set(edited)]
    return ScenariosView(
        words("lembar.scenarios.title"), Table(columns, (Row(state), *(row for key, row in rows.items() if key not in NOT_ON_THE_PAGE)), right),
        Table(columns, tuple(rows[key] for key in BRIEF), right), edited, "" if edited else words("lembar.scenarios.nothing_edited"),
        tuple(_budget(letter, lead, results, reader) for letter in others), tuple(_difference(letter, lead, results, reader) for letter in others),
    )


def _questions(a: Outlook, book: PlanningBook, reader: Reader) -> list[tuple[str, str, Callable[[Outlook], str]]]:
    """Return each row's key, its name, and how it is answered; names take their month and year from A."""
    words, year = reader.words, a.plan.first_month.year
    told = {"month": month_short(a.plan.goal.deadline, reader), "year": year, "months": a.four.months if a.four else 12}
    answers: list[tuple[str, Callable[[Outlook], str]]] = [
        ("protected", lambda r: _four(r, "at_deadline", reader)),
        ("required", lambda r: _people(r.need.required if isinstance(r.need, Need) else None, reader)),
        ("missing", lambda r: _people(r.need.missing if isinstance(r.need, Need) else None, reader)),
        ("unfunded", lambda r: _people(r.mix.unfunded if r.mix else None, reader)),
        ("reaches", lambda r: words("lembar.scenarios." + {True: "yes", False: "no", None: "unknown"}[r.reaches])),
        ("year", lambda r: _money(*r.year_idr, reader)), ("district", lambda r: _money(*public_cost(r), reader)),
        ("whole", lambda r: _money(r.whole_idr, sum(not cost.known for cost in r.costs), reader)),
        ("worker_months", lambda r: people(sum(cost.worker_months for cost in r.costs), reader)),
        ("four_mean", lambda r: _four(r, "mean", reader)), ("four_minimum", lambda r: _four(r, "minimum", reader)),
        ("four_peak", lambda r: _four(r, "peak", reader)), ("cliff", lambda r: _cliff(r, reader)), ("safe", lambda r: _safe(r, reader)),
        ("shortest", lambda r: shortest_words(r, book, reader)), ("quality", lambda r: _quality(r, book, reader)),
    ]
    return [(key, words(f"lembar.scenarios.{key}", **told), tell) for key, tell in answers]


def public_cost(result: Outlook) -> tuple[int, int]:
    """Return what the district budget pays in the plan's budget year, and how many of its payments have no known rate."""
    return total_in_year((cost for cost in result.costs if cost.tranche.funding_source == PUBLIC), result.plan.first_month.year)


def _people(count: int | None, reader: Reader) -> str:
    return reader.words("shared.none") if count is None else people(count, reader)


def _four(result: Outlook, name: str, reader: Reader) -> str:
    return _people(None if result.four is None else int(getattr(result.four, name)), reader)


def _money(amount: int, unknown: int, reader: Reader) -> str:
    return reader.words("lembar.scenarios.incomplete", amount=rupiah(amount, reader), count=unknown) if unknown else rupiah(amount, reader)


def _cliff(result: Outlook, reader: Reader) -> str:
    """Return the largest fall from the plan's budget on, else the largest of all."""
    words = reader.words
    falls = [c for c in result.cliffs if c.month >= result.plan.first_month] or list(result.cliffs)
    if not falls:
        return words("lembar.scenarios.no_cliff" if result.points else "shared.none")
    worst = max(falls, key=lambda c: c.people)
    key, told = ("size", {}) if worst.points is None else ("size_points", {"points": points(worst.points, reader)})
    return words("lembar.scenarios.fall", month=month_short(worst.month, reader),
                 size=words(f"lembar.projection.{key}", people=people(worst.people, reader), **told))


def _safe(result: Outlook, reader: Reader) -> str:
    if result.plan.base.month is None:
        return reader.words("shared.none")
    return safe_month(result, reader, "lembar.scenarios", month_name)


def shortest_cover(result: Outlook) -> Tranche | None:
    """Return the shortest tranche that still runs in the plan's budget or later; None without one."""
    running = [t for t in result.tranches if t.end >= result.plan.first_month and t.net]
    return min(running, key=lambda t: t.months, default=None)


def shortest_words(result: Outlook, book: PlanningBook, reader: Reader) -> str:
    """Return the shortest cover of a plan and what the heirs of a new participant would receive in it."""
    words, held, waiting = reader.words, shortest_cover(result), book.amount("full_death_after_months")
    if held is None:
        return words("lembar.scenarios.no_cover")
    told = {"months": held.months, "fund": words(f"lembar.fund.{held.funding_source}"), "high": rupiah_short(book.amount("death_full_idr"), reader)}
    if short_cover(held.months, waiting):
        return words("lembar.scenarios.short", low=rupiah_short(book.amount("death_short_idr"), reader), **told)
    return words("lembar.scenarios.full", share=percent(round(full_death_share(held.months, waiting) * 100), reader), **told)


def _quality(result: Outlook, book: PlanningBook, reader: Reader) -> str:
    """Return the shortest cover in as few words as a narrow column needs."""
    held, waiting = shortest_cover(result), book.amount("full_death_after_months")
    if held is None:
        return reader.words("shared.none")
    short = short_cover(held.months, waiting)
    amount = rupiah_short(book.amount("death_short_idr" if short else "death_full_idr"), reader)
    share = percent(round(full_death_share(held.months, waiting) * 100), reader)
    return reader.words(f"lembar.scenarios.quality_{'short' if short else 'full'}", months=held.months, amount=amount, share=share)


def _budget(letter: str, lead: str, results: Mapping[str, Outlook], reader: Reader) -> str:
    words, year, other = reader.words, results[letter].plan.first_month.year, results[lead].plan.first_month.year
    told = {"letter": letter.upper(), "lead": lead.upper()}
    if year != other:
        return words("lembar.scenarios.budget_year", year=year, other=other, **told)
    (mine, unknown), (base, also_unknown) = public_cost(results[letter]), public_cost(results[lead])
    if unknown or also_unknown:
        return words("lembar.scenarios.budget_unknown", count=unknown + also_unknown, **told)
    if mine == base:
        return words("lembar.scenarios.budget_same", year=year, amount=rupiah(mine, reader), **told)
    key = "budget_more" if mine > base else "budget_less"
    return words(f"lembar.scenarios.{key}", year=year, amount=rupiah(mine, reader), base=rupiah(base, reader),
                 difference=rupiah(abs(mine - base), reader), **told)


def _difference(letter: str, lead: str, results: Mapping[str, Outlook], reader: Reader) -> str:
    changes, told = plan_changes(results[lead].plan, results[letter].plan, reader), {"letter": letter.upper(), "lead": lead.upper()}
    if not changes:
        return reader.words("lembar.scenarios.same", **told)
    return reader.words("lembar.scenarios.differs", list="; ".join(changes), **told)
