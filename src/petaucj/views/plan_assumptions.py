"""Every assumption of a plan in short lines, each with its value and where it comes from; repeated on every output."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import COMMITTED, Plan, Tranche
from petaucj.domain.planning import PlanningBook, PlanningValue
from petaucj.domain.prefill import statement_of
from petaucj.domain.records import BASIS_LETTERS, CoverageFact, Target
from petaucj.text.dates import iso_name
from petaucj.views.phrases import Reader, basis_short, month_name, people, percent, regime_name, rupiah_short
from petaucj.views.plan_assumed_money import offer_lines, payer_lines, rate_lines
from petaucj.views.plan_assumed_words import Assumption, assumption_line, source_names
from petaucj.views.plan_changes import tranche_words
from petaucj.views.sumber_tables import key_words


ORIGINS = {"same": "record_id", "people": "record_people", "changed": "record_changed"}


@dataclass(frozen=True, slots=True)
class AssumptionsView:
    """All assumptions of one plan, in the order a reader checks them: ``items`` in parts, ``lines`` as whole sentences with their documents.

    ``source_ids`` are all documents they rest on, each once.
    """

    title: str
    items: tuple[Assumption, ...]
    lines: tuple[str, ...]
    source_ids: tuple[str, ...]


def build_assumptions(plan: Plan, result: Outlook, book: PlanningBook, atlas: Atlas, reader: Reader) -> AssumptionsView:
    """Return every assumption of a plan: the record, the target, the rates, the tranches, the waterfall, the benefit rules."""
    target = next((t for t in atlas.targets if plan.goal.target_id and t.target_id == plan.goal.target_id), None)
    items = (*_record(plan, atlas, reader), *_goal(plan, target, reader), *_own(plan, book, reader), *_tranches(plan, atlas, reader),
             *payer_lines(result, book, reader), *rate_lines(result, book, atlas, reader), *offer_lines(plan, book, reader), *_benefits(book, reader))
    named = source_names(atlas, (key for item in items for key in item.source_ids), reader)
    return AssumptionsView(reader.words("lembar.assume.title"), items, tuple(assumption_line(item, named, reader) for item in items), tuple(named))


def _held(plan: Plan, atlas: Atlas) -> tuple[CoverageFact | None, CoverageFact | None]:
    """Return the statement that gives the active participants, and the one that gives the denominator; None where typed by hand."""
    mine = [f for f in atlas.coverage_by_area.get(plan.area_code, ()) if f.fact_key in plan.base.fact_keys]
    return (next((f for f in mine if f.active == plan.base.active), None),
            next((f for f in mine if plan.base.denominator is not None and f.denominator == plan.base.denominator), None))


def _record(plan: Plan, atlas: Atlas, reader: Reader) -> list[Assumption]:
    words, base = reader.words, plan.base
    people_fact, size_fact = _held(plan, atlas)
    known = base.active is not None and base.month is not None
    active = words("lembar.assume.record_value", people=people(base.active, reader), month=month_name(base.month, reader)) if known else ""
    size = "" if base.denominator is None else words(
        "lembar.assume.denominator_value" if base.denominator_month else "lembar.assume.denominator_undated", people=people(base.denominator, reader),
        **({"month": month_name(base.denominator_month, reader)} if base.denominator_month else {}))
    basis = words("lembar.assume.basis_value", letter=BASIS_LETTERS[base.basis], basis=basis_short(base.basis, reader))
    return [_from_fact("record", active, people_fact, reader), _from_fact("denominator", size, size_fact, reader),
            Assumption(words("lembar.assume.basis"), basis, _basis_reason(size_fact, reader) if size else "")]


def _from_fact(name: str, value: str, fact: CoverageFact | None, reader: Reader) -> Assumption:
    words = reader.words
    if not value:
        return Assumption(words(f"lembar.assume.{name}"), words("lembar.assume.unknown"))
    if fact is None:
        return Assumption(words(f"lembar.assume.{name}"), value, words("lembar.assume.typed"))
    return Assumption(words(f"lembar.assume.{name}"), value, "", (fact.evidence[0].source_id,))


def _basis_reason(fact: CoverageFact | None, reader: Reader) -> str:
    if fact is None:
        return reader.words("lembar.assume.typed")
    key = "basis_inferred" if fact.basis_status == "inferred" else "basis_other"
    return reader.words(f"lembar.assume.{key}", reason=fact.basis_reason.of(reader.language).rstrip("."))


def _goal(plan: Plan, target: Target | None, reader: Reader) -> list[Assumption]:
    words, goal = reader.words, plan.goal
    deadline = Assumption(words("lembar.assume.deadline"), words("lembar.assume.deadline_value", deadline=month_name(goal.deadline, reader),
                                                                 start=month_name(plan.first_month, reader)))
    if goal.pct is None:
        return [Assumption(words("lembar.assume.target"), words("lembar.assume.unknown")), deadline]
    told = {"percent": percent(goal.pct, reader), "basis": basis_short(goal.basis, reader)}
    if not goal.regime:
        return [Assumption(words("lembar.assume.target"), words("lembar.assume.target_typed", **told), words("lembar.assume.typed")), deadline]
    regime = regime_name(goal.regime, reader)
    value = words("lembar.assume.target_value", regime=regime, year=goal.year or words("lembar.assume.no_year"), **told)
    if goal.year and goal.year != goal.deadline.year:
        value += f"; {words('lembar.assume.target_year', regime=regime, wanted=goal.deadline.year, own=goal.year)}"
    if target is None:
        return [Assumption(words("lembar.assume.target"), value, words("lembar.assume.typed")), deadline]
    key = "lembar.assume.legal_none" if target.legal_basis_status == "not_stated" else f"methods.targets.legal_{target.legal_basis_status}"
    legal = words(key, legal=target.legal_basis)
    return [Assumption(words("lembar.assume.target"), value, legal, (target.source_id,)), deadline]


def _own(plan: Plan, book: PlanningBook, reader: Reader) -> list[Assumption]:
    words, default = reader.words, reader.words("lembar.assume.default")

    def line(name: str, value: str, usual: bool) -> Assumption:
        return Assumption(words(f"lembar.assume.{name}"), value, default if usual else words("lembar.assume.typed"))

    found = [line("growth", words("lembar.assume.growth_value", percent=percent(plan.growth_pct, reader)), not plan.growth_pct),
             line("margin", words("lembar.assume.margin_value", percent=percent(plan.margin_pct, reader)), not plan.margin_pct)]
    lapse, grace = book.values["lapse_months"], words("lembar.assume.grace_value", months=plan.grace_months)
    found.append(_from_value("grace", grace, lapse, reader) if plan.grace_months == lapse.value else line("grace", grace, False))
    income = words("lembar.assume.income_least") if plan.income_idr is None else rupiah_short(plan.income_idr, reader)
    found += [line("package", words(f"rencana.package.{plan.package}"), plan.package == "two"), line("income", income, plan.income_idr is None)]
    return found if plan.wage_idr is None else [*found, line("wage", rupiah_short(plan.wage_idr, reader), False)]


def _from_value(name: str, told: str, value: PlanningValue, reader: Reader) -> Assumption:
    how = reader.words("methods.rates.checked_on", how=key_words("verification", value.verification, reader), date=iso_name(value.checked_on, reader.language))
    return Assumption(reader.words(f"lembar.assume.{name}"), told, "; ".join(filter(None, (value.legal_basis, how))), (value.source_id,))


def _tranches(plan: Plan, atlas: Atlas, reader: Reader) -> list[Assumption]:
    words, found = reader.words, []
    for number, row in enumerate(plan.tranches, 1):
        net = words("lembar.assume.net_all") if row.net == row.workers else words("lembar.assume.net_part", people=people(row.net, reader))
        value = words("lembar.assume.tranche_value", row=tranche_words(row, reader), inside=f"{inside_words(plan, row, reader)}, {net}")
        fact, kind = statement_of(atlas, plan.area_code, row)
        source = words(f"lembar.assume.{ORIGINS[kind]}", record=row.record_id) if fact else words("lembar.assume.typed")
        # A changed row names where it started, never its document: the document does not say so.
        documents = tuple(e.source_id for e in fact.evidence if e.record_id == row.record_id) if kind in ("same", "people") else ()
        found.append(Assumption(words("lembar.assume.tranche", number=number), value, source, documents))
    return [*found, Assumption(words("lembar.assume.nik"), words("lembar.assume.nik_value"))] if len(found) > 1 else found


def inside_words(plan: Plan, row: Tranche, reader: Reader) -> str:
    """Return whether a tranche is taken to be in the record already or to come on top of it."""
    words, month = reader.words, plan.base.month
    if month is None:
        return words("lembar.assume.inside_unknown")
    kind = (
        "new" if row.start > month or row.commitment not in COMMITTED else "paid" if row.paid_in(month)
        else "grace" if row.end.plus(plan.grace_months) >= month else "over")
    return words(f"lembar.assume.inside_{kind}", month=month_name(month, reader))


def _benefits(book: PlanningBook, reader: Reader) -> list[Assumption]:
    words, high, waiting = reader.words, book.values["death_full_idr"], book.values["full_death_after_months"]
    death = words("lembar.assume.benefit_value", high=rupiah_short(int(high.value), reader), months=int(waiting.value),
                  low=rupiah_short(book.amount("death_short_idr"), reader))
    school = words("lembar.assume.scholarship_value", idr=rupiah_short(book.amount("scholarship_max_idr"), reader),
                   years=book.amount("scholarship_after_years"))
    return [_from_value("benefit", death, waiting, reader), _from_value("scholarship", school, book.values["scholarship_after_years"], reader)]
