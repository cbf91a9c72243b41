"""The door: ``streamlit run app.py``. Checks all data before the first visitor, then opens the rooms."""

import gc
import logging
import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from petaucj.data.faults import DataFaults
from petaucj.server.compress import CompressBundle
from petaucj.server.no_delay import lifespan
from petaucj.server.routes import asset_routes, download_routes, health_route
from petaucj.share.downloads import downloads
from petaucj.ui.guard import refusal
from petaucj.ui.memory import atlas, book, catalogue, settings
from petaucj.ui.prefix import base_prefix
from petaucj.ui.rooms import load_rooms

log = logging.getLogger("petaucj")

if reason := refusal():
    print(reason, file=sys.stderr)
    raise SystemExit(3)
try:
    settings(), catalogue(), atlas(), book()
except DataFaults as faults:
    print(f"petaucj tidak dijalankan: {faults}", file=sys.stderr)
    raise SystemExit(3) from None

load_rooms()
prefix = base_prefix()
app = st.App(
    str(Path(__file__).parent / "pages" / "_frame.py"),
    routes=[
        health_route(catalogue().release, prefix),
        *asset_routes(prefix),
        *download_routes(downloads(catalogue(), atlas()), prefix),
    ],
    middleware=[Middleware(CompressBundle)],
    lifespan=lifespan,
    on_script_error=lambda fault: log.error("a page failed", exc_info=fault),
)

# What is loaded now stays for good: without this a full collection walks through all of it, and one click in fifty waits 100 ms longer (ADR 009).
gc.collect()
gc.freeze()
