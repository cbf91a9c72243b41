"""What government and documents set for a plan: rates, rules of each fund, benefit amounts, allocations; all dated, all with a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from petaucj.data.bilingual import Bilingual
from petaucj.data.catalogue import Catalogue
from petaucj.data.references import split_list
from petaucj.data.rows import rows_of
from petaucj.domain.contributions import RateTable
from petaucj.domain.rates import rates_of


@dataclass(frozen=True, slots=True)
class FundRule:
    """How a plan may use one funding source.

    ``payer_class`` decides the rate; ``needs_eligible`` and ``needs_cap`` say what must be known before it may pay for
    anybody; ``excluded`` holds district codes, or "kota"; the ``usual_`` fields only warn.
    """

    funding_source: str
    waterfall_order: int
    payer_class: str
    payer_class_status: str
    needs_eligible: bool
    needs_cap: bool
    usual_first_month: int | None
    usual_months_min: int | None
    usual_months_max: int | None
    excluded: tuple[str, ...]
    source_ids: tuple[str, ...]
    note: Bilingual

    def excludes(self, area_code: str) -> bool:
        """Whether this source may not pay in a district; kota carry 71 and above as their number."""
        return area_code in self.excluded or ("kota" in self.excluded and area_code[3:] >= "71")


@dataclass(frozen=True, slots=True)
class PlanningValue:
    """One dated value a plan uses: a benefit amount, a waiting time, a share; with its source and how sure it is."""

    value_id: str
    value: Decimal
    unit: str
    legal_basis: str
    verification: str
    source_id: str
    checked_on: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class MoneyAllotted:
    """What one fund was allotted in a district in a year (rupiah)."""

    area_code: str
    funding_source: str
    year: int
    idr: int
    source_id: str
    note: Bilingual


@dataclass(frozen=True)
class PlanningBook:
    """Everything a plan looks up. ``rules`` stand in the default order of the waterfall."""

    table: RateTable
    rules: Mapping[str, FundRule]
    values: Mapping[str, PlanningValue]
    allotted: tuple[MoneyAllotted, ...]

    def amount(self, value_id: str) -> int:
        """Return a value that is a whole number (rupiah, months, years)."""
        return int(self.values[value_id].value)

    def ratio(self, value_id: str) -> Decimal:
        """Return a value that is a share or a percentage."""
        return self.values[value_id].value

    def newest_allotment(self, area_code: str, funding_source: str) -> MoneyAllotted | None:
        """Return the newest known allotment of a fund in a district, or None."""
        mine = [a for a in self.allotted if (a.area_code, a.funding_source) == (area_code, funding_source)]
        return max(mine, key=lambda a: a.year, default=None)


def planning_of(catalogue: Catalogue) -> PlanningBook:
    """Return the planner's book of a catalogue."""
    rules = sorted(map(_rule, rows_of(catalogue["fund_rules"])), key=lambda rule: rule.waterfall_order)
    values = map(_value, rows_of(catalogue["planning_values"]))
    return PlanningBook(
        RateTable(rates_of(catalogue)), MappingProxyType({rule.funding_source: rule for rule in rules}),
        MappingProxyType({value.value_id: value for value in values}), tuple(map(_allotted, rows_of(catalogue["allocations"]))),
    )


def _note(row: dict) -> Bilingual:
    return Bilingual(row["note_id"], row["note_en"])


def _rule(row: dict) -> FundRule:
    return FundRule(row["funding_source"], row["waterfall_order"], row["payer_class"], row["payer_class_status"], row["needs_eligible"],
                    row["needs_cap"], row["usual_first_month"], row["usual_months_min"], row["usual_months_max"],
                    split_list(row["excluded"]), split_list(row["source_ids"]), _note(row))


def _value(row: dict) -> PlanningValue:
    return PlanningValue(row["value_id"], row["value"], row["unit"], row["legal_basis"], row["verification"], row["source_id"],
                         row["checked_on"], _note(row))


def _allotted(row: dict) -> MoneyAllotted:
    return MoneyAllotted(row["kemendagri_code"], row["funding_source"], row["year"], row["allocation_idr"], row["source_id"], _note(row))
