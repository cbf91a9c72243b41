"""When two figures may stand in one comparison (domain notes §7.1)."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.records import CoverageFact, Target


@dataclass(frozen=True, slots=True)
class Comparability:
    """Whether two figures are comparable; ``reason`` is a key for the words, empty when they are.

    ``flagged`` says that the parts of "all" are not stated on both sides, so that the
    comparison holds only if they are the same.
    """

    holds: bool
    reason: str = ""
    flagged: bool = False

    def __bool__(self) -> bool:
        """Whether the comparison may be made."""
        return self.holds


def comparable_bases(first: str, second: str) -> Comparability:
    """Compare two bases: equal and known."""
    if "unknown" in (first, second):
        return Comparability(False, "basis_unknown")
    return Comparability(first == second, "" if first == second else "basis_differs")


def comparable_segments(first: tuple[str, frozenset[str]], second: tuple[str, frozenset[str]]) -> Comparability:
    """Compare what two figures count: same segment, and the same parts of "all" where both tell them."""
    if first[0] != second[0]:
        return Comparability(False, "segment_differs")
    if first[1] and second[1] and first[1] != second[1]:
        return Comparability(False, "segments_differ")
    return Comparability(True, flagged=not (first[1] and second[1]))


def comparable(first: CoverageFact, second: CoverageFact) -> Comparability:
    """Tell whether two coverage percentages may be compared: same known basis, same segments, both dated, both usable."""
    if not (first.usable and second.usable):
        return Comparability(False, "not_usable")
    if not (first.as_of.known and second.as_of.known):
        return Comparability(False, "undated")
    basis = comparable_bases(first.basis, second.basis)
    return comparable_segments(first.segment_set, second.segment_set) if basis else basis


def comparable_to_target(fact: CoverageFact, target: Target) -> Comparability:
    """Tell whether a coverage figure may be measured against a target: same known basis, same segment."""
    if target.pct_printed is None:
        return Comparability(False, "target_in_people")
    basis = comparable_bases(fact.basis, target.basis)
    if target.basis == "unknown" and fact.basis != "unknown":
        return Comparability(False, "target_basis_unknown")
    if not basis:
        return basis
    return comparable_segments((fact.segment, frozenset()), (target.segment, frozenset()))
