"""The gauge of a district: its value, the chosen target, the other targets of the same basis."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import percentage
from petaucj.domain.records import Target
from petaucj.domain.targets import Standing, targets_for
from petaucj.views.phrases import Reader, as_of_name, basis_short, people, percent, regime_name


@dataclass(frozen=True, slots=True)
class GaugeTick:
    """A target on the gauge: where, in which words, and whether it is the chosen one."""

    at: float
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class GaugeView:
    """The gauge: ``value`` in per cent or None, printed as ``value_text``; ``axis`` is 100 or beyond.

    ``comparable`` is False when no target may be drawn; then there are no ticks.
    """

    value: float | None
    value_text: str
    fill: str
    axis: float
    ticks: tuple[GaugeTick, ...]
    caption: str
    note: str
    comparable: bool
    alt: str


def target_words(target: Target, reader: Reader) -> dict[str, str]:
    """Return what sentences say of a target: regime, year, percentage, basis."""
    regime = regime_name(target.regime, reader)
    return {"regime": regime, "regime_start": regime[:1].upper() + regime[1:], "target": percent(target.pct_printed, reader),
            "year": str(target.year or reader.words("standing.verdict.year_missing")), "basis": basis_short(target.basis, reader)}


def build_gauge(atlas: Atlas, code: str, result: Standing, reader: Reader) -> GaugeView:
    """Return the gauge of a standing: on the target's own denominator where it is known, else as printed without targets."""
    words = reader.words
    if result.fact is None:
        text = words("standing.gauge.no_figure")
        return GaugeView(None, "–", "nodata", 100, (), text, "", False, text)
    gap, value = result.gap or result.converted_gap, percentage(result.fact)
    value = result.converted.pct if result.converted_gap else value
    ticks = _ticks(atlas, code, result.target, reader) if gap else ()
    axis = max([100.0, float(value) * 1.1 if value > 100 else 0.0, *(tick.at for tick in ticks)])
    caption = _gauge_caption(result, reader)
    told = target_words(result.target, reader) if gap else {}
    alt = words("standing.gauge.alt", value=percent(value, reader), caption=caption,
                target=words("standing.gauge.alt_target", **told) if gap else words("standing.gauge.not_comparable"))
    return GaugeView(float(value), percent(value, reader), "c6" if value > 100 else "c4", axis, ticks, caption,
                     _gauge_note(result, reader), bool(gap), alt)


def _ticks(atlas: Atlas, code: str, chosen: Target, reader: Reader) -> tuple[GaugeTick, ...]:
    """Return the chosen target and, thin, the others of the same basis."""
    same = [t for t in targets_for(atlas, code) if t.pct_printed is not None and t.basis == chosen.basis
            and (t.year or 0) >= min(reader.per.year, chosen.year or 0)]
    return tuple(GaugeTick(float(t.pct_printed), _tick_label(t, reader), t.target_id == chosen.target_id) for t in same)


def _tick_label(target: Target, reader: Reader) -> str:
    label = reader.words("standing.gauge.tick", regime=reader.words(f"standing.short_regime.{target.regime}"), year=target.year or "")
    return f"{label.strip()} {percent(target.pct_printed, reader)}"


def _gauge_caption(result: Standing, reader: Reader) -> str:
    words = reader.words
    if result.converted_gap:
        base = result.converted.denominator_fact
        return words("standing.gauge.caption", active=people(result.converted.active_fact.active, reader),
                     denominator=people(base.denominator, reader), basis=basis_short(base.basis, reader))
    fact = result.fact
    if fact.active is not None and fact.denominator:
        counts = {"active": people(fact.active, reader), "denominator": people(fact.denominator, reader)}
        if fact.basis == "unknown":
            return words("standing.gauge.caption_unfit", **counts)
        return words("standing.gauge.caption", basis=basis_short(fact.basis, reader), **counts)
    if fact.basis == "unknown":
        return words("standing.gauge.caption_unknown")
    return words("standing.gauge.caption_pct", basis=basis_short(fact.basis, reader))


def _gauge_note(result: Standing, reader: Reader) -> str:
    if not result.converted_gap:
        return "" if result.gap else reader.words("standing.gauge.not_comparable")
    used = result.converted
    return reader.words("standing.gauge.derived", active_date=as_of_name(used.active_fact.as_of, reader),
                        denominator_date=as_of_name(used.denominator_fact.as_of, reader))
