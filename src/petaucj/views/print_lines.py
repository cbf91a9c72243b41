"""What only the printed page says: which room and view it shows, from which data, on which day, and where it can be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petaucj.domain.atlas import Atlas
from petaucj.domain.plan import Plan
from petaucj.text.dates import day_name, day_short
from petaucj.views.daerah_targets import regime_of
from petaucj.views.pendanaan import chosen_year
from petaucj.views.phrases import Reader, basis_name, month_name, percent, regime_name
from petaucj.views.plan_sheet import public_address
from petaucj.views.state import BASES, FORECAST, GROUPS, REGIMES, STATUSES, ViewState, group_codes


@dataclass(frozen=True, slots=True)
class PrintLines:
    """``head``: room and chosen values, in place of the controls; ``foot``: release and day, then the address where there is a public one."""

    head: str
    foot: tuple[str, ...]


def build_print_lines(atlas: Atlas, room: str, state: ViewState, reader: Reader, day: date, address: str, plan: Plan | None = None) -> PrintLines:
    """Return the lines of one printed view; ``plan`` is the one the room Rencana shows."""
    words, public = reader.words, public_address(address)
    chosen = [f"{words(label)}: {value}" for label, value in _chosen(atlas, room, state, reader, plan) if value]
    made = words("cetak.made", number=atlas.release_number, hash=atlas.release_hash, day=day_name(day, reader.language),
                 date=day_short(date.fromisoformat(atlas.release_date), reader.language))
    return PrintLines(" · ".join([words(f"frame.room.{room}"), *chosen]), (made, words("cetak.address", address=public)) if public else (made,))


def _chosen(atlas: Atlas, room: str, state: ViewState, reader: Reader, plan: Plan | None) -> list[tuple[str, str]]:
    """Return what the controls of a room stand at: the key of each label, and the value in words ("" for nothing to say)."""
    words = reader.words
    month = ("peta.control.per", month_name(reader.per, reader))
    place = ("sumber.control.daerah", _place(atlas, state, reader))
    match room:
        case "peta":
            ahead = state.per if state.indikator == FORECAST and state.per else reader.per
            return [("peta.control.indikator", words(f"peta.indikator.{state.indikator}").removesuffix(" …")), *_measure(state, reader),
                    ("peta.control.per", month_name(ahead, reader)),
                    ("peta.control.banding", month_name(state.banding, reader) if state.banding else ""), place]
        case "daerah":
            regime = regime_of(atlas, state, state.daerah) if state.daerah else None
            return [place, ("peta.control.target", regime_name(regime, reader) if regime else ""), month]
        case "pendanaan":
            return [("pendanaan.control.status", words(f"shared.status.{STATUSES[state.status]}")),
                    ("pendanaan.control.year", str(chosen_year(atlas, state))), place]
        case "banding":
            return [_basis(state, reader), month, ("banding.control.target", _regime(state, reader) or words("banding.control.own_target")),
                    ("banding.control.group", _group(atlas, state, reader)), place]
        case "rencana":
            return [place, *(_plan(plan, state, reader) if plan else ())]
        case "sumber":
            told = [("sumber.control.bagian", words(f"sumber.bagian.{state.bagian}"))]
            return told + ([place] if state.bagian in ("sumber", "pertentangan", "umur") else []) + ([month] if state.bagian == "umur" else [])
        case _:
            return [place]


def _place(atlas: Atlas, state: ViewState, reader: Reader) -> str:
    return atlas.district_by_code[state.daerah].name if state.daerah else reader.words("sumber.control.all")


def _basis(state: ViewState, reader: Reader) -> tuple[str, str]:
    basis = BASES[state.basis]
    return "peta.control.basis", reader.words("peta.basis.cetak") if basis == "printed" else basis_name(basis, reader)


def _regime(state: ViewState, reader: Reader) -> str:
    return regime_name(REGIMES[state.target], reader) if state.target else ""


def _measure(state: ViewState, reader: Reader) -> list[tuple[str, str]]:
    """Return the second control of the map: the denominator of coverage, or the target of the gap."""
    if state.indikator == "cakupan":
        return [_basis(state, reader)]
    return [("peta.control.target", _regime(state.with_(target=state.target or "rpjmn"), reader))] if state.indikator == "kesenjangan" else []


def _group(atlas: Atlas, state: ViewState, reader: Reader) -> str:
    if state.kelompok in GROUPS:
        return reader.words(f"banding.group.{state.kelompok}")
    return ", ".join(atlas.district_by_code[code].name_short for code in group_codes(state, atlas))


def _plan(plan: Plan, state: ViewState, reader: Reader) -> list[tuple[str, str]]:
    return [("rencana.control.deadline", month_name(plan.goal.deadline, reader)), ("rencana.control.growth", percent(plan.growth_pct, reader)),
            ("rencana.control.scenario", state.skenario.upper())]
