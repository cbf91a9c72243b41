"""Style and script of the presentation as text: both stand in the page itself, the fonts too."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib import resources

from petaucj.draw.fonts import FAMILIES, FILES, font_folder
from petaucj.draw.stylesheet import stylesheet

# Which family each file is: the signs the first one lacks have families of their own, so that a browser can thicken them.
_FACES = ((FAMILIES[0], "400", FILES[0]), (FAMILIES[0], "700", FILES[1]), (FAMILIES[1], "400", FILES[2]), (FAMILIES[2], "400", FILES[3]))


def _face(family: str, weight: str, name: str) -> str:
    body = b64encode((font_folder() / name).read_bytes()).decode("ascii")
    return f"@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/ttf;base64,{body})}}"


def _own(name: str) -> str:
    return (resources.files("petaucj.draw") / "assets" / name).read_text(encoding="utf-8")


@cache
def stage_style() -> str:
    """Return the whole style sheet: fonts, the project's own sheet, the stage."""
    families = ",".join(f"'{family}'" for family in FAMILIES)
    faces = [*(_face(*held) for held in _FACES), f".petaucj{{--huruf:{families},Arial,sans-serif}}"]
    return "\n".join((*faces, stylesheet(), _own("stage.css")))


@cache
def stage_script() -> str:
    """Return the script of the page."""
    return _own("stage.js")
