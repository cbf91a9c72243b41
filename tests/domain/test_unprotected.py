"""What is not yet protected: remainders on one base each, reported gaps, plans nobody reported as realised."""

from __future__ import annotations

from petaucj.data.bilingual import Bilingual
from petaucj.domain.month import Month
from petaucj.domain.unprotected import only_planned, remainders, reported_gaps
from tests.conftest import make_atlas, make_coverage, make_funding

CODE = "13.01"
PER = Month(2025, 12)
OLD = make_coverage(CODE, "2024-09", "16.97", active=18_092, denominator=106_590)
NEW = make_coverage(CODE, "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794)


def test_one_remainder_on_each_known_base_with_the_newest_people() -> None:
    employed, potential = remainders(make_atlas(coverage=(OLD, NEW)), CODE, PER)
    assert (employed.people, employed.active, employed.denominator) == (87_802, NEW, OLD)
    assert (potential.people, potential.beyond) == (43_006, 0)


def test_an_unknown_base_serves_only_within_one_statement_and_only_when_no_other_is_there() -> None:
    unknown = make_coverage(CODE, "2022", "12.8", precision="year", basis="unknown", active=14_739, denominator=115_330)
    assert [r.people for r in remainders(make_atlas(coverage=(unknown,)), CODE, PER)] == [100_591]
    assert unknown not in [r.denominator for r in remainders(make_atlas(coverage=(OLD, NEW, unknown)), CODE, PER)]


def test_more_people_than_the_base_are_a_surplus_not_a_negative_remainder() -> None:
    (found,) = remainders(make_atlas(coverage=(make_coverage(CODE, "2024-03", "105", active=105, denominator=100),)), CODE, PER)
    assert (found.people, found.beyond) == (0, 5)


def test_parts_of_the_workers_have_remainders_of_their_own_and_nothing_known_gives_none() -> None:
    part = make_coverage(CODE, "2023-08", None, segment="vulnerable", basis="unknown", active=17_143, denominator=48_838)
    found = remainders(make_atlas(coverage=(make_coverage(CODE), part)), CODE, PER)
    assert [(r.segment, r.people) for r in found] == [("vulnerable", 31_695)]
    assert remainders(make_atlas(coverage=(make_coverage(CODE),)), CODE, PER) == ()


def test_gaps_and_plans_without_realisation() -> None:
    gap = make_funding(CODE, "not_protected", 3_805, status="gap", count_kind="gap")
    done = make_funding(CODE, "palm_oil_share", 7_764)
    same_number = make_funding(CODE, "palm_oil_share", 7_764, status="planned", group=Bilingual("P3KE", "P3KE"))
    same_group = make_funding(CODE, "palm_oil_share", 1_400, status="planned")
    plan = make_funding(CODE, "csr", None, status="planned")
    atlas = make_atlas(funding=(gap, done, same_number, same_group, plan))
    assert reported_gaps(atlas, CODE) == (gap,)
    assert only_planned(atlas, CODE) == (plan,)
