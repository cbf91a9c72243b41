"""A plan: where a district starts, where it wants to be, and who pays for whom from when to when (domain notes §7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from petaucj.domain.month import Month

# What a fund has promised; only the first two may be counted on before the plan acts.
COMMITMENTS = ("paid", "budgeted", "planned", "scenario")
COMMITTED = frozenset({"paid", "budgeted"})
SECTORS = ("non_transport", "transport")
PLANNABLE = ("employer", "self_paid", "palm_oil_share", "csr", "zakat", "civil_servants", "donation",
             "village_budget", "village_fund", "province_budget", "district_budget")
PACKAGES = {"two": ("work_injury", "death"), "three": ("work_injury", "death", "old_age")}
ONE, NOTHING = Decimal(1), Decimal(0)


@dataclass(frozen=True, slots=True)
class Base:
    """The record a plan starts from: active participants in a month, and the workers they are measured against.

    None where nobody published it. ``fact_keys`` name the statements the numbers come from; empty when typed by hand.
    """

    active: int | None
    month: Month | None
    denominator: int | None
    denominator_month: Month | None
    basis: str
    fact_keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """What is aimed at: a percentage of a denominator of one basis, by the end of ``deadline``."""

    pct: Decimal | None
    basis: str
    deadline: Month
    regime: str = ""
    year: int | None = None
    target_id: str = ""


@dataclass(frozen=True, slots=True)
class Tranche:
    """People one payer covers for some months (domain notes §7.3).

    ``overlap`` is the share of them protected anyway (0 to 1), ``acceptance`` the share that enrolment
    accepts (above 0, to 1), ``continuing`` the share that goes on paying alone afterwards (0 to 1).
    ``record_id`` names the funding record it was filled from; empty when typed by hand.
    """

    funding_source: str
    workers: int
    start: Month
    months: int
    sector: str = "non_transport"
    commitment: str = "planned"
    overlap: Decimal = NOTHING
    acceptance: Decimal = ONE
    continuing: Decimal = NOTHING
    record_id: str = ""

    @property
    def end(self) -> Month:
        """The last month that is paid."""
        return self.start.plus(self.months - 1)

    @property
    def accepted(self) -> int:
        """People whose contribution is paid."""
        return floored(self.workers * self.acceptance)

    @property
    def net(self) -> int:
        """People protected only because of this tranche."""
        return floored(self.workers * self.acceptance * (ONE - self.overlap))

    @property
    def stayers(self) -> int:
        """Net people who go on paying alone after the last paid month."""
        return floored(self.net * self.continuing)

    def in_record(self, month: Month) -> bool:
        """Whether the record of ``month`` already counts these people: paid or budgeted for that month; a plan cannot be in a record."""
        return self.commitment in COMMITTED and self.paid_in(month)

    def paid_in(self, month: Month) -> bool:
        """Whether ``month`` is one of the paid months."""
        return self.start <= month <= self.end

    def protected_in(self, month: Month) -> int:
        """Return the people this tranche protects in ``month``: all while it is paid, the stayers afterwards."""
        return self.net if self.paid_in(month) else self.stayers if month > self.end else 0

    def recorded_in(self, month: Month, grace: int) -> int:
        """Return the people still recorded as active in ``month``: paid or in grace, then the stayers."""
        return self.net if self.start <= month <= self.end.plus(grace) else self.stayers if month > self.end else 0


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the waterfall: what a funding source could pay.

    ``eligible`` is how many people it may pay for, ``cap_idr`` how much money it has; None where it is not known.
    """

    funding_source: str
    eligible: int | None
    cap_idr: int | None
    start: Month
    months: int
    sector: str = "non_transport"


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a calculation rests on; every field may be changed by the reader.

    ``growth_pct`` is the growth of the denominator in per cent a year; ``margin_pct`` how far the reader
    thinks the denominator may be off either way; ``grace_months`` (0 to 3) how long
    a record may stay active after the last payment; ``first_month`` the month the plan's own budget starts;
    ``programmes`` one of PACKAGES; ``income_idr`` the income reported for the work-injury share (None: the least
    contribution), ``wage_idr`` the wage of those an employer enrols (None: the employer's own cost is not computed).
    ``spread_idr`` and ``spread_source`` hold the constant budget of the breadth-or-duration question (None: what the gap costs in a year).
    """

    area_code: str
    base: Base
    goal: Goal
    first_month: Month
    tranches: tuple[Tranche, ...] = ()
    offers: tuple[Offer, ...] = ()
    growth_pct: Decimal = NOTHING
    margin_pct: Decimal = NOTHING
    grace_months: int = 3
    package: str = "two"
    income_idr: int | None = None
    wage_idr: int | None = None
    spread_idr: int | None = None
    spread_source: str = "district_budget"
    spread_sector: str = "non_transport"
    spread_months: int = 12
    title: str = ""

    @property
    def programmes(self) -> tuple[str, ...]:
        """The programmes paid for."""
        return PACKAGES[self.package]

    @property
    def committed(self) -> tuple[Tranche, ...]:
        """The tranches that are paid or budgeted."""
        return tuple(t for t in self.tranches if t.commitment in COMMITTED)

    def with_(self, **changes: object) -> Plan:
        """Return the plan with some values changed."""
        return replace(self, **changes)


def floored(people: Decimal) -> int:
    """Return whole people, rounded down."""
    return int(people.to_integral_value(ROUND_FLOOR))
