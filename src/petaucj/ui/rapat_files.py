"""The handouts on the page: one click for one district, a progress line for many."""

from __future__ import annotations

import time
from threading import BoundedSemaphore

import streamlit as st

from petaucj.share.artefact import Artefact, file_stem, release_day, write_zip
from petaucj.share.export import FORMATS, Task, tasks_for
from petaucj.text.numbers import number
from petaucj.ui.memory import atlas, settings
from petaucj.ui.occasion import occasion_now
from petaucj.ui.plain import plain
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import Reader
from petaucj.views.stamp import build_stamp
from petaucj.views.state import ViewState

HELD = "berkas-bagikan"
# Two at a time: a third visitor waits, so that those who only look are not slowed down.
_ROOM = BoundedSemaphore(2)
_MEGABYTE = 1_000_000


def all_files(state: ViewState, reader: Reader) -> bytes:
    """Return every file of the district (or the province) of this view as one zip."""
    occasion = occasion_now(state, reader)
    with _ROOM:
        return _zipped([file for task in tasks_for((occasion,), FORMATS) for file in task.make()], occasion)


def zip_name(state: ViewState, reader: Reader) -> str:
    """Return the name of the zip of this view."""
    return f"{file_stem(build_stamp(occasion_now(state, reader)))}.zip"


def _zipped(files: list[Artefact], occasion: Occasion) -> bytes:
    return write_zip({file.name: file.body for file in files}, release_day(build_stamp(occasion)))


def show_all_in_one(state: ViewState, reader: Reader, key: str) -> None:
    """Show the one click from a page to all files of its district."""
    st.download_button(reader.words("rapat.files.all_in_one"), lambda: all_files(state, reader), zip_name(state, reader), "application/zip", key=key, on_click="ignore")


def show_files(state: ViewState, reader: Reader) -> None:
    """Show what to make and for whom, the button that makes it, the progress, and the button that saves it."""
    words = reader.words
    show_all_in_one(state, reader, "unduh-semua")
    scopes = (["district"] if state.daerah else []) + ["province", "all"]
    name = atlas().district_by_code[state.daerah].name if state.daerah else ""
    with st.container(horizontal=True, vertical_alignment="bottom", key="pilihan-berkas"):
        scope = st.segmented_control(words("rapat.files.scope"), scopes, default=scopes[0], required=True, key="lingkup-berkas",
                                     format_func=lambda kind: words(f"rapat.files.scope_{kind}", name=name) if kind == "district" else words(f"rapat.files.scope_{kind}"))
        formats = st.pills(words("rapat.files.formats"), FORMATS, selection_mode="multi", default=list(FORMATS), key="jenis-berkas",
                           format_func=lambda kind: words(f"rapat.format.{kind}"))
        pressed = st.button(words("rapat.files.make"), key="buat-berkas", disabled=not formats)
    if not formats:
        st.markdown(plain(words("rapat.files.none")))
    if pressed and formats:
        _make(_occasions(scope, state, reader), tuple(kind for kind in FORMATS if kind in formats), reader)
    _show_held(reader)
    st.markdown(f":small[:gray[{plain(words('rapat.files.note'))} {'' if settings().public_url else plain(words('rapat.files.no_address'))}]]")


def _occasions(scope: str, state: ViewState, reader: Reader) -> tuple[Occasion, ...]:
    here = occasion_now(state, reader)
    if scope == "all":
        return tuple(here.of(district.code) for district in atlas().districts)
    return (here.of("" if scope == "province" else state.daerah),)


def _make(occasions: tuple[Occasion, ...], formats: tuple[str, ...], reader: Reader) -> None:
    """Make the files while a line tells how far it is; what comes out is held for this visitor until the next."""
    started, files = time.perf_counter(), []
    tasks = tasks_for(occasions, formats)
    line = st.progress(0.0)
    with _ROOM:
        for done, task in enumerate(tasks):
            line.progress(done / len(tasks), _progress(done, tasks, task, reader))
            files += task.make()
    line.empty()
    body = _zipped(files, occasions[0])
    name = f"{file_stem(build_stamp(occasions[0] if len(occasions) == 1 else occasions[0].of('')))}{'-semua' if len(occasions) > 1 else ''}.zip"
    size = f"{number(max(1, len(body) * 10 // _MEGABYTE), reader.language)}"
    st.session_state[HELD] = (name, body, len(files), size, round(time.perf_counter() - started))


def _progress(done: int, tasks: tuple[Task, ...], task: Task, reader: Reader) -> str:
    return plain(reader.words("rapat.files.making", done=done + 1, all=len(tasks), name=f"{task.place}, {reader.words(f'rapat.format.{task.format}')}"))


def _show_held(reader: Reader) -> None:
    held = st.session_state.get(HELD)
    if held is None:
        return
    name, body, count, size, seconds = held
    st.markdown(plain(reader.words("rapat.files.ready", count=count, size=size, seconds=seconds)))
    st.download_button(reader.words("rapat.files.save"), body, name, "application/zip", key="simpan-berkas", on_click="ignore", type="primary")
