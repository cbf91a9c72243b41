"""Who is protected in a month: recorded then, computed from an older record, or forecast (domain notes §7.3, §7.4)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petaucj.domain.arithmetic import ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import newest_active
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.month import Month
from petaucj.domain.plan import Base, Goal, Plan, Tranche
from petaucj.domain.prefill import denominators, known_funding, known_tranches
from petaucj.domain.projection import permanent_base, protected_at
from petaucj.domain.records import CoverageFact

RECORDED, COMPUTED, FORECAST = "recorded", "computed", "forecast"


@dataclass(frozen=True, slots=True)
class Share:
    """The protected people as a percentage of one denominator whose basis is known; ``fact`` prints it."""

    pct: Decimal
    fact: CoverageFact


@dataclass(frozen=True, slots=True)
class Protected:
    """A district's people whose contribution is paid in ``month``.

    ``kind`` is recorded (the record is of this month), computed (of an earlier one) or forecast (the month is still to
    come). ``people`` is None, never 0, where ``reason`` says why: no_count, undated_only or exceeds (``exceeding`` people more are
    paid for than the record counts). ``permanent`` are the recorded people without any known end. ``running`` tranches are paid in
    the month, ``ended`` ones after the record and before it. ``record`` is the count all this rests on.
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
        """Whether a tranche is taken to be counted in the record already; one that starts later is taken as net new."""
        return tranche.start <= self.record.as_of.month


def protected(atlas: Atlas, code: str, month: Month, today: Month) -> Protected:
    """Return who is protected in a district in any month, resting on the newest dated count up to ``month`` or ``today``.

    Counts on funding that is paid or budgeted and whose months are known; a renewal nobody announced is unknown and stays out.
    """
    per = min(month, today)
    record = newest_active(atlas, code, per)
    # A dated count always wins over an undated one, so an undated newest means there is no other.
    if record is None or record.as_of.month is None:
        return Protected(code, month, _kind(None, month, today), None, "undated_only" if record else "no_count")
    kind = _kind(record.as_of.month, month, today)
    plan = _plan(atlas, code, record)
    permanent = permanent_base(plan, plan.committed)
    if permanent < 0:
        return Protected(code, month, kind, None, "exceeds", record, exceeding=-permanent)
    people = protected_at(plan, plan.committed, month)
    shares = tuple(Share(rounded(ratio_pct(people, fact.denominator)), fact) for fact in denominators(atlas, code, per)
                   if fact.as_of.known and fact.basis != "unknown")
    return Protected(code, month, kind, people, "", record, permanent, tuple(t for t in plan.committed if t.paid_in(month)),
                     tuple(t for t in plan.committed if t.end < month), shares)


def _kind(record: Month | None, month: Month, today: Month) -> str:
    if month > today:
        return FORECAST
    return RECORDED if record == month else COMPUTED


def _plan(atlas: Atlas, code: str, record: CoverageFact) -> Plan:
    """Return the plan nobody made: the record and the funding already known, no grace after the last paid month."""
    month = record.as_of.month
    return Plan(code, Base(record.active, month, None, None, "unknown", (record.fact_key,)), Goal(None, "unknown", month), month,
                tranches=known_tranches(atlas, code, month), grace_months=0)


def statements_of(atlas: Atlas, held: Protected) -> tuple[FundingFact, ...]:
    """Return the funding statements behind the running and the ended tranches, in the order of the seeds."""
    wanted = {tranche.record_id for tranche in (*held.running, *held.ended)}
    return tuple(fact for fact in known_funding(atlas, held.code) if fact.evidence[0].record_id in wanted and fact.cover_end)


def largest_record(atlas: Atlas) -> int:
    """Return the largest count of active participants any district ever published, so that circles of all months share one scale."""
    return max((f.active for code in atlas.district_by_code for f in atlas.coverage_by_area.get(code, ())
                if f.segment == "all" and f.usable and f.active and f.as_of.known), default=1)
