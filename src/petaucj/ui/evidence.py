"""Opens what stands behind a number in one click."""

from __future__ import annotations

import streamlit as st

from petaucj.ui.plain import link, plain
from petaucj.views.evidence import FigureNote, SourceNote
from petaucj.views.phrases import Reader


def show_evidence(note: FigureNote, reader: Reader, key: str) -> None:
    """Show a click that opens definition, sources and conflicts of one number; they travel only once it is open."""
    click = st.popover(note.label, key=key, on_change="rerun", wrap=True)
    if click.open:
        with click:
            st.markdown(evidence_text(note, reader))


def evidence_text(note: FigureNote, reader: Reader) -> str:
    """Return the Markdown behind a number."""
    words = reader.words
    parts = ["  \n".join(plain(line) for line in note.lines)] if note.lines else []
    if note.conflicts:
        parts.append(f"**{words('shared.evidence.conflicts')}**\n\n" + "\n".join(f"- {plain(line)}" for line in note.conflicts))
    parts.append(f"**{words('shared.evidence.sources')}**\n\n" + "\n".join(source_text(source, reader) for source in note.sources))
    return "\n\n".join(parts)


def source_text(source: SourceNote, reader: Reader) -> str:
    """Return one source as a Markdown list item; its title links to the document."""
    words = reader.words
    trust_key = "shared.source.trust_note" if source.trust_note else "shared.source.trust"
    lines = [
        link(f"{source.publisher}: {source.title}", source.url),
        plain(f"{words('shared.source.published', date=source.published)}. "
              f"{words('shared.source.accessed', date=source.accessed, read_as=source.read_as)}."),
        plain(words(trust_key, trust=source.trust, note=source.trust_note)) + ".",
    ]
    if source.note:
        lines.append(plain(source.note))
    return "- " + "  \n  ".join(lines)
