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
    # Sent again with every rerun, so it is as short as it can be; the line breaks tell Streamlit that it is no path.
    one = f'const m=await import(location.origin+"{own}"),b=m;'
    two = f'const u=location.origin,[m,b]=await Promise.all([import(u+"{own}"),import(u+"{base}")]);'
    load = f"export default async c=>{{\n{one if own == base else two}m.default(c,b)}}\n"
    return st.components.v2.component(f"petaucj_{Path(script).stem}", js=load, html="<div></div>")


def mount(script: str, key: str, data: dict, **options: object) -> object:
    """Show the component that ``script`` (an asset such as "figure.js") draws from ``data``."""
    return _component(script)(key=key, data={"css": address("petaucj.css", base_prefix()), **data}, **options)
