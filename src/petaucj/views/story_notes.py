"""What stands below a story step, and what only the speaker sees."""

from __future__ import annotations

from petaucj.views.evidence import FigureNote
from petaucj.views.occasion import Occasion

FEW = 3


def source_line(note: FigureNote | None, occasion: Occasion) -> str:
    """Return the first documents of a step in one line, with how many more there are; the data release where a step has none of its own."""
    words = occasion.reader.words
    told = list(dict.fromkeys(words("cerita.source_item", publisher=s.publisher, date=s.published) for s in note.sources)) if note else []
    if not told:
        return words("cerita.source_none", hash=occasion.atlas.release_hash)
    more = words("cerita.source_more", count=len(told) - FEW) if len(told) > FEW else ""
    return words("cerita.source", list="; ".join(told[:FEW])) + more


def speaker_notes(kind: str, note: FigureNote | None, occasion: Occasion, shown: bool) -> tuple[str, ...]:
    """Return what to say and what to be ready for: how to read the step, then what defines its numbers, conflicts and documents.

    ``shown`` is whether the step has a picture or a table: without one there is nothing to point at.
    """
    words = occasion.reader.words
    told = [words(f"cerita.say.{kind}"), words(f"cerita.asked.{kind}")] if shown else [words("cerita.say.nothing")]
    if note is None:
        return tuple(told)
    told += [*note.lines, *(words("cerita.conflict", line=line) for line in note.conflicts)]
    return (*told, *(words("cerita.note_source", publisher=s.publisher, title=s.title, date=s.published) for s in dict.fromkeys(note.sources)))
