"""The controls rooms share, each tied to a parameter of the address."""

from __future__ import annotations

import streamlit as st

from petaucj.domain.month import months_between
from petaucj.ui.address import bound, change_address
from petaucj.ui.memory import atlas, last_month
from petaucj.views.phrases import Reader, month_short, regime_name
from petaucj.views.state import BASES, FORECAST, INDICATORS, MONTHS_AHEAD, REGIMES, ViewState


def choose_district(state: ViewState, reader: Reader) -> None:
    """Show the list of the 19 districts that can be searched by typing."""
    words = reader.words
    names = {district.code: district.name for district in atlas().districts}
    st.selectbox(words("peta.control.daerah"), list(names), format_func=names.__getitem__,
                 placeholder=words("peta.control.daerah_placeholder"),
                 **bound("daerah", state.daerah or None, lambda code: code or ""))


def choose_indicator(state: ViewState, reader: Reader) -> None:
    """Show the list of indicators; leaving the one that looks ahead brings a month to come back to the last one."""
    def take() -> None:
        slug = st.session_state[widget["key"]]
        kept = state.per if slug == FORECAST or state.per is None else min(state.per, last_month())
        change_address(indikator=slug, per=kept)

    widget = bound("indikator", state.indikator)
    st.selectbox(reader.words("peta.control.indikator"), list(INDICATORS), filter_mode=None,
                 format_func=lambda slug: reader.words(f"peta.indikator.{slug}"), placeholder="–", key=widget["key"], on_change=take)


def choose_basis(state: ViewState, reader: Reader) -> None:
    """Show the choice of denominator."""
    st.segmented_control(reader.words("peta.control.basis"), list(BASES), required=True, wrap=True,
                         format_func=lambda slug: reader.words(f"peta.basis.{slug}"), **bound("basis", state.basis))


def choose_month(state: ViewState, reader: Reader, ahead: bool = False) -> None:
    """Show the as-of month slider; ``ahead`` lets it run past today where the indicator forecasts."""
    last = last_month().plus(MONTHS_AHEAD if ahead and state.indikator == FORECAST else 0)
    chosen = min(state.per or atlas().newest_month, last)
    label = reader.words("peta.control.per_forecast" if chosen > last_month() else "peta.control.per")
    st.select_slider(label, months_between(atlas().first_month, last), format_func=lambda month: month_short(month, reader), **bound("per", chosen))


def choose_second_month(state: ViewState, reader: Reader) -> None:
    """Show the list of months to compare with."""
    # "" and not None: for None Streamlit shows its own English placeholder.
    months = ["", *reversed(months_between(atlas().first_month, last_month()))]
    st.selectbox(reader.words("peta.control.banding"), months,
                 format_func=lambda month: month_short(month, reader) if month else reader.words("peta.control.banding_none"),
                 placeholder="–", **bound("banding", state.banding or "", lambda month: month or None))


def choose_regime(state: ViewState, reader: Reader, regimes: tuple[str, ...], default: str = "") -> None:
    """Show the choice among the target regimes that give this area a percentage; ``default`` is the slug used when none is chosen."""
    slugs = [slug for slug, regime in REGIMES.items() if regime in regimes]
    if slugs:
        st.selectbox(reader.words("peta.control.target"), slugs, format_func=lambda slug: regime_name(REGIMES[slug], reader),
                     placeholder="–", **bound("target", state.target if state.target in slugs else default or slugs[0]))
