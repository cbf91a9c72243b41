"""The one page for a head of region: verdict, three numbers, the months, who pays, options, decisions; 200 words at most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from petaucj.domain.need import Need
from petaucj.domain.records import BASIS_LETTERS
from petaucj.text.rich import plain_of
from petaucj.text.words import Words, words_in
from petaucj.views.banding import Row, Table
from petaucj.views.brief_money import options_of, paying_of
from petaucj.views.brief_sources import BriefSource, brief_sources
from petaucj.views.brief_words import MOST_WORDS, words_in_texts
from petaucj.views.decisions import Decision
from petaucj.views.gauge import GaugeView
from petaucj.views.handout import Handout
from petaucj.views.plan_head import BigNumber
from petaucj.views.plan_projection import ProjectionView
from petaucj.views.stamp import Stamp


@dataclass(frozen=True, slots=True)
class BriefView:
    """The page in the reader's words; ``verdict`` may hold **strong** parts, nothing else is markup.

    ``gauge`` stands where there are no months to draw, and ``blanks`` are the figures to fill in by hand then (None where
    there is a projection). ``document`` is the title of the file; ``texts`` are all words outside the pictures.
    """

    stamp: Stamp
    kind: str
    meta: str
    verdict: str
    warnings: tuple[str, ...]
    numbers: tuple[BigNumber, ...]
    rank_title: str
    rank: str
    months_title: str
    months_line: str
    projection: ProjectionView
    gauge: GaugeView | None
    blanks_title: str
    blanks: Table | None
    paying_title: str
    paying: Table | None
    paying_note: str
    beside: str
    options_title: str
    options_line: str
    options: Table | None
    results_title: str
    results: tuple[str, ...]
    decisions_title: str
    decisions: tuple[Decision, ...]
    assumption: str
    sources_title: str
    sources: tuple[BriefSource, ...]
    foot: tuple[str, ...]
    document: str
    author: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Every piece of text on the page outside its pictures."""
        numbers = (part for n in self.numbers for part in (n.label, n.value, n.detail))
        tables = (cell for t in (self.blanks, self.paying, self.options) if t for row in (t.columns, *(r.cells for r in t.rows)) for cell in row)
        decided = (part for d in self.decisions for part in (d.text, d.due))
        plain = (
            self.kind, self.stamp.place, self.meta, plain_of(self.verdict), *self.warnings, *numbers, self.rank_title, self.rank, self.months_title,
            self.months_line, self.blanks_title, self.paying_title, self.paying_note, self.beside, self.options_title, self.options_line, self.results_title,
            *self.results, self.decisions_title, *decided, self.assumption, self.sources_title, *(s.text for s in self.sources), *self.foot, *tables)
        return tuple(filter(None, plain))


LONGEST_ADDRESS = 120
# How many payments are listed where there are many: fewer, if the page would have too many words.
_ROWS = (5, 3)


def build_brief(handout: Handout) -> BriefView:
    """Return the page of one district; rows and whole sentences are left out, the least weighty first, where it would have too many words."""
    for most in _ROWS:
        view = _within(_made(handout, most), _SPARED[:3])
        if _short(view):
            return view
    return _within(view, _SPARED[3:])


def _made(handout: Handout, most_rows: int) -> BriefView:
    words, stamp, drawn = words_in(handout.stamp.language), handout.stamp, not handout.projection.reason
    paying_title, paying, paying_note = paying_of(handout, most_rows)
    ranked = _rank(handout)
    dues = {d.due for d in handout.decisions}
    same = dues.pop() if len(dues) == 1 else ""
    return BriefView(
        stamp=stamp, kind=words("ringkas.kind"), meta=_meta(handout, words), verdict=handout.standing.short, warnings=tuple(handout.age[1] if line == handout.age[0] else line for line in handout.standing.warnings),
        numbers=handout.numbers, rank_title=words("ringkas.rank") if ranked else "", rank=ranked, months_title=words("ringkas.months"),
        months_line=_months_line(handout, words), projection=handout.projection,
        gauge=None if drawn or handout.standing.gauge.value is None else handout.standing.gauge,
        blanks_title="" if drawn else words("ringkas.blank.title"), blanks=None if drawn else _blanks(handout, words),
        paying_title=paying_title, paying=paying, paying_note=paying_note, beside=handout.beside_short, **options_of(handout),
        results_title=words("ringkas.results"), results=handout.results_brief or (words("ringkas.results_none"),),
        decisions_title=words("ringkas.decisions_due", due=same) if same else words("ringkas.decisions"),
        decisions=tuple(Decision(d.short, "" if same else d.due) for d in handout.decisions), assumption=_assumption(handout, words),
        sources_title=words("ringkas.sources"), sources=brief_sources(tuple(s for s in handout.sources if ranked or not s.for_rank), words), foot=foot_of(stamp, words),
        document=words("ringkas.document", name=stamp.place, as_of=stamp.as_of), author=words("ringkas.author"),
    )


# What a full page can do without, the least weighty first; a sentence goes whole or stays whole.
_SPARED: tuple[Callable[[BriefView], BriefView], ...] = (
    lambda view: replace(view, results_title="", results=()) if view.results == (words_in(view.stamp.language)("ringkas.results_none"),) else view,
    lambda view: replace(view, months_line="") if view.blanks is None else view,
    lambda view: replace(view, warnings=view.warnings[:1]),
    lambda view: replace(view, rank_title="", rank=""),
    lambda view: replace(view, assumption=""),
    lambda view: replace(view, beside=""),
    lambda view: replace(view, results_title="", results=()),
)


def _short(view: BriefView) -> bool:
    return words_in_texts(view.texts) <= MOST_WORDS


def _within(view: BriefView, spared: Iterable[Callable[[BriefView], BriefView]]) -> BriefView:
    for spare in spared:
        view = view if _short(view) else spare(view)
    return view


def _meta(handout: Handout, words: Words) -> str:
    basis = handout.standing.basis
    if not basis:
        return handout.stamp.as_of
    named = words("ringkas.basis", letter=BASIS_LETTERS[basis], name=words(f"shared.basis.{basis}.name"))
    return words("ringkas.meta", as_of=handout.stamp.as_of, basis=named)


def _months_line(handout: Handout, words: Words) -> str:
    """Return until when nothing ends, or why there are no months."""
    if not handout.projection.reason:
        return handout.projection.safe
    return words("ringkas.no_months") if handout.plan.permanent is None else handout.projection.reason


def _rank(handout: Handout) -> str:
    held = handout.rank
    placed = held.bars is not None and len(held.bars.items) > 2 and any(item.chosen for item in held.bars.items)
    return held.sentence if placed else ""


def _blanks(handout: Handout, words: Words) -> Table:
    """Return the figures without which there are no months, as lines to fill in by hand."""
    names = ["active", *([] if isinstance(handout.plan.need, Need) else ["denominator"]), *([] if handout.plan.plan.tranches else ["paid"])]
    columns = tuple(words(f"ringkas.blank.{name}") for name in ("figure", "people", "month", "source"))
    return Table(columns, tuple(Row((words(f"ringkas.blank.{name}"), "", "", "")) for name in names))


def _assumption(handout: Handout, words: Words) -> str:
    """Return the assumptions that weigh most on the numbers of the page."""
    told = list(_assumed(handout, words))
    return words("ringkas.assume", list="; ".join(told)) if told else ""


def _assumed(handout: Handout, words: Words) -> Iterator[str]:
    result, plan = handout.plan, handout.plan.plan
    if isinstance(result.need, Need):
        if result.need.ending:
            yield words("ringkas.assumed.ended")
        if plan.goal.year and plan.goal.year != plan.goal.deadline.year:
            yield words("ringkas.assumed.target_year", own=plan.goal.year, wanted=plan.goal.deadline.year)
        if result.gap_bill and plan.income_idr is None:
            yield words("ringkas.assumed.least")
    elif result.points:
        yield words("ringkas.assumed.stays")


def foot_of(stamp: Stamp, words: Words) -> tuple[str, ...]:
    """Return the small print: day, data version, what the figures are not, and the way back or why there is none."""
    made = words("ringkas.made", made=stamp.made_on, data=stamp.data)
    return made, words("ringkas.warning"), _way_back(stamp.address, words)


def _way_back(address: str, words: Words) -> str:
    """Return the address in words; one that holds a whole plan nobody types, so it names only the place its code leads to."""
    if not address:
        return words("ringkas.no_address")
    if len(address) <= LONGEST_ADDRESS:
        return words("ringkas.address", address=address)
    return words("ringkas.address_code", place=urlsplit(address).netloc)
