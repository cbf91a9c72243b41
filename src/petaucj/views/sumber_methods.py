"""The methods in plain words; every number in them is computed from the facts at hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from petaucj.domain.arithmetic import adds_up, derived_denominator, ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.conflicts import mismatches
from petaucj.domain.coverage import newest_coverage
from petaucj.domain.peers import total
from petaucj.domain.rates import Correction, Rate, expired, minimum_contribution
from petaucj.domain.records import BASES, BASIS_LETTERS, CoverageFact
from petaucj.domain.targets import Standing, standing
from petaucj.text.numbers import number
from petaucj.views.phrases import Reader, as_of_name, basis_name, listed, month_name, people, percent, points, regime_name, rupiah
from petaucj.views.sumber import Grid
from petaucj.views.sumber_tables import correction_grid, missing_years, rates_table, targets_grid

# The worked examples prefer this district, because its press figure and its target use different denominators.
EXAMPLE = "13.11"
ORDER = ("ucj", "bases", "compare", "pick", "age", "undated", "recompute", "convert", "gap", "rank", "pace", "total", "cover", "nosum",
         "conflicts", "corrections", "outside", "questions")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One method: its heading, and its paragraphs or items in plain words."""

    title: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedTable:
    """One table: its key, heading, what to know before reading it, the click that opens it, the table, numbered remarks below it."""

    key: str
    title: str
    text: str
    label: str
    grid: Grid
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MethodsView:
    """The chapters, then three tables: rates, targets, corrections."""

    intro: str
    chapters: tuple[Chapter, ...]
    tables: tuple[DatedTable, ...]


def build_methods(atlas: Atlas, rates: tuple[Rate, ...], corrections: tuple[Correction, ...], reader: Reader) -> MethodsView:
    """Return the methods, with examples computed at the newest month of the data."""
    words = reader.words
    newest = replace(reader, per=atlas.newest_month)
    grid, notes = rates_table(atlas, rates, reader)
    tables = (
        _table("rates", _rates_text(rates, reader), grid, reader, notes),
        _table("targets", f"{words('methods.targets.text')} {missing_years(atlas, reader)}".strip(), targets_grid(atlas, reader), reader),
        _table("changes", words("methods.changes.text") if corrections else words("methods.changes.none"),
               correction_grid(atlas, corrections, reader), reader),
    )
    return MethodsView(words("methods.intro"), tuple(_chapter(name, atlas, corrections, newest) for name in ORDER), tables)


def _table(name: str, text: str, grid: Grid, reader: Reader, notes: tuple[str, ...] = ()) -> DatedTable:
    words = reader.words
    return DatedTable(f"tabel-{name}", words(f"methods.{name}.title"), text, words("methods.open_table", count=len(grid.rows)), grid, notes)


def _rates_text(rates: tuple[Rate, ...], reader: Reader) -> str:
    words, smallest = reader.words, minimum_contribution(rates)
    if not rates:
        return words("methods.rates.none")
    told = words("methods.rates.text", today=month_name(reader.today, reader), ended=sum(expired(rate, reader.today) for rate in rates))
    return told if smallest is None else f"{told} {words('methods.rates.minimum', amount=rupiah(smallest.amount_idr, reader))}"


def _chapter(name: str, atlas: Atlas, corrections: tuple[Correction, ...], reader: Reader) -> Chapter:
    words = reader.words
    told = {"stale": reader.stale_after_months, "window": reader.rank_window_months, "corrections": len(corrections)}
    text = words(f"methods.{name}.text", **told)
    example = {"recompute": _recomputed, "convert": _conversion, "total": _totals}.get(name)
    items = _bases(atlas, reader) if name == "bases" else tuple(
        words(f"methods.{name}.item{i}") for i in range(1, 20) if words.has(f"methods.{name}.item{i}"))
    paragraphs = [*text.strip().split("\n\n"), *([example(atlas, reader)] if example else [])]
    return Chapter(words(f"methods.{name}.title"), tuple(p for p in paragraphs if p), items)


def _bases(atlas: Atlas, reader: Reader) -> tuple[str, ...]:
    """Return what each letter means, with how many whole-workforce figures of districts carry it."""
    counts = Counter(f.basis for f in atlas.coverage if f.segment == "all" and f.usable and f.area_code in atlas.district_by_code)
    return tuple(
        reader.words(f"methods.bases.{basis}", letter=BASIS_LETTERS[basis], name=basis_name(basis, reader), count=counts[basis])
        for basis in BASES
    )


def _recomputed(atlas: Atlas, reader: Reader) -> str:
    """Return a figure that adds up and one that does not, from the data."""
    words = reader.words
    good = newest_coverage(atlas, EXAMPLE, reader.per)
    fits = good and good.active and good.denominator and adds_up(good.pct_printed, good.active, good.denominator)
    parts = [_adding_up(good, reader)] if fits else []
    found = [m for m in mismatches(atlas) if m.fact.area_code in atlas.district_by_code and m.implied]
    if found:
        worst = max(found, key=lambda m: abs(m.difference))
        parts.append(words("methods.recompute.bad", district=atlas.district_by_code[worst.fact.area_code].name,
                           active=people(worst.fact.active, reader), denominator=people(worst.fact.denominator, reader),
                           recomputed=percent(worst.recomputed, reader), printed=percent(worst.fact.pct_printed, reader),
                           low=people(worst.implied.low, reader), high=people(worst.implied.high, reader)))
    return " ".join(parts)


def _adding_up(fact: CoverageFact, reader: Reader) -> str:
    implied = derived_denominator(fact.active, fact.pct_printed)
    exact = number(rounded(ratio_pct(fact.active, fact.denominator), 4), reader.language)
    return reader.words("methods.recompute.good", active=people(fact.active, reader), denominator=people(fact.denominator, reader),
                        exact=exact, printed=percent(fact.pct_printed, reader), low=people(implied.low, reader), high=people(implied.high, reader))


def _example(atlas: Atlas, reader: Reader) -> Standing | None:
    """Return a district whose printed figure and target use different denominators, but whose people are known on the target's."""
    codes = [d.code for d in atlas.districts]
    for code in sorted(codes, key=lambda c: (c != EXAMPLE, codes.index(c))):
        found = standing(atlas, code, reader.per)
        if found.converted_gap and found.converted_gap.people_short:
            return found
    return None


def _conversion(atlas: Atlas, reader: Reader) -> str:
    found = _example(atlas, reader)
    if found is None:
        return reader.words("methods.convert.no_example")
    used, gap = found.converted, found.converted_gap
    return reader.words(
        "methods.convert.example", district=atlas.district_by_code[found.fact.area_code].name, active=people(used.active_fact.active, reader),
        active_date=as_of_name(used.active_fact.as_of, reader), printed=percent(found.fact.pct_printed, reader), letter=found.fact.letter,
        denominator=people(used.denominator_fact.denominator, reader), denominator_date=as_of_name(used.denominator_fact.as_of, reader),
        base=basis_name(used.denominator_fact.basis, reader), converted=percent(used.pct, reader), regime=regime_name(gap.target.regime, reader),
        year=gap.target.year or "", target=percent(gap.target.pct_printed, reader), points=points(gap.points, reader),
        needed=people(gap.needed_people, reader), short=people(gap.people_short, reader))


def _totals(atlas: Atlas, reader: Reader) -> str:
    """Return today's sums on the two bases that are used, or that there is none."""
    parts = []
    for basis in ("bps_employed", "bpjs_potential"):
        held = total(atlas, reader.per, basis, reader.rank_window_months)
        if held.pct is not None:
            names = listed([atlas.district_by_code[code].name for code in held.facts], reader)
            parts.append(reader.words("methods.total.example", letter=BASIS_LETTERS[basis], active=people(held.active, reader),
                                      denominator=people(held.denominator, reader), percent=percent(held.pct, reader), count=len(held.facts),
                                      of=len(atlas.districts), names=names))
    return " ".join(parts) or reader.words("methods.total.none")
