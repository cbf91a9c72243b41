"""Banding in sums: province, branches and an own group as sum(A) / sum(D), beside what is printed for them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from petaucj.domain.atlas import Atlas
from petaucj.domain.coverage import AS_PRINTED, percentage
from petaucj.domain.peers import Reconciliation, Total, part_of, printed_near, reconciled, total
from petaucj.domain.records import BASIS_LETTERS, PROVINCE
from petaucj.views.banding import NamedNotes, Row, Table, named_notes, reason_words
from petaucj.views.phrases import Reader, as_of_name, as_of_short, basis_short, listed, month_short, people, percent, points
from petaucj.views.state import BASES, GROUPS, ViewState, group_codes


@dataclass(frozen=True, slots=True)
class TotalView:
    """The totals: the province's sentence, how it fits the printed figure, the table of groups, and what to mind."""

    title: str
    sentence: str
    check: str
    table: Table
    notes: tuple[str, ...]
    evidence: NamedNotes | None


def build_totals(atlas: Atlas, state: ViewState, reader: Reader) -> TotalView:
    """Return province, branch and own-group totals on the chosen basis; as published there are none."""
    words, basis = reader.words, BASES[state.basis]
    if basis == AS_PRINTED:
        return TotalView(words("banding.total.title_none"), words("banding.total.needs_basis"), "", Table((), ()), (), None)
    whole = total(atlas, reader.per, basis, reader.rank_window_months)
    check = reconciled(atlas, whole, reader.per)
    facts = [(atlas.district_by_code[code].name, fact) for code, fact in whole.facts.items()]
    printed = (check.printed, check.base) if check else (printed_near(atlas, PROVINCE, basis, reader.per, reader.per),)
    facts += [(words("banding.total.province"), fact) for fact in dict.fromkeys(printed) if fact]
    for branch in GROUPS[1:]:
        part = reconciled(atlas, part_of(whole, group_codes(ViewState(kelompok=branch), atlas)), reader.per, f"branch:{branch}")
        facts += [(words(f"shared.branch.{branch}"), part.printed)] if part else []
    return TotalView(
        title=words("banding.total.title", basis=f"{BASIS_LETTERS[basis]} · {basis_short(basis, reader)}"),
        sentence=_sentence(whole, reader), check=_check(atlas, whole, check, basis, reader),
        table=_table(atlas, state, whole, check, reader), notes=_notes(atlas, whole, reader),
        evidence=named_notes(facts, "banding.total.evidence", atlas, reader),
    )


def _dates(held: Total, reader: Reader) -> str:
    if held.months is None:
        return reader.words("shared.none")
    first, last = (month_short(month, reader) for month in held.months)
    return first if first == last else f"{first}–{last}"


def _sentence(held: Total, reader: Reader) -> str:
    if held.pct is None:
        return reader.words("banding.total.none", asked=len(held.asked))
    return reader.words("banding.total.sentence", active=people(held.active, reader), denominator=people(held.denominator, reader),
                        percent=percent(held.pct, reader), count=len(held.facts), asked=len(held.asked), dates=_dates(held, reader))


def _check(atlas: Atlas, held: Total, check: Reconciliation | None, basis: str, reader: Reader) -> str:
    """Return how the total fits the printed figure: equal, or the difference and why it cannot be reconciled."""
    words = reader.words
    printed = check.printed if check else printed_near(atlas, PROVINCE, basis, reader.per, reader.per)
    if printed is None:
        return words("banding.total.no_printed")
    said = words("banding.total.printed", percent=percent(percentage(printed), reader), date=as_of_name(printed.as_of, reader))
    if check is None:
        return said
    if check.equal:
        return f"{said} {words('banding.total.equal')}"
    reasons = listed([_reason(key, held, check, reader) for key in check.reasons], reader)
    key = "difference" if reasons else "difference_plain"
    return f"{said} {words(f'banding.total.{key}', points=points(check.difference, reader), **({'reasons': reasons} if reasons else {}))}"


def _reason(key: str, held: Total, check: Reconciliation, reader: Reader) -> str:
    words = reader.words
    if key != "partial":
        return words(f"banding.total.{key}")
    told = {"count": len(held.facts), "asked": len(held.asked)}
    if check.base is None:
        return words("banding.total.partial", **told)
    return words("banding.total.partial_share", share=percent(check.base_share, reader),
                 denominator=people(check.base.denominator, reader), **told)


def _table(atlas: Atlas, state: ViewState, whole: Total, check: Reconciliation | None, reader: Reader) -> Table:
    words = reader.words
    columns = tuple(words(f"banding.total.column_{name}") for name in ("group", "active", "denominator", "pct", "covers", "printed"))
    rows = []
    for branch in GROUPS[1:]:
        part = part_of(whole, group_codes(ViewState(kelompok=branch), atlas))
        rows.append(Row(_cells(words(f"shared.branch.{branch}"), part, reconciled(atlas, part, reader.per, f"branch:{branch}"), reader),
                        state.kelompok == branch))
    if state.kelompok not in GROUPS:
        cells = _cells(words("banding.total.own"), part_of(whole, group_codes(state, atlas)), None, reader)
        rows.append(Row((*cells[:-1], words("shared.none")), True))
    rows.append(Row(_cells(words("banding.total.province"), whole, check, reader)))
    return Table(columns, tuple(rows), (1, 2, 3))


def _cells(name: str, held: Total, check: Reconciliation | None, reader: Reader) -> tuple[str, ...]:
    words, nothing = reader.words, reader.words("shared.none")
    told = {"count": len(held.facts), "asked": len(held.asked)}
    covers = words("banding.total.covers_dates", dates=_dates(held, reader), **told) if held.facts else words("banding.total.covers", **told)
    printed = words("banding.total.no_own_printed")
    if check:
        told = {"percent": percent(percentage(check.printed), reader), "date": as_of_short(check.printed.as_of, reader)}
        printed = (words("banding.total.own_equal", **told) if check.equal
                   else words("banding.total.own_printed", points=points(check.difference, reader), **told))
    if held.pct is None:
        return name, nothing, nothing, nothing, covers, printed
    return name, people(held.active, reader), people(held.denominator, reader), percent(held.pct, reader), covers, printed


def _notes(atlas: Atlas, whole: Total, reader: Reader) -> tuple[str, ...]:
    words = reader.words
    found = [words("banding.total.method")]
    if whole.left_out:
        latest = max(whole.facts.values(), key=lambda fact: fact.as_of.month, default=None)
        counts = Counter(whole.left_out.values())
        parts = [words("banding.total.left_part", reason=reason_words(reason, latest, reader), count=count) for reason, count in counts.most_common()]
        found.append(words("banding.total.left", count=len(whole.left_out), parts="; ".join(parts)))
    unsure = [district.name_short for district in atlas.districts if not district.branch_verified]
    if unsure:
        found.append(words("banding.total.unverified", names=listed(unsure, reader)))
    return tuple(found)
