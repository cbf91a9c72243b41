"""The projection of a plan in words and as a table, for those who do not see the picture."""

from __future__ import annotations

from petaucj.domain.outlook import Outlook
from petaucj.domain.projection import Cliff, Four, MonthPoint
from petaucj.views.banding import Row, Table
from petaucj.views.phrases import Reader, month_name, month_short, people, points
from petaucj.views.plan_safe import safe_of


def cliff_lines(cliff: Cliff, reader: Reader) -> tuple[str, str]:
    """Return a fall in two short lines: "Jan 2026" and "−12.450 orang (−11,68 poin)"."""
    key = "size" if cliff.points is None else "size_points"
    told = {} if cliff.points is None else {"points": points(cliff.points, reader)}
    return month_short(cliff.month, reader), reader.words(f"lembar.projection.{key}", people=people(cliff.people, reader), **told)


def figure_pairs(four: Four | None, reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return the four figures that keep a reporting date honest, each with its name; empty without them."""
    if four is None:
        return ()
    words = reader.words
    return ((words("lembar.four.deadline", month=month_short(four.last, reader)), people(four.at_deadline, reader)),
            (words("lembar.four.peak"), people(four.peak, reader)),
            (words("lembar.four.mean", months=four.months), people(int(four.mean), reader)),
            (words("lembar.four.minimum"), people(four.minimum, reader)))


def safe_words(result: Outlook, reader: Reader) -> str:
    """Return until when nothing that is paid ends: "Aman sampai Desember 2025", or that nothing ends."""
    if result.plan.base.month is None:
        return reader.words("lembar.projection.no_record")
    safe = safe_of(result, reader)
    if safe.month is None:
        return reader.words("lembar.safe.no_end" if safe.known else "lembar.safe.unknown")
    return reader.words(f"lembar.safe.{'past' if safe.passed else 'until'}", month=month_name(safe.month, reader))


def alt_words(result: Outlook, required: int | None, reader: Reader) -> str:
    """Return the sentence that says the same as the picture: highest, lowest, what is needed, the largest fall."""
    words, shown = reader.words, result.points
    high, low = max(shown, key=lambda p: p.protected), min(shown, key=lambda p: p.protected)
    told = [words("lembar.projection.alt", first=month_name(shown[0].month, reader), last=month_name(shown[-1].month, reader),
                  high=people(high.protected, reader), high_month=month_short(high.month, reader),
                  low=people(low.protected, reader), low_month=month_short(low.month, reader))]
    if required is not None:
        told.append(words("lembar.projection.alt_required", people=people(required, reader)))
    if result.cliffs:
        month, size = cliff_lines(max(result.cliffs, key=lambda c: c.people), reader)
        told.append(words("lembar.projection.alt_cliff", month=month, size=size))
    return " ".join(told)


def month_table(result: Outlook, reader: Reader) -> Table:
    """Return the months as a table: protected, recorded, and the change of the protected since the month before."""
    words, before, rows = reader.words, None, []
    for point in result.points:
        change = words("shared.none") if before is None else _signed(point.protected - before, reader)
        rows.append(Row((_month_cell(point, result, reader), people(point.protected, reader), people(point.recorded, reader), change)))
        before = point.protected
    return Table(tuple(words(f"lembar.projection.column_{name}") for name in ("month", "protected", "recorded", "change")), tuple(rows), (1, 2, 3))


def _month_cell(point: MonthPoint, result: Outlook, reader: Reader) -> str:
    name = month_short(point.month, reader)
    kind = "back" if point.month < result.plan.base.month else "forecast" if point.month > reader.today else ""
    return reader.words(f"lembar.projection.cell_{kind}", month=name) if kind else name


def _signed(change: int, reader: Reader) -> str:
    return people(0, reader) if not change else f"{'+' if change > 0 else '−'}{people(abs(change), reader)}"
