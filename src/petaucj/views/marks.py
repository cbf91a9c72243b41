"""One mark per district for each indicator of the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from math import sqrt

from petaucj.domain.arithmetic import rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.classes import change_class, coverage_class, gap_class
from petaucj.domain.comparable import comparable_to_target
from petaucj.domain.cover import fund_mix, paid_for
from petaucj.domain.coverage import AS_PRINTED, age_of, converted, newest_active, newest_coverage, percentage
from petaucj.domain.month import Month
from petaucj.domain.ranking import change_between
from petaucj.domain.records import CoverageFact, District, Target
from petaucj.domain.targets import chosen_target
from petaucj.text.numbers import number
from petaucj.views.map import AreaMark
from petaucj.views.phrases import Reader, age_words, as_of_name, as_of_short, basis_short, people, percent, points, regime_name

DISPUTED, STALE = "!", "†"
LARGEST_RADIUS = 34
MarkMaker = Callable[[District], AreaMark]


def mark_of(district: District, fill: str, spoken: str, **more: object) -> AreaMark:
    """Return the mark of a district; ``more`` sets what is not empty."""
    plain = AreaMark(district.code, district.name_tile, fill, "", "", "", "", f"{district.name}: {spoken}",
                     district.tile_column, district.tile_row)
    return replace(plain, **more)


def signs_of(fact: CoverageFact, reader: Reader) -> str:
    """Return the small signs of a fact at the reader's month: disputed, stale."""
    stale = age_of(fact, reader.per, reader.today, reader.stale_after_months).stale
    return (DISPUTED if fact.disputed else "") + (STALE if stale else "")


def sign_words(fact: CoverageFact, reader: Reader) -> str:
    """Return what the signs say and the age of the fact, in brackets."""
    said = [reader.words("peta.spoken.disputed")] if fact.disputed else []
    age = age_of(fact, reader.per, reader.today, reader.stale_after_months)
    said += [reader.words("peta.spoken.stale")] if age.stale else []
    said += [age_words(age, reader)] if age.to_today is not None else []
    return f" ({', '.join(said)})" if said else ""


def coverage_marks(atlas: Atlas, basis: str, reader: Reader) -> MarkMaker:
    """Return the maker of coverage marks on one basis, or as printed with the letter of each."""
    def make(district: District) -> AreaMark:
        fact = newest_coverage(atlas, district.code, reader.per, basis)
        if fact is None:
            return _without(atlas, district, basis, reader)
        pct = percentage(fact)
        key = "peta.spoken.coverage_unknown" if fact.basis == "unknown" else "peta.spoken.coverage"
        spoken = reader.words(key, percent=percent(pct, reader), basis=basis_short(fact.basis, reader),
                              date=as_of_name(fact.as_of, reader), signs=sign_words(fact, reader))
        return mark_of(district, f"c{coverage_class(pct)}", spoken, value=number(pct, reader.language), mark=signs_of(fact, reader),
                     date=as_of_short(fact.as_of, reader), letter=fact.letter if basis == AS_PRINTED else "")
    return make


def _without(atlas: Atlas, district: District, basis: str, reader: Reader) -> AreaMark:
    other = newest_coverage(atlas, district.code, reader.per) if basis != AS_PRINTED else None
    if other is None:
        return mark_of(district, "nodata", reader.words("peta.spoken.nodata"))
    return mark_of(district, "other", reader.words("peta.spoken.other", percent=percent(percentage(other), reader),
                                                 basis=basis_short(other.basis, reader)))


def gap_marks(atlas: Atlas, regime: str, basis: str, reader: Reader) -> MarkMaker:
    """Return the maker of gap marks against one regime, on the target's own denominator."""
    def make(district: District) -> AreaMark:
        target = chosen_target(atlas, district.code, regime, reader.per.year)
        if target is None or basis not in (AS_PRINTED, target.basis):
            return _without(atlas, district, "none", reader)
        pct, derived, fact = _actual_for(atlas, district, target, reader.per)
        if pct is None:
            return _without(atlas, district, target.basis, reader)
        gap = target.pct_printed - pct
        sign = "−" if gap > 0 else "+"
        spoken = reader.words("peta.spoken.gap_short" if gap > 0 else "peta.spoken.gap_over", points=points(gap, reader),
                              regime=regime_name(target.regime, reader), year=target.year or "", target=percent(target.pct_printed, reader),
                              percent=percent(pct, reader), basis=basis_short(target.basis, reader))
        return mark_of(district, f"g{gap_class(gap)}", spoken, value=f"{sign}{number(abs(rounded(gap, 1)), reader.language)}",
                     date=as_of_short(fact.as_of, reader), mark=("≈" if derived else "") + signs_of(fact, reader))
    return make


def _actual_for(atlas: Atlas, district: District, target: Target, per: Month) -> tuple[Decimal | None, bool, CoverageFact | None]:
    """Return the percentage on the target's basis, whether it was converted, and the fact it stands on."""
    fact = newest_coverage(atlas, district.code, per, target.basis)
    latest = newest_coverage(atlas, district.code, per)
    other = converted(atlas, district.code, target.basis, per)
    if other and (fact is None or (latest is not fact and other.active_fact.as_of.month and fact.as_of.month
                                   and other.active_fact.as_of.month > fact.as_of.month)):
        return other.pct, True, other.active_fact
    if fact is not None and comparable_to_target(fact, target):
        return percentage(fact), False, fact
    return None, False, None


def active_marks(atlas: Atlas, reader: Reader) -> MarkMaker:
    """Return the maker of circles for active participants; area grows with people."""
    facts = {d.code: newest_active(atlas, d.code, reader.per) for d in atlas.districts}
    largest = max((f.active for f in facts.values() if f), default=1)

    def make(district: District) -> AreaMark:
        fact = facts[district.code]
        if fact is None:
            return mark_of(district, "nodata", reader.words("peta.spoken.no_active"))
        spoken = reader.words("peta.spoken.active", people=people(fact.active, reader), date=as_of_name(fact.as_of, reader),
                              signs=sign_words(fact, reader))
        return mark_of(district, "plain", spoken, value=people(fact.active, reader), date=as_of_short(fact.as_of, reader),
                     mark=signs_of(fact, reader), radius=radius_of(fact.active, largest))
    return make


def paid_marks(atlas: Atlas, reader: Reader) -> MarkMaker:
    """Return the maker of circles for people paid for by public money in the reader's month."""
    paid = {d.code: paid_for(atlas, d.code, reader.per) for d in atlas.districts}
    largest = max((max([p.at_most, *(f.workers for f in p.year_only)]) for p in paid.values()), default=1) or 1

    def make(district: District) -> AreaMark:
        mine, words = paid[district.code], reader.words
        year_only = max((f.workers for f in mine.year_only), default=0)
        if mine.at_most:
            text = people(mine.at_most, reader)
            key = "peta.spoken.paid_at_most" if mine.overlap_unknown else "peta.spoken.paid"
            return mark_of(district, "plain", words(key, people=text), value=("≤ " if mine.overlap_unknown else "") + text,
                         radius=radius_of(mine.at_most, largest))
        if year_only:
            spoken = words("peta.spoken.paid_year_only", people=people(year_only, reader), year=reader.per.year)
            return mark_of(district, "plain", spoken, value=people(year_only, reader), date=words("peta.face.year_only", year=reader.per.year),
                         radius=radius_of(year_only, largest), hollow=True)
        return mark_of(district, "nodata", words("peta.spoken.no_paid"))
    return make


def mix_marks(atlas: Atlas, reader: Reader, year: int) -> MarkMaker:
    """Return the maker of part-to-whole marks: the largest single figure of each fund in a year."""
    names = {rule.funding_source: rule.name.of(reader.language) for rule in atlas.funding_rules}

    def make(district: District) -> AreaMark:
        shares = fund_mix(atlas, district.code, year)
        if not shares:
            return mark_of(district, "nodata", reader.words("peta.spoken.no_mix", year=year))
        told = "; ".join(f"{names[s.funding_source]} {people(s.workers, reader)}" for s in shares)
        return mark_of(district, "plain", reader.words("peta.spoken.mix", year=year, funds=told),
                     parts=tuple((s.funding_source, s.workers) for s in shares))
    return make


def change_marks(atlas: Atlas, first: Month, basis: str, reader: Reader) -> MarkMaker:
    """Return the maker of marks for the change between ``first`` and the reader's month."""
    def make(district: District) -> AreaMark:
        change, reason = change_between(atlas, district.code, first, reader.per, basis)
        if change is None:
            fill = "nodata" if reason == "no_figure" and not newest_coverage(atlas, district.code, reader.per) else "other"
            return mark_of(district, fill, reader.words("peta.spoken.no_change", reason=reader.words(f"shared.reason.{reason}")))
        sign = "+" if change > 0 else "−" if change < 0 else ""
        return mark_of(district, f"d{change_class(change)}", reader.words("peta.spoken.change", change=f"{sign}{points(change, reader)}"),
                     value=f"{sign}{number(abs(change), reader.language)}")
    return make


def radius_of(count: int, largest: int) -> int:
    """Return the radius (pixels) of a circle whose area grows with people."""
    return max(5, round(LARGEST_RADIUS * sqrt(count / largest)))
