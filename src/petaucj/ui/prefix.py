"""The base path our own routes must carry themselves."""

from __future__ import annotations

import streamlit as st


def base_prefix() -> str:
    """Return ``server.baseUrlPath`` as a prefix ("/ucj"), or "" at the root."""
    base = str(st.config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""
