"""The plan a district begins with: its newest record, its target, the funding already known (domain notes §7.2, §7.3)."""

from __future__ import annotations

from decimal import ROUND_FLOOR

from petaucj.domain.atlas import Atlas
from petaucj.domain.cover import COUNTABLE
from petaucj.domain.coverage import denominator_on, newest, newest_active, visible_at
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.month import Month
from petaucj.domain.plan import PLANNABLE, Base, Goal, Offer, Plan, Tranche
from petaucj.domain.planning import PlanningBook
from petaucj.domain.records import CoverageFact, Target
from petaucj.domain.targets import chosen_target

COMMITMENT = {"realised": "paid", "planned": "planned"}
BUDGET_YEAR = 12


def budget_start(today: Month) -> Month:
    """Return the month the next budget begins: January of next year, since this year's is already being spent."""
    return Month(today.year + 1, 1)


def first_plan(atlas: Atlas, book: PlanningBook, code: str, regime: str | None, per: Month, today: Month) -> Plan:
    """Return the plan a district begins with, everything in it taken from documents; what nobody published stays open."""
    start = budget_start(today)
    deadline = start.plus(BUDGET_YEAR - 1)
    target = chosen_target(atlas, code, regime, deadline.year)
    base = base_of(atlas, code, per, target.basis if target else "")
    return Plan(code, base, goal_of(target, deadline), start, tranches=known_tranches(atlas, code, base.month),
                offers=default_offers(book, code, start))


def aimed_at(plan: Plan, atlas: Atlas, regime: str, per: Month) -> Plan:
    """Return the plan aimed at another regime's target; a record that is still the documents' own follows to that target's denominator."""
    target = chosen_target(atlas, plan.area_code, regime, plan.goal.deadline.year)
    goal = goal_of(target, plan.goal.deadline)
    held = base_of(atlas, plan.area_code, per, plan.goal.basis)
    own = (plan.base.active, plan.base.month, plan.base.denominator, plan.base.basis) == (held.active, held.month, held.denominator, held.basis)
    return plan.with_(goal=goal, base=base_of(atlas, plan.area_code, per, goal.basis)) if own else plan.with_(goal=goal)


def goal_of(target: Target | None, deadline: Month) -> Goal:
    """Return a target as the goal of a plan; an open one where there is no target."""
    if target is None:
        return Goal(None, "unknown", deadline)
    return Goal(target.pct_printed, target.basis, deadline, target.regime, target.year, target.target_id)


def base_of(atlas: Atlas, code: str, per: Month, basis: str) -> Base:
    """Return the newest count of active participants up to ``per`` and the denominator on ``basis``, else the newest on any."""
    people = newest_active(atlas, code, per)
    held = denominator_on(atlas, code, basis, per) or newest(f for f in denominators(atlas, code, per))
    keys = tuple(dict.fromkeys(f.fact_key for f in (people, held) if f))
    return Base(people.active if people else None, people.as_of.month if people else None,
                held.denominator if held else None, held.as_of.month if held else None, held.basis if held else "unknown", keys)


def denominators(atlas: Atlas, code: str, per: Month) -> tuple[CoverageFact, ...]:
    """Return the statements up to ``per`` that print a denominator of all workers, the newest of each basis."""
    mine = [f for f in atlas.coverage_by_area.get(code, ()) if f.segment == "all" and f.usable and f.denominator
            and visible_at(f, per, atlas.newest_month)]
    return tuple(newest(f for f in mine if f.basis == basis) for basis in dict.fromkeys(f.basis for f in mine))


def known_tranches(atlas: Atlas, code: str, base_month: Month | None) -> tuple[Tranche, ...]:
    """Return the known funding with dated cover that runs in or after the month of the record, by its start; one statement is one tranche."""
    known = known_funding(atlas, code)
    running = [f for f in known if f.cover_start and f.cover_end and (base_month is None or f.cover_end >= base_month) and not _carried_out(f, known)]
    return tuple(_tranche(fact) for fact in sorted(running, key=lambda f: (f.cover_start, f.funding_source)))


def _carried_out(plan: FundingFact, known: tuple[FundingFact, ...]) -> bool:
    """Whether a planned payment has a realised one of the same fund, people and time beside it: then it is the same payment."""
    return plan.status == "planned" and any(
        f.status == "realised" and (f.funding_source, f.workers) == (plan.funding_source, plan.workers)
        and f.cover_start and f.cover_end and f.cover_start <= plan.cover_end and plan.cover_start <= f.cover_end for f in known)


def known_funding(atlas: Atlas, code: str) -> tuple[FundingFact, ...]:
    """Return the funding statements a plan may build on: a plannable payer and a number of people that is not a sum of others."""
    return tuple(f for f in atlas.funding_by_area.get(code, ())
                 if f.funding_source in PLANNABLE and f.status in COMMITMENT and f.workers and f.count_kind in COUNTABLE)


def undated_funding(atlas: Atlas, code: str) -> tuple[FundingFact, ...]:
    """Return the known funding whose months no source tells, newest year first; the reader must give them before it counts."""
    mine = [f for f in known_funding(atlas, code) if not (f.cover_start and f.cover_end)]
    return tuple(sorted(mine, key=lambda f: -(f.year or 0)))


def commitment_of(fact: FundingFact) -> str:
    """Return how firmly a statement promises: paid, planned, or budgeted where a plan names its budget."""
    return "budgeted" if fact.status == "planned" and fact.contribution_kind == "budget" else COMMITMENT[fact.status]


def _tranche(fact: FundingFact) -> Tranche:
    months = fact.cover_end.since(fact.cover_start) + 1
    return Tranche(fact.funding_source, fact.workers, fact.cover_start, months, commitment=commitment_of(fact), record_id=fact.cover_record or fact.evidence[0].record_id)


def default_offers(book: PlanningBook, code: str, start: Month) -> tuple[Offer, ...]:
    """Return one offer of every fund that may pay in a district, in the default order, for one budget year.

    Money is filled in only where a document tells it: the share of the palm-oil allotment that may go to other activities.
    """
    return tuple(_offer(book, code, source, start) for source, rule in book.rules.items() if not rule.excludes(code))


def _offer(book: PlanningBook, code: str, source: str, start: Month) -> Offer:
    rule = book.rules[source]
    begins = max(rule.usual_first_month or 1, start.month)
    return Offer(source, None, allotted_cap(book, code, source), Month(start.year, begins), BUDGET_YEAR + 1 - begins)


def allotted_cap(book: PlanningBook, code: str, source: str) -> int | None:
    """Return the most a known allotment lets a fund pay for contributions; None where no document tells it."""
    held = book.newest_allotment(code, source)
    if held is None:
        return None
    return int((held.idr * book.ratio("palm_oil_other_share")).to_integral_value(ROUND_FLOOR))


def statement_of(atlas: Atlas, code: str, tranche: Tranche) -> tuple[FundingFact | None, str]:
    """Return the statement a tranche names, and how far it still is that statement.

    "same": payer, people, months and status are the document's; "people": only payer and people are; "changed": less.
    A name that no funding record of the district carries gives (None, ""): neither an address nor a file can claim a document.
    """
    fact = next((f for f in known_funding(atlas, code) if any(e.record_id == tranche.record_id for e in f.evidence)), None)
    if fact is None:
        return None, ""
    if (fact.funding_source, fact.workers) != (tranche.funding_source, tranche.workers):
        return fact, "changed"
    told = (fact.cover_start, fact.cover_end, commitment_of(fact)) == (tranche.start, tranche.end, tranche.commitment)
    return fact, "same" if told else "people"
