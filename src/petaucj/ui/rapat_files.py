"""The handouts on the page: one click for one district, a progress line for many."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from threading import BoundedSemaphore, Lock

import streamlit as st

from petaucj.share.artefact import file_stem, release_day, write_zip
from petaucj.share.export import FORMATS, Task, foldered, tasks_for
from petaucj.text.numbers import number
from petaucj.ui.memory import atlas, settings
from petaucj.ui.occasion import occasion_now
from petaucj.ui.plain import plain
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import Reader
from petaucj.views.stamp import build_stamp
from petaucj.views.state import ViewState

HELD = "berkas-bagikan"
# Two files at a time, whoever asks: those who only look are not slowed down, and a long job lets a short one in between.
_ROOM = BoundedSemaphore(2)
# The archives made last, for all visitors together: no session holds one of its own.
_KEPT: OrderedDict[tuple[object, ...], Made] = OrderedDict()
_KEEPING, MOST_KEPT = Lock(), 3
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Made:
    """One archive: its name, its bytes, how many files it holds and how long they took."""

    name: str
    body: bytes
    count: int
    seconds: float


def show_all_in_one(state: ViewState, reader: Reader, key: str) -> None:
    """Show the one click from a page to all files of its district, or of the province without one."""
    occasion = occasion_now(state, reader)
    st.download_button(reader.words("rapat.files.all_in_one"), lambda: _made((occasion,), FORMATS).body, _zip_name((occasion,)), "application/zip",
                       key=key, on_click="ignore")


def show_files(state: ViewState, reader: Reader) -> None:
    """Show what to make and for whom, the button that makes it, the progress, and the button that saves it."""
    words = reader.words
    show_all_in_one(state, reader, "unduh-semua")
    scopes = (["district"] if state.daerah else []) + ["province", "all"]
    name = atlas().district_by_code[state.daerah].name if state.daerah else ""
    scope = st.segmented_control(words("rapat.files.scope"), scopes, default=scopes[0], required=True, key="lingkup-berkas", wrap=True,
                                 format_func=lambda kind: words(f"rapat.files.scope_{kind}", **({"name": name} if kind == "district" else {})))
    chosen = st.pills(words("rapat.files.formats"), FORMATS, selection_mode="multi", default=list(FORMATS), key="jenis-berkas", wrap=True,
                      format_func=lambda kind: words(f"rapat.format.{kind}"))
    formats = tuple(kind for kind in FORMATS if kind in chosen)
    occasions = _occasions(scope, state, reader)
    if st.button(words("rapat.files.make"), key="buat-berkas", disabled=not formats) and formats:
        _made(occasions, formats, reader)
        st.session_state[HELD] = _key(occasions, formats)
    if not formats:
        st.markdown(plain(words("rapat.files.none")))
    elif st.session_state.get(HELD) == _key(occasions, formats):
        _show_held(occasions, formats, reader)
    st.markdown(f":small[:gray[{plain(words('rapat.files.note'))} {'' if settings().public_url else plain(words('rapat.files.no_address'))}]]")


def _occasions(scope: str, state: ViewState, reader: Reader) -> tuple[Occasion, ...]:
    here = occasion_now(state, reader)
    if scope == "all":
        return tuple(here.of(district.code) for district in atlas().districts)
    return (here.of("" if scope == "province" else state.daerah),)


def _key(occasions: tuple[Occasion, ...], formats: tuple[str, ...]) -> tuple[object, ...]:
    """Return what an archive depends on: its views, the day, the data and the kinds of file."""
    first = occasions[0]
    return (tuple(tuple(o.state.query().items()) for o in occasions), first.reader, first.day, first.atlas.release_hash, first.public_url, formats)


def _zip_name(occasions: tuple[Occasion, ...]) -> str:
    whole = occasions[0] if len(occasions) == 1 else occasions[0].of("")
    return f"{file_stem(build_stamp(whole))}{'-semua' if len(occasions) > 1 else ''}.zip"


def _made(occasions: tuple[Occasion, ...], formats: tuple[str, ...], reader: Reader | None = None) -> Made:
    """Return the archive, made now where it is not kept; with a ``reader`` a line tells how far it is."""
    key = _key(occasions, formats)
    with _KEEPING:
        held = _KEPT.get(key)
    if held is not None:
        return held
    started, files, tasks = time.perf_counter(), [], tasks_for(occasions, formats)
    with _line(reader) as tell:
        for done, task in enumerate(tasks):
            tell(done, tasks, task)
            with _ROOM:
                files += [(task.folder, file) for file in task.make()]
    body = write_zip(foldered(files), release_day(build_stamp(occasions[0])))
    made = Made(_zip_name(occasions), body, len(files), time.perf_counter() - started)
    with _KEEPING:
        _KEPT[key] = made
        while len(_KEPT) > MOST_KEPT:
            _KEPT.popitem(last=False)
    return made


@contextmanager
def _line(reader: Reader | None) -> Iterator:
    """Yield what tells how far the work is; nothing is shown without a reader (a click that downloads at once)."""
    if reader is None:
        yield lambda done, tasks, task: None
        return
    line = st.progress(0.0)
    yield lambda done, tasks, task: line.progress(done / len(tasks), _progress(done, tasks, task, reader))
    line.empty()


def _progress(done: int, tasks: tuple[Task, ...], task: Task, reader: Reader) -> str:
    return plain(reader.words("rapat.files.making", done=done + 1, all=len(tasks), name=f"{task.place}, {reader.words(f'rapat.format.{task.format}')}"))


def _size(count: int, reader: Reader) -> str:
    """Return bytes for reading: "40 KB", "26,2 MB"."""
    if count < _MEGABYTE:
        return f"{number(max(1, round(count / 1000)), reader.language)} KB"
    return f"{number(round(Decimal(count) / _MEGABYTE, 1), reader.language, 1)} MB"


def _show_held(occasions: tuple[Occasion, ...], formats: tuple[str, ...], reader: Reader) -> None:
    held = _made(occasions, formats)
    told = {"name": held.name, "count": held.count, "size": _size(len(held.body), reader), "seconds": max(1, round(held.seconds))}
    st.markdown(plain(reader.words("rapat.files.ready", **told)))
    st.download_button(reader.words("rapat.files.save"), lambda: _made(occasions, formats).body, held.name, "application/zip", key="simpan-berkas",
                       on_click="ignore", type="primary")
