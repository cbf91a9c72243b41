"""The address describes the view, both ways."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import make_atlas, make_coverage
from petaucj.domain.month import Month
from petaucj.views.state import BASES, GROUPS, INDICATORS, PARAMETERS, REGIMES, STATUSES, ViewState, group_codes

ATLAS = make_atlas(coverage=(make_coverage("13.01", "2021-12"), make_coverage("13.01", "2025-12")),
                   aliases=MappingProxyType({"solok": ("13.01", "13.02"), "kota cahaya": ("13.71",)}))
LAST = Month(2026, 11)
MONTHS = st.integers(0, 59).map(lambda n: Month(2021, 12).plus(n))


@given(st.builds(ViewState, daerah=st.sampled_from(["", "13.01", "13.71"]), per=st.none() | MONTHS, indikator=st.sampled_from(list(INDICATORS)),
                 basis=st.sampled_from(list(BASES)), banding=st.none() | MONTHS, target=st.sampled_from(["", *REGIMES]),
                 tahun=st.none() | st.integers(2015, 2045), status=st.sampled_from(list(STATUSES)),
                 kelompok=st.sampled_from([*GROUPS, "13.01,13.71"]), bahasa=st.sampled_from(["id", "en"])))
def test_every_view_survives_its_address(state: ViewState) -> None:
    assert ViewState.parse(state.query(), ATLAS, LAST) == (state, ())


@given(st.dictionaries(st.sampled_from(PARAMETERS), st.text(min_size=1)))
def test_nonsense_never_breaks_and_each_is_noticed(query: dict[str, str]) -> None:
    state, notices = ViewState.parse(query, ATLAS, LAST)
    accepted = {name for name in query if name not in {n.parameter for n in notices}}
    assert all(str(getattr(state, name)) == query[name] or name == "kelompok" for name in accepted)


@pytest.mark.parametrize(("value", "candidates"), [("Zzz", ()), ("13.1", ()), ("solok", ("13.01", "13.02")), ("Kota Cahaya", ("13.71",)), ("1302", ("13.02",))])
def test_a_wrong_district_is_not_guessed_but_its_candidates_are_named(value: str, candidates: tuple[str, ...]) -> None:
    state, (notice,) = ViewState.parse({"daerah": value}, ATLAS, LAST)
    assert (state.daerah, notice.parameter, notice.candidates) == ("", "daerah", candidates)


def test_months_without_data_are_refused() -> None:
    for month in ("2021-11", "2026-12", "2025-13", "okt"):
        assert ViewState.parse({"per": month}, ATLAS, LAST)[1][0].parameter == "per"


def test_groups_are_branches_or_own_lists() -> None:
    assert group_codes(ViewState(kelompok="padang"), ATLAS) == ("13.71",)
    assert group_codes(ViewState(kelompok="13.01,13.71"), ATLAS) == ("13.01", "13.71")
    assert len(group_codes(ViewState(), ATLAS)) == 3
