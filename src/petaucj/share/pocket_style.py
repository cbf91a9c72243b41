"""How the one-file pages look: the project's colours by the reader's own light or dark, paper always light."""

from __future__ import annotations

from importlib import resources

from petaucj.draw.palette import DARK, LIGHT
from petaucj.draw.stylesheet import fill_classes, rules_for, variables

COLUMNS, ROWS = 6, 8


def page_style(rules: str, *sheets: str) -> str:
    """Return the whole style of a page: colours, our shared rules, ``sheets`` of draw/assets, and the ``rules`` its pictures need."""
    own = resources.files("petaucj.draw") / "assets"
    places = "".join(f".x{i}{{grid-column:{i + 1}}}" for i in range(COLUMNS)) + "".join(f".y{i}{{grid-row:{i + 1}}}" for i in range(ROWS))
    return "\n".join((
        f".petaucj{{{variables(LIGHT)}}}", f"@media screen and (prefers-color-scheme:dark){{.petaucj{{{variables(DARK)}}}}}",
        fill_classes(), rules_for("tiles", "legend", "figures"), places,
        *((own / name).read_text(encoding="utf-8") for name in sheets), rules,
    ))
