"""The door: ``streamlit run app.py``. Checks all data before the first visitor, then opens the rooms."""

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
from petaucj.ui.memory import atlas, catalogue, settings
from petaucj.ui.prefix import base_prefix

log = logging.getLogger("petaucj")

if reason := refusal():
    print(reason, file=sys.stderr)
    raise SystemExit(3)
try:
    settings(), catalogue(), atlas()
except DataFaults as faults:
    print(f"petaucj tidak dijalankan: {faults}", file=sys.stderr)
    raise SystemExit(3) from None

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
