"""The monthly contribution of one worker, from the dated rate table (domain notes §2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from functools import cached_property, lru_cache

from petaucj.domain.month import Month, months_between
from petaucj.domain.rates import Rate

LONG_AGO, NEVER = Month(1900, 1), Month(9999, 12)
# Workers an employer enrols pay as wage earners of this risk class; office and farm work count as very low.
WAGE_RISK = "risk_very_low"


@dataclass(frozen=True, eq=False)
class RateTable:
    """All dated rates; one object for the whole server, so it is told apart by identity alone."""

    rates: tuple[Rate, ...]

    @cached_property
    def by_programme(self) -> Mapping[tuple[str, str], tuple[Rate, ...]]:
        """The rates of each segment and programme."""
        groups: dict[tuple[str, str], list[Rate]] = {}
        for rate in self.rates:
            groups.setdefault((rate.segment, rate.programme), []).append(rate)
        return {key: tuple(group) for key, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays for whom: everything that decides the rate besides the month.

    ``payer_class`` is state_budget, self_or_private or employer; ``income_idr`` the reported income of a
    non-wage worker (None: the least contribution); ``wage_idr`` the wage of a wage earner.
    """

    payer_class: str
    sector: str
    programmes: tuple[str, ...]
    income_idr: int | None = None
    wage_idr: int | None = None

    @property
    def segment(self) -> str:
        """The segment of the worker: wage earners through an employer, all others non-wage."""
        return "wage" if self.payer_class == "employer" else "non_wage"


@dataclass(frozen=True, slots=True)
class Contribution:
    """Rupiah for one worker and one month, and the rates it is made of."""

    idr: int
    rates: tuple[Rate, ...]


@lru_cache(maxsize=4096)
def contribution(table: RateTable, payer: Payer, month: Month) -> Contribution | None:
    """Return what one worker costs in ``month``, or None where a rate or the wage is not known.

    Of the rates that hold in that month the most particular speaks: one for the sector before one for any, one for the
    payer before one for any, a later one before an earlier; a relief never costs more than the standing rate. A month beyond a relief falls back to the standing rate.
    """
    parts = [_part(table, payer, programme, month) for programme in payer.programmes]
    if None in parts:
        return None
    return Contribution(sum(idr for idr, _ in parts), tuple(rate for _, rate in parts))


def _part(table: RateTable, payer: Payer, programme: str, month: Month) -> tuple[int, Rate] | None:
    """Return what one programme costs and by which rate; a relief whose own limit is not told never costs more than the standing rate."""
    rate = _speaking(table.by_programme.get((payer.segment, programme), ()), payer, month)
    amount = _amount(rate, payer) if rate else None
    if amount is None:
        return None
    if rate.valid_to is not None:
        standing = _speaking(tuple(r for r in table.by_programme[payer.segment, programme] if r.valid_to is None), payer, month)
        full = _amount(standing, payer) if standing else None
        if full is not None and full < amount:
            return full, standing
    return amount, rate


def _speaking(rates: tuple[Rate, ...], payer: Payer, month: Month) -> Rate | None:
    sectors = (WAGE_RISK, "any") if payer.segment == "wage" else (payer.sector, "any")
    fitting = [r for r in rates if r.sector in sectors
               and r.payer_class in (payer.payer_class, "any") and (r.valid_from or LONG_AGO) <= month <= (r.valid_to or NEVER)]
    return max(fitting, key=lambda r: (r.sector != "any", r.payer_class != "any", r.valid_from or LONG_AGO), default=None)


def _amount(rate: Rate, payer: Payer) -> int | None:
    """Return the rupiah of one rate: the fixed amount, or the share of income or wage within the rate's own limits."""
    if rate.amount_idr_per_month is not None:
        return int(rate.amount_idr_per_month)
    basis = payer.wage_idr if rate.kind == "share_of_wage" else payer.income_idr
    if basis is None:
        return rate.min_idr_per_month
    if rate.wage_cap_idr is not None:
        basis = min(basis, rate.wage_cap_idr)
    share = int((rate.ratio * basis).to_integral_value(ROUND_HALF_UP))
    low = rate.min_idr_per_month if rate.min_idr_per_month is not None else share
    high = rate.max_idr_per_month if rate.max_idr_per_month is not None else max(share, low)
    return min(max(share, low), high)


def per_worker(table: RateTable, payer: Payer, start: Month, months: int) -> int | None:
    """Return the rupiah of one worker over ``months`` months from ``start``, or None where a month has no known rate."""
    total = 0
    for month in months_between(start, start.plus(months - 1)):
        paid = contribution(table, payer, month)
        if paid is None:
            return None
        total += paid.idr
    return total


def reliefs(table: RateTable, payer: Payer) -> tuple[Rate, ...]:
    """Return the rates with a last month that concern a payer, so that a reader can be warned of their end."""
    return tuple(r for r in table.rates if r.valid_to is not None and r.segment == payer.segment and r.programme in payer.programmes
                 and r.sector in (payer.sector, "any") and r.payer_class in (payer.payer_class, "any"))
