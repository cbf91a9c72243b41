"""Small SVG pieces; every text is escaped here and nowhere else."""

from __future__ import annotations

from html import escape


def text(x: float, y: float, words: str, size: float, anchor: str = "start", css: str = "") -> str:
    """Return one line of text at (x, y)."""
    kind = f' class="{css}"' if css else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"{kind}>{escape(words)}</text>'


def escaped(words: str) -> str:
    """Return words that can stand in an attribute or between tags."""
    return escape(words, quote=True)


def line(x1: float, y1: float, x2: float, y2: float, css: str, width: float = 1) -> str:
    """Return a straight line."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{css}" stroke-width="{width:g}"/>'


def picture(width: float, height: float, parts: list[str], narrowest: float = 0) -> str:
    """Return the whole picture; it scales with its place, but not below ``narrowest`` pixels: then its place scrolls."""
    style = f' style="min-width:{narrowest:g}px"' if narrowest else ""
    return f'<svg viewBox="0 0 {width:g} {height:g}" preserveAspectRatio="xMinYMin meet"{style}>{"".join(parts)}</svg>'


def wrapped(words: str, limit: int) -> list[str]:
    """Return ``words`` in lines of at most ``limit`` characters where it can be broken."""
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= limit:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
