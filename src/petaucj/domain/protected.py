"""Who is protected in a month: recorded then, computed from the record nearest in time, or forecast (domain notes §7.3, §7.4, §7.9)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import newest_active
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.month import Month, months_between
from petaucj.domain.outlook import BACK
from petaucj.domain.plan import Base, Goal, Plan, Tranche
from petaucj.domain.prefill import denominators, known_funding, known_tranches
from petaucj.domain.projection import permanent_base, protected_at
from petaucj.domain.records import CoverageFact

RECORDED, COMPUTED, COMPUTED_BACK, FORECAST = "recorded", "computed", "computed_back", "forecast"


@dataclass(frozen=True, slots=True)
class Share:
    """The protected people as a percentage of one denominator whose basis is known; ``fact`` prints it."""

    pct: Decimal
    fact: CoverageFact


@dataclass(frozen=True, slots=True)
class Protected:
    """A district's people whose contribution is paid in ``month``.

    ``kind`` is recorded (the record is of this month), computed (of an earlier one), computed_back (of a later one) or forecast
    (the month is still to come). ``people`` is None, never 0, where ``reason`` says why: no_count, undated_only or exceeds (``exceeding``
    people more are paid for than the record counts). ``permanent`` are the recorded people without any known end. ``running`` tranches are
    paid in the month, ``ended`` ones after the record and before the month. ``record`` is the count all this rests on.
    """

    code: str
    month: Month
    kind: str
    people: int | None
    reason: str = ""
    record: CoverageFact | None = None
    permanent: int | None = None
    running: tuple[Tranche, ...] = ()
    ended: tuple[Tranche, ...] = ()
    shares: tuple[Share, ...] = ()
    exceeding: int = 0

    def inside_record(self, tranche: Tranche) -> bool:
        """Whether a tranche is taken to be counted in the record already; one that starts later or ended before comes on top."""
        return tranche.in_record(self.record.as_of.month)


def protected(atlas: Atlas, code: str, month: Month, today: Month) -> Protected:
    """Return who is protected in a district in any month, resting on the dated count nearest to it.

    Counts on funding that is paid or budgeted and whose months are known; a renewal nobody announced is unknown and stays out.
    """
    record = _nearest(atlas, code, month, today)
    # A dated count always wins over an undated one, so an undated newest means there is no other.
    if record is None or record.as_of.month is None:
        return Protected(code, month, _kind(None, month, today), None, "undated_only" if record else "no_count")
    kind = _kind(record.as_of.month, month, today)
    plan = _plan(atlas, code, record, month)
    permanent = permanent_base(plan)
    if permanent < 0:
        return Protected(code, month, kind, None, "exceeds", record, exceeding=-permanent)
    people = protected_at(plan, plan.committed, month)
    # A later record is measured against the denominators of its own time, as the planner does.
    per = max(min(month, today), record.as_of.month)
    shares = tuple(Share(rounded(ratio_pct(people, fact.denominator)), fact) for fact in denominators(atlas, code, per)
                   if fact.as_of.known and fact.basis != "unknown")
    return Protected(code, month, kind, people, "", record, permanent, tuple(t for t in plan.committed if t.paid_in(month)),
                     tuple(t for t in plan.committed if t.end < month), shares)


def _nearest(atlas: Atlas, code: str, month: Month, today: Month) -> CoverageFact | None:
    """Return the count nearest in time to ``month``, the earlier of two equally near ones; undated where no other is known, else None.

    A later count speaks at most BACK months back and is never later than ``today``, so that a month to come rests on a past record.
    """
    before = newest_active(atlas, code, min(month, today))
    dated = before.as_of.month if before else None
    reach = min(BACK, month.since(dated) - 1) if dated else BACK
    for later in months_between(month.plus(1), min(month.plus(reach), today)):
        found = newest_active(atlas, code, later)
        # A later report that only repeats an earlier count gives way to it, so the newest one may still lie before the month.
        if found and found.as_of.month and found.as_of.month > month:
            return found
    return before


def _kind(record: Month | None, month: Month, today: Month) -> str:
    if month > today:
        return FORECAST
    if record is None or record < month:
        return COMPUTED
    return RECORDED if record == month else COMPUTED_BACK


def _plan(atlas: Atlas, code: str, record: CoverageFact, month: Month) -> Plan:
    """Return the plan nobody made: the record, the funding known to run in or after it or ``month``, no grace after the last paid month."""
    counted = record.as_of.month
    return Plan(code, Base(record.active, counted, None, None, "unknown", (record.fact_key,)), Goal(None, "unknown", counted), counted,
                tranches=known_tranches(atlas, code, min(counted, month)), grace_months=0)


def statements_of(atlas: Atlas, held: Protected) -> tuple[FundingFact, ...]:
    """Return the funding statements behind the running and the ended tranches, in the order of the seeds."""
    wanted = {tranche.record_id for tranche in (*held.running, *held.ended)}
    return tuple(fact for fact in known_funding(atlas, held.code) if fact.evidence[0].record_id in wanted and fact.cover_end)


def largest_record(atlas: Atlas) -> int:
    """Return the largest count of active participants any district ever published, so that circles of all months share one scale."""
    return max((f.active for code in atlas.district_by_code for f in atlas.coverage_by_area.get(code, ())
                if f.segment == "all" and f.usable and f.active and f.as_of.known), default=1)
