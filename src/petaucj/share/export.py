"""Six files, one truth: which files there are, and what makes each of them for a district or the province."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property, partial

from petaucj.data.dictionary import load_dictionary
from petaucj.data.notices import load_boundary_rights
from petaucj.share.artefact import Artefact, file_stem
from petaucj.share.deck import write_deck
from petaucj.share.handout_data import write_data
from petaucj.share.pdf import write_booklet, write_brief
from petaucj.share.pictures import write_pictures
from petaucj.share.pocket import write_pocket
from petaucj.share.workbook import write_workbook
from petaucj.views.brief import build_brief
from petaucj.views.brief_booklet import build_booklet_cover
from petaucj.views.handout import Handout, NumberedSource, build_handout
from petaucj.views.occasion import Occasion
from petaucj.views.pocket import build_pocket
from petaucj.views.province import build_province
from petaucj.views.stamp import build_stamp
from petaucj.views.story import Story, build_story
from petaucj.views.story_rank import build_rank
from petaucj.views.story_words import PROVINCE_STORY
from petaucj.views.workbook import build_workbook

# In the order of the issue; "csv" stands for CSV and GeoJSON, "png" for PNG and SVG.
FORMATS = ("html", "pptx", "pdf", "xlsx", "csv", "png")


@dataclass(frozen=True)
class Task:
    """One kind of file for one place; ``make`` returns its files, ``folder`` is theirs where several places share one archive."""

    place: str
    folder: str
    format: str
    make: Callable[[], tuple[Artefact, ...]]


class _Scope:
    """What the files of one place share, each part made once and only when a file asks for it."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.stamp = build_stamp(occasion)

    @cached_property
    def handouts(self) -> tuple[Handout, ...]:
        """The district's handout, or those of all districts for the province."""
        code = self.occasion.state.daerah
        codes = (code,) if code else tuple(district.code for district in self.occasion.atlas.districts)
        return tuple(build_handout(self.occasion.of(code)) for code in codes)

    @cached_property
    def story(self) -> Story:
        """The story of the address; for the province without one of its own, the province and then every district's verdict."""
        state = self.occasion.state
        if state.daerah or state.langkah:
            return build_story(self.occasion)
        every = ",".join((*PROVINCE_STORY, *(f"putusan:{district.code}" for district in self.occasion.atlas.districts)))
        return build_story(replace(self.occasion, state=state.with_(langkah=every)))

    @cached_property
    def sources(self) -> tuple[NumberedSource, ...]:
        """The documents of all handouts and of every step, each once; those of the own handouts keep their numbers for one district."""
        province = build_province(self.occasion.atlas, self.occasion.reader).note
        rank = build_rank(self.occasion).note
        others = {step.word.partition(":")[2] for step in self.story.steps} & self.occasion.atlas.district_by_code.keys()
        more = [build_handout(self.occasion.of(code)) for code in sorted(others - {handout.code for handout in self.handouts})]
        found = [*(held.source for handout in (*self.handouts, *more) for held in handout.sources), *(s for note in (province, rank) if note for s in note.sources)]
        by_id = {source.source_id: source for source in reversed(found)}
        return tuple(NumberedSource(i, by_id[key]) for i, key in enumerate(dict.fromkeys(source.source_id for source in found), 1))

    def one(self, ending: str, body: bytes) -> tuple[Artefact, ...]:
        """Return one file under the name every file of this place begins with."""
        return (Artefact(f"{file_stem(self.stamp)}.{ending}", body),)


def tasks_for(occasions: tuple[Occasion, ...], formats: tuple[str, ...]) -> tuple[Task, ...]:
    """Return what makes the files of each occasion, a district or (without one) the province; KeyError for an unknown format."""
    scopes = [_Scope(occasion) for occasion in occasions]
    return tuple(Task(scope.stamp.place, scope.stamp.code or "provinsi", name, partial(_MAKERS[name], scope)) for scope in scopes for name in formats)


def _html(scope: _Scope) -> tuple[Artefact, ...]:
    return scope.one("html", write_pocket(build_pocket(scope.occasion)))


def _pptx(scope: _Scope) -> tuple[Artefact, ...]:
    return scope.one("pptx", write_deck(scope.story, scope.sources, load_boundary_rights().attribution))


def _pdf(scope: _Scope) -> tuple[Artefact, ...]:
    briefs = tuple(map(build_brief, scope.handouts))
    if scope.occasion.state.daerah:
        return scope.one("pdf", write_brief(briefs[0]))
    return scope.one("pdf", write_booklet(build_booklet_cover(scope.occasion), briefs))


def _xlsx(scope: _Scope) -> tuple[Artefact, ...]:
    return scope.one("xlsx", write_workbook(build_workbook(scope.occasion, scope.handouts, load_dictionary())))


def _csv(scope: _Scope) -> tuple[Artefact, ...]:
    return write_data(scope.stamp, scope.handouts, scope.occasion.atlas, load_dictionary(), load_boundary_rights())


def _png(scope: _Scope) -> tuple[Artefact, ...]:
    return write_pictures(scope.story)


_MAKERS: dict[str, Callable[[_Scope], tuple[Artefact, ...]]] = {
    "html": _html, "pptx": _pptx, "pdf": _pdf, "xlsx": _xlsx, "csv": _csv, "png": _png}


def foldered(files: Iterable[tuple[str, Artefact]]) -> dict[str, bytes]:
    """Return bytes by name, given (folder, file) pairs; the folder is left out where all files share one."""
    held = list(files)
    many = len({folder for folder, _ in held}) > 1
    return {f"{folder}/{file.name}" if many else file.name: file.body for folder, file in held}
