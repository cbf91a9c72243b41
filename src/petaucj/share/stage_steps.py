"""One step on the stage: its heading, message, picture and source on 1920 × 1080 pixels.

What does not fit is not shrunk: it goes to the notes of the speaker.
"""

from __future__ import annotations

from petaucj.share.markup import strong, text
from petaucj.share.stage_body import Place, build_body
from petaucj.share.stage_text import block
from petaucj.text.rich import plain_of, runs_of
from petaucj.views.story import Step, Story

# The inner width, where the message begins, and how the foot is made (as in stage.css).
WIDTH, TOP, BOTTOM, GAP = 1728.0, 150.0, 1044.0, 24.0
TITLE, SOURCE, SOURCE_HIGH, FOOT_PADDING = 36, 28, 36, 18
# How many notes are to be said; what stands behind the figures comes after them.
SAID = 2
# What is left of the foot once the month stands at its right end, and of the head beside the number.
SOURCE_WIDTH, TITLE_WIDTH = 1360.0, 1500.0


def step_section(step: Step, number: int, story: Story, left_label: str) -> str:
    """Return the section of a step; ``left_label`` introduces in the notes what did not fit on the stage."""
    source = block(step.source, SOURCE, SOURCE_WIDTH, 2)
    foot = FOOT_PADDING + SOURCE_HIGH * max(1, len(source.lines))
    body = build_body(step, Place(WIDTH, BOTTOM - foot - GAP - TOP))
    left = (*body.left, *(() if source.whole else (step.source,)))
    title = block(step.title, TITLE, TITLE_WIDTH, 1).lines
    return (
        f'<section class="langkah{" kini" if number == 1 else ""}" data-langkah="{number}" aria-labelledby="judul-{number}">'
        f'<header><h2 id="judul-{number}">{strong(list(title[0])) if title else ""}</h2><p class="nomor">{number}<span>/{len(story.steps)}</span></p></header>'
        f'<div class="isi isi-{text(step.kind)}">{body.html}</div>'
        f'<footer>{source.html("sumber")}<p class="per">{text(story.stamp.as_of)}</p></footer>{_aside(step, left, left_label)}</section>')


def _aside(step: Step, left: tuple[str, ...], left_label: str) -> str:
    """Return what only the speaker sees: the whole message, the notes, and what did not fit."""
    told = [f"<li>{text(plain_of(note))}</li>" for note in step.notes]
    more = "".join(f'<li class="sisa"><b>{text(left_label)}</b> {text(plain_of(words))}</li>' for words in left)
    whole = strong(list(runs_of(step.message)))
    return f'<aside hidden><h3>{text(step.name)}</h3><h4>{text(plain_of(step.title))}</h4><p>{whole}</p><ul>{"".join((*told[:SAID], more, *told[SAID:]))}</ul></aside>'
