"""SVG to PNG in exact pixels, with our own fonts and nothing of the machine's."""

from __future__ import annotations

from collections.abc import Sequence

import typst

from petaucj.draw.fonts import font_folder

# One point of the page is one pixel.
_PPI = 72.0


def png_of(pictures: Sequence[tuple[str, int, int]]) -> list[bytes]:
    """Return each SVG (text, width, height) as a PNG of exactly that many pixels; the same SVG gives the same bytes.

    Colours stay as they are: a palette would halve the file, but take three times as long as drawing it.
    """
    if not pictures:
        return []
    pages = [f'#page(width: {width}pt, height: {height}pt, margin: 0pt, image(read("{i}.svg", encoding: none), format: "svg", width: {width}pt, height: {height}pt))'
             for i, (_, width, height) in enumerate(pictures)]
    files = {f"{i}.svg": svg.encode("utf-8") for i, (svg, _, _) in enumerate(pictures)} | {"main.typ": "\n".join(pages).encode("utf-8")}
    found = typst.compile(files, font_paths=[str(font_folder())], ignore_system_fonts=True, format="png", ppi=_PPI)
    return found if isinstance(found, list) else [found]
