"""The return address as a QR code; there is none without a public address."""

from __future__ import annotations

import io

import segno

# Quiet zone in modules, as the standard asks.
BORDER = 4


def qr_svg(address: str) -> str:
    """Return the code as an SVG of black modules on white, one unit a module; raises ValueError for an empty address."""
    if not address:
        raise ValueError("a QR code needs an address")
    held = io.BytesIO()
    segno.make(address, error="m", micro=False).save(held, kind="svg", border=BORDER, xmldecl=False, svgns=True, nl=False, dark="#000", light="#fff", omitsize=True,
                                                     svgclass=None, lineclass=None)
    return held.getvalue().decode("utf-8")


def qr_png(address: str, scale: int = 8) -> bytes:
    """Return the code as a PNG, ``scale`` pixels a module; raises ValueError for an empty address."""
    if not address:
        raise ValueError("a QR code needs an address")
    held = io.BytesIO()
    segno.make(address, error="m", micro=False).save(held, kind="png", border=BORDER, scale=scale)
    return held.getvalue()
