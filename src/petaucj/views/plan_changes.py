"""What differs between two plans, in short words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import zip_longest

from petaucj.domain.arithmetic import HUNDRED, rounded
from petaucj.domain.plan import Offer, Plan, Tranche
from petaucj.views.phrases import Reader, basis_short, month_short, people, percent, rupiah

# A typed percentage ends within so many decimals; a computed share like 8/11 never does.
MOST_DECIMALS = 10


def plan_changes(old: Plan, new: Plan, reader: Reader) -> tuple[str, ...]:
    """Return every assumption in which ``new`` differs from ``old``, values first, then tranches, then the waterfall."""
    told = [reader.words("lembar.change.value", name=reader.words(f"lembar.change.{name}"), old=tell(old), new=tell(new))
            for name, tell in _values(reader) if tell(old) != tell(new)]
    told += _rows(old.tranches, new.tranches, lambda row: tranche_words(row, reader), reader)
    told += _rows(_told(old.offers, new.offers), _told(new.offers, old.offers), lambda row: offer_words(row, reader), reader)
    told += _blank(old.offers, new.offers, reader)
    return (*told, *_order(old, new, reader))


def _values(reader: Reader) -> list[tuple[str, Callable[[Plan], str]]]:
    words = reader.words

    def maybe(value: object, tell: Callable) -> str:
        return words("lembar.change.none") if value is None else tell(value, reader)

    return [
        ("active", lambda p: maybe(p.base.active, people)), ("month", lambda p: maybe(p.base.month, month_short)),
        ("denominator", lambda p: maybe(p.base.denominator, people)), ("denominator_month", lambda p: maybe(p.base.denominator_month, month_short)),
        ("basis", lambda p: basis_short(p.base.basis, reader)), ("pct", lambda p: maybe(p.goal.pct, percent)),
        ("goal_basis", lambda p: basis_short(p.goal.basis, reader)), ("deadline", lambda p: month_short(p.goal.deadline, reader)),
        ("first_month", lambda p: month_short(p.first_month, reader)), ("growth_pct", lambda p: percent(p.growth_pct, reader)),
        ("margin_pct", lambda p: percent(p.margin_pct, reader)), ("grace_months", lambda p: str(p.grace_months)),
        ("package", lambda p: words(f"rencana.package.{p.package}")), ("income_idr", lambda p: maybe(p.income_idr, rupiah)),
        ("wage_idr", lambda p: maybe(p.wage_idr, rupiah)),
    ]


def tranche_words(row: Tranche, reader: Reader) -> str:
    """Return a tranche in one phrase: who pays for how many, how long, how sure, and what is assumed of the people."""
    words = reader.words
    told = words("lembar.change.tranche", fund=words(f"lembar.fund.{row.funding_source}"), people=people(row.workers, reader), months=row.months,
                 start=month_short(row.start, reader), status=words(f"rencana.commitment.{row.commitment}"))
    more = [words("rencana.sector.transport")] if row.sector == "transport" else []
    more += [words(f"lembar.change.{name}", percent=share_words(getattr(row, name), reader))
             for name, usual in (("overlap", 0), ("acceptance", 1), ("continuing", 0)) if getattr(row, name) != usual]
    return words("lembar.change.tranche_more", row=told, more=", ".join(more)) if more else told


def share_words(share: Decimal, reader: Reader) -> str:
    """Return a share as a percentage without needless zeros: exact where it ends (0.898 -> "89,8 %"), else with one decimal (8/11 -> "72,7 %")."""
    exact = (share * HUNDRED).normalize()
    return percent(exact if -exact.as_tuple().exponent <= MOST_DECIMALS else rounded(exact, 1).normalize(), reader)


def offer_words(row: Offer, reader: Reader) -> str:
    """Return a line of the waterfall in one phrase."""
    return reader.words("lembar.change.offer", fund=reader.words(f"lembar.fund.{row.funding_source}"), limits=limit_words(row, reader))


def limit_words(row: Offer, reader: Reader) -> str:
    """Return how many people a line may pay for, its money and its months."""
    words, none = reader.words, reader.words("lembar.change.none")
    told = words("lembar.change.limits", months=row.months, start=month_short(row.start, reader),
                 eligible=none if row.eligible is None else people(row.eligible, reader), cap=none if row.cap_idr is None else rupiah(row.cap_idr, reader))
    return words("lembar.change.tranche_more", row=told, more=words("rencana.sector.transport")) if row.sector == "transport" else told


def _rows(old: tuple, new: tuple, tell: Callable, reader: Reader) -> list[str]:
    """Return rows that came, went or changed; a row that went and one that came with the same payer are one change."""
    gone, come, words, told = list(old), [], reader.words, []
    for row in new:
        gone.remove(row) if row in gone else come.append(row)
    for source in dict.fromkeys(row.funding_source for row in (*gone, *come)):
        before, after = ([row for row in rows if row.funding_source == source] for rows in (gone, come))
        for was, now in zip_longest(before, after):
            if was is None or now is None:
                told.append(words("lembar.change.added", row=tell(now)) if was is None else words("lembar.change.removed", row=tell(was)))
            elif tell(was) != tell(now):
                told.append(words("lembar.change.changed", old=tell(was), new=tell(now)))
    return told


def _known(rows: tuple[Offer, ...]) -> tuple[Offer, ...]:
    return tuple(row for row in rows if row.eligible is not None or row.cap_idr is not None)


def _told(rows: tuple[Offer, ...], other: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Return the lines that say how much they have, and those beside which the other plan's line of the same source says it."""
    sources = {row.funding_source for row in _known(other)}
    return tuple(row for row in rows if row.funding_source in sources or row in _known((row,)))


def _blank(old: tuple[Offer, ...], new: tuple[Offer, ...], reader: Reader) -> list[str]:
    """Return sources that came or went altogether without saying how much they have: their names are enough."""
    before, after = ({row.funding_source: row for row in rows} for rows in (old, new))
    told = []
    for key, rows, other in (("added", after, before), ("removed", before, after)):
        names = [reader.words(f"lembar.fund.{source}") for source, row in rows.items() if source not in other and not _known((row,))]
        told += [reader.words(f"lembar.change.{key}", row=", ".join(names))] if names else []
    return told


def _order(old: Plan, new: Plan, reader: Reader) -> list[str]:
    before, after = ([offer.funding_source for offer in plan.offers] for plan in (old, new))
    return [reader.words("lembar.change.order")] if before != after and sorted(before) == sorted(after) else []
