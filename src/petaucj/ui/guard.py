"""Refuses to listen to a whole network by accident."""

from __future__ import annotations

import os

import streamlit as st

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def refusal() -> str:
    """Return why the app may not start on this address, or "" when it may.

    A presenter's laptop must not serve a hotel network; ``PETAUCJ_PUBLIC=1`` says that somebody means it.
    """
    address = str(st.config.get_option("server.address") or "0.0.0.0")
    if address in LOOPBACK or os.environ.get("PETAUCJ_PUBLIC") == "1":
        return ""
    return (f"petaucj tidak dijalankan: server.address adalah {address}, jadi seluruh jaringan dapat membukanya. "
            "Pakai 127.0.0.1, atau setel PETAUCJ_PUBLIC=1 bila memang dimaksudkan.")
