"""The steps of a story as a table the presenter changes: choose, reorder, remove, add."""

from __future__ import annotations

from petaucj.domain.atlas import Atlas
from petaucj.views.entry import EntryCell, EntryColumn, EntryRow, EntryTable, Options
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState
from petaucj.views.story_words import DISTRICT_STORY, KINDS, LETTERS, MOST_STEPS, OF_DISTRICT, PROVINCE_STORY, steps_of

# Two short columns fit a telephone.
NARROW = 330


def build_story_table(atlas: Atlas, state: ViewState, reader: Reader) -> EntryTable:
    """Return the steps of the address in their order; every step stands once, its word is its row."""
    words, held = reader.words, steps_of(state.langkah, state.daerah)
    columns = (EntryColumn("step", words("rapat.story.step"), "text"), EntryColumn("about", words("rapat.story.about"), "text"))
    rows = tuple(EntryRow(word, (EntryCell(shown=words(f"cerita.name.{_kind(word)}")), EntryCell(shown=_about(word, atlas, state, reader))),
                          movable=True, removable=len(held) > 1, name=f"{words(f'cerita.name.{_kind(word)}')} {_about(word, atlas, state, reader)}") for word in held)
    more = _addable(held, atlas, state, reader) if len(held) < MOST_STEPS else ()
    return EntryTable(reader.language, words("rapat.story.caption"), columns, rows, add_label=words("rapat.story.add") if more else "", add_options=more,
                      remove_label=words("rapat.story.remove"), up_label=words("rapat.story.up"), down_label=words("rapat.story.down"),
                      reset_label=words("rapat.story.reset"), stacks_below=NARROW)


def _kind(word: str) -> str:
    return word.partition(":")[0]


def _about(word: str, atlas: Atlas, state: ViewState, reader: Reader) -> str:
    kind, _, about = word.partition(":")
    if kind in PROVINCE_STORY:
        return reader.words("bahan.province")
    if kind == "rencana":
        return reader.words("rapat.story.scenario", letter=(about or state.skenario).upper())
    return atlas.district_by_code[about or state.daerah].name


def _addable(held: tuple[str, ...], atlas: Atlas, state: ViewState, reader: Reader) -> Options:
    """Return the steps that may be added: those of the address left out, the scenarios, and any step about another district."""
    own = [kind for kind in KINDS if kind in PROVINCE_STORY or (state.daerah and kind != "rencana")]
    # A scenario nobody has worked out is the district's first plan once more: only A stands for it.
    plans = [f"rencana:{letter}" for letter in LETTERS if letter == LETTERS[0] or getattr(state, letter)] if state.daerah else []
    others = [f"{kind}:{d.code}" for d in atlas.districts if d.code != state.daerah for kind in OF_DISTRICT if kind != "rencana"]
    names = {word: reader.words("rapat.story.option", step=reader.words(f"cerita.name.{_kind(word)}"), about=_about(word, atlas, state, reader))
             for word in (*own, *plans, *others) if word not in held}
    return tuple(names.items())


def moved(state: ViewState, word: str, by: int) -> str:
    """Return the story with a step moved up (-1) or down (+1); at the ends it stays."""
    held = list(steps_of(state.langkah, state.daerah))
    if word in held:
        place = held.index(word)
        target = min(max(place + by, 0), len(held) - 1)
        held[place], held[target] = held[target], held[place]
    return told(held, state)


def removed(state: ViewState, word: str) -> str:
    """Return the story without a step; the last one stays."""
    held = [w for w in steps_of(state.langkah, state.daerah) if w != word]
    return told(held, state) if held else state.langkah


def added(state: ViewState, word: str) -> str:
    """Return the story with a step more, at its end; before the decisions where they come last."""
    held = [w for w in steps_of(state.langkah, state.daerah) if w != word]
    place = len(held) - 1 if held and _kind(held[-1]) == "keputusan" else len(held)
    return told([*held[:place], word, *held[place:]], state)


def told(held: list[str], state: ViewState) -> str:
    """Return the word of the address; "" for the usual order, so that the address stays short."""
    usual = DISTRICT_STORY if state.daerah else PROVINCE_STORY
    return "" if tuple(held) == usual else ",".join(held)
