"""The months of a plan: who is protected, until when, and what falls away, in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass

from petaucj.domain.month import Month
from petaucj.domain.need import Need
from petaucj.domain.outlook import Outlook
from petaucj.domain.plan import Tranche
from petaucj.text.dates import month_initial
from petaucj.text.numbers import number
from petaucj.views.banding import Table
from petaucj.views.phrases import Reader, month_short, people
from petaucj.views.plan_months import alt_words, cliff_lines, figure_pairs, month_table, safe_words

STAYERS = "self_paid"


@dataclass(frozen=True, slots=True)
class Layer:
    """People of one kind, one number a month; ``fill`` is a fund's fill ("f-district-budget"), "" for those without an end in sight."""

    fill: str
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CliffView:
    """A month with fewer people than the month before: its column, its size, and two short lines that say it."""

    column: int
    people: int
    lines: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A month to point at below the axis: the record's, today's, the deadline's."""

    column: int
    label: str


@dataclass(frozen=True, slots=True)
class ProjectionView:
    """The projection, ready to be drawn; ``reason`` says why there is none, then everything else is empty.

    ``layers`` stack from below; ``recorded`` is the thin line; ``required`` the people the goal asks for, None without a need.
    Columns before ``record_column`` are computed back; from ``forecast_column`` on (None: nowhere) they lie ahead of today.
    ``years`` are (column, year); ``legend`` (swatch, name) with a swatch that is a fill, "", back, forecast, recorded or required.
    ``falls`` say every cliff in one line each, ``figures`` are the four as (name, value), ``safe`` until when nothing ends.
    """

    title: str
    reason: str
    initials: tuple[str, ...]
    years: tuple[tuple[int, str], ...]
    layers: tuple[Layer, ...]
    recorded: tuple[int, ...]
    required: int | None
    required_label: str
    scale: tuple[tuple[int, str], ...]
    cliffs: tuple[CliffView, ...]
    marks: tuple[Mark, ...]
    record_column: int
    forecast_column: int | None
    legend: tuple[tuple[str, str], ...]
    falls: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    safe: str
    alt: str
    table: Table | None

    @property
    def columns(self) -> int:
        """How many months there are."""
        return len(self.initials)


def build_projection(result: Outlook, reader: Reader) -> ProjectionView:
    """Return the projection of a plan month by month, or why there is none."""
    words, plan, shown = reader.words, result.plan, result.points
    if not shown:
        return _empty(_why_none(result, reader), reader)
    months = tuple(p.month for p in shown)
    required = result.need.required if isinstance(result.need, Need) else None
    layers, first = _layers(result, months), months[0]
    return ProjectionView(
        title=words("lembar.projection.title"), reason="", initials=tuple(month_initial(m.month, reader.language) for m in months),
        years=tuple((m.since(first), str(m.year)) for m in months if m == first or m.month == 1), layers=layers,
        recorded=tuple(p.recorded for p in shown), required=required,
        required_label="" if required is None else words("lembar.projection.required", people=people(required, reader)),
        scale=_scale(max(*(max(p.recorded, p.protected) for p in shown), required or 0), reader),
        cliffs=tuple(CliffView(c.month.since(first), c.people, cliff_lines(c, reader)) for c in result.cliffs),
        marks=_marks(result, months, reader), record_column=plan.base.month.since(first),
        forecast_column=None if reader.today >= months[-1] else max(0, reader.today.since(first) + 1),
        legend=_legend(result, layers, required, reader), falls=tuple(words("lembar.projection.fall", month=lines[0], size=lines[1])
                                                                      for lines in (cliff_lines(c, reader) for c in result.cliffs)),
        figures=figure_pairs(result.four, reader), safe=safe_words(result, reader), alt=alt_words(result, required, reader), table=month_table(result, reader),
    )


def _empty(reason: str, reader: Reader) -> ProjectionView:
    return ProjectionView(reader.words("lembar.projection.title"), reason, (), (), (), (), None, "", (), (), (), 0, None, (), (), (), "", reason, None)


def _why_none(result: Outlook, reader: Reader) -> str:
    if result.permanent is None:
        return reader.words("lembar.projection.no_record")
    return reader.words("lembar.projection.exceeds", people=people(-result.permanent, reader))


def _layers(result: Outlook, months: tuple[Month, ...]) -> tuple[Layer, ...]:
    """Return the permanent base, each tranche while it is paid, the earliest lowest, and last everybody who goes on paying alone."""
    paid = [(t, tuple(t.net if t.paid_in(m) else 0 for m in months)) for t in sorted(result.tranches, key=lambda t: t.start)]
    alone = tuple(sum(t.stayers for t in result.tranches if m > t.end) for m in months)
    found = [Layer("", (result.permanent,) * len(months)), *(Layer(_fill(t), row) for t, row in paid if any(row))]
    return (*found, Layer(f"f-{STAYERS.replace('_', '-')}", alone)) if any(alone) else tuple(found)


def _fill(tranche: Tranche) -> str:
    return f"f-{tranche.funding_source.replace('_', '-')}"


def _scale(most: int, reader: Reader) -> tuple[tuple[int, str], ...]:
    """Return three to five round steps from 0 to at least the highest number."""
    step = next(size * 10**power for power in range(12) for size in (1, 2, 5) if size * 10**power * 4 >= max(most, 1))
    return tuple((value, number(value, reader.language)) for value in range(0, most + step, step))


def _marks(result: Outlook, months: tuple[Month, ...], reader: Reader) -> tuple[Mark, ...]:
    """Return the record's month, today's and the deadline's; two in one month share a mark."""
    told: dict[Month, list[str]] = {}
    for name, month in (("record", result.plan.base.month), ("today", reader.today), ("deadline", result.plan.goal.deadline)):
        if months[0] <= month <= months[-1]:
            told.setdefault(month, []).append(reader.words(f"lembar.projection.mark_{name}", month=month_short(month, reader)))
    return tuple(Mark(month.since(months[0]), ", ".join(labels)) for month, labels in sorted(told.items()))


def _legend(result: Outlook, layers: tuple[Layer, ...], required: int | None, reader: Reader) -> tuple[tuple[str, str], ...]:
    words, first, last = reader.words, result.points[0].month, result.points[-1].month
    named = {_fill(t): words(f"lembar.fund.{t.funding_source}") for t in result.tranches}
    found = [("", words("lembar.projection.permanent")),
             *((fill, named.get(fill) or words("lembar.projection.alone")) for fill in dict.fromkeys(layer.fill for layer in layers[1:]))]
    if any(p.recorded != p.protected for p in result.points):
        found.append(("recorded", words("lembar.projection.recorded")))
    if required is not None:
        found.append(("required", words("lembar.projection.required_legend")))
    if first < result.plan.base.month:
        found.append(("back", words("lembar.projection.back")))
    return (*found, ("forecast", words("lembar.projection.forecast"))) if last > reader.today else tuple(found)
