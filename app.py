"""The door: ``streamlit run app.py``. Checks all data before the first visitor, then opens the rooms."""

import gc
import logging
import sys
from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from petaucj.data.faults import DataFaults
from petaucj.data.settings import today
from petaucj.meeting.audience import hall
from petaucj.meeting.routes import audience_routes
from petaucj.server.compress import CompressBundle
from petaucj.server.no_delay import lifespan
from petaucj.server.pages import Pages, Views
from petaucj.server.previews import Previews, card_routes
from petaucj.server.routes import asset_routes, download_routes, health_route
from petaucj.share.downloads import downloads
from petaucj.share.pictures import write_preview_card
from petaucj.ui.frame import ROOMS
from petaucj.ui.guard import refusal
from petaucj.ui.memory import atlas, book, catalogue, settings
from petaucj.ui.prefix import base_prefix
from petaucj.ui.rooms import load_rooms
from petaucj.views.occasion import Occasion, occasion_of

log = logging.getLogger("petaucj")

if reason := refusal():
    print(reason, file=sys.stderr)
    raise SystemExit(3)
try:
    settings(), catalogue(), atlas(), book()
except DataFaults as faults:
    print(f"petaucj tidak dijalankan: {faults}", file=sys.stderr)
    raise SystemExit(3) from None


def occasion_for(query: Mapping[str, str]) -> Occasion:
    """Return what an address asks for, today."""
    return occasion_of(query, atlas(), book(), settings(), today())


load_rooms()
prefix = base_prefix()
pages = Pages(occasion_for, hall(), prefix)
app = st.App(
    str(Path(__file__).parent / "pages" / "_frame.py"),
    routes=[
        health_route(catalogue().release, prefix),
        *asset_routes(prefix),
        *download_routes(downloads(catalogue(), atlas()), prefix),
        *card_routes(occasion_for, write_preview_card, prefix),
        *pages.routes(),
        *audience_routes(hall(), prefix),
    ],
    middleware=[
        Middleware(CompressBundle),
        Middleware(Views, pages=pages, rooms=ROOMS, prefix=prefix),
        Middleware(Previews, occasion_for=occasion_for, rooms=ROOMS, prefix=prefix, public_url=settings().public_url),
    ],
    lifespan=lifespan,
    on_script_error=lambda fault: log.error("a page failed", exc_info=fault),
)

# What is loaded now stays for good: without this a full collection walks through all of it, and one click in fifty waits 100 ms longer (ADR 009).
gc.collect()
gc.freeze()
