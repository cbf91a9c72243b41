"""The facts of the domain as small immutable records, one per statement, with all its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petaucj.data.bilingual import Bilingual
from petaucj.domain.month import AsOf

PROVINCE = "13"
NATION = "ID"
BASES = ("bps_employed", "bpjs_potential", "bps_labour_force", "unknown")
BASIS_LETTERS = {"bps_employed": "A", "bpjs_potential": "B", "bps_labour_force": "C", "unknown": "?"}


@dataclass(frozen=True, slots=True)
class District:
    """One kabupaten or kota: its codes, names, branch and place in the tile grid."""

    code: str
    bps_code: str
    name: str
    kind: str
    name_short: str
    name_tile: str
    capital: str
    branch: str
    branch_verified: bool
    area_km2: Decimal
    population: int
    tile_column: int
    tile_row: int


@dataclass(frozen=True, slots=True)
class Source:
    """One document a figure comes from; ``title`` is empty when it is not known."""

    source_id: str
    publisher: str
    title: str
    title_from_address: str
    url: str
    published_on: str
    event_date: str
    accessed_on: str
    licence: str
    trust: str
    trust_note: Bilingual
    read_as: Bilingual


@dataclass(frozen=True, slots=True)
class Evidence:
    """One outlet that carries a statement, with our note on it."""

    record_id: str
    source_id: str
    wording: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class CoverageFact:
    """One coverage statement: printed percentage, people, denominator and how they were counted.

    ``pct_printed`` keeps the decimals of the source (Decimal("30.40")). ``basis`` is our
    reading, ``basis_status`` stated, inferred or undecided, with ``basis_reason``.
    ``usable`` is False for statements that must never be drawn as coverage.
    """

    fact_key: str
    area_code: str
    as_of: AsOf
    segment: str
    segments_counted: frozenset[str]
    pct_printed: Decimal | None
    active: int | None
    denominator: int | None
    denominator_wording: str
    basis: str
    basis_status: str
    basis_reason: Bilingual
    target_pct_printed: Decimal | None
    target_year: int | None
    status: str
    usable: bool
    evidence: tuple[Evidence, ...]
    conflict_ids: tuple[str, ...]
    disputed: bool

    @property
    def letter(self) -> str:
        """The letter of the basis: A, B, C or ?."""
        return BASIS_LETTERS[self.basis]

    @property
    def segment_set(self) -> tuple[str, frozenset[str]]:
        """What the figure counts: its segment and, where told, the parts of "all"."""
        return self.segment, self.segments_counted


@dataclass(frozen=True, slots=True)
class Target:
    """One published target; a year nobody published has no target."""

    target_id: str
    area_code: str
    regime: str
    year: int | None
    segment: str
    pct_printed: Decimal | None
    people: int | None
    basis: str
    basis_status: str
    basis_reason: Bilingual
    legal_basis: str
    legal_basis_status: str
    source_id: str
    fact_key: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class Milestone:
    """One dated step: regulation, agreement, launch, forum, award or plan."""

    record_id: str
    area_code: str
    date: str
    kind: str
    status: str
    title: Bilingual
    note: Bilingual
    source_id: str


@dataclass(frozen=True, slots=True)
class Workforce:
    """A number of workers some source uses as a base; a candidate denominator."""

    record_id: str
    area_code: str
    year: int | None
    measure: Bilingual
    basis: str
    persons: int
    source_id: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where documents disagree with one another or with their own arithmetic."""

    conflict_id: str
    area_code: str
    kind: str
    fact_keys: tuple[str, ...]
    source_ids: tuple[str, ...]
    summary: Bilingual
