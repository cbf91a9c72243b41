"""Our own small Streamlit components: each loads one script of ours, so that a rerun sends only data."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from petaucj.draw.assets import address
from petaucj.ui.prefix import base_prefix


@st.cache_resource
def _component(script: str) -> object:
    """Register the component once; its script and the shared figure script come from immutable addresses."""
    own, base = (address(name, base_prefix()) for name in (script, "figure.js"))
    load = (f"export default async function (c) {{\n"
            f'  const [m, base] = await Promise.all([import(location.origin + "{own}"), import(location.origin + "{base}")]);\n'
            f"  m.default(c, base);\n}}\n")
    return st.components.v2.component(f"petaucj_{Path(script).stem}", js=load, html="<div></div>")


def mount(script: str, key: str, data: dict, **options: object) -> object:
    """Show the component that ``script`` (an asset such as "figure.js") draws from ``data``."""
    return _component(script)(key=key, data={"css": address("petaucj.css", base_prefix()), **data}, **options)
