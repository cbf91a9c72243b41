"""The presentation as one self-contained page: driven by keys, drawn beforehand, works on when the cable is pulled."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

from petaucj.draw.stage_frame import SHARED
from petaucj.draw.stage_style import stage_script, stage_style
from petaucj.share.markup import admitted, text
from petaucj.share.qr import qr_svg
from petaucj.share.stage_panel import overlays, panel, spoken
from petaucj.share.stage_steps import step_section
from petaucj.text.words import Words, words_in
from petaucj.views.story import Story

SHORTEST, LONGEST = 1, 3600


@dataclass(frozen=True, slots=True)
class StageOptions:
    """What the page may ask of its own server; all paths are same-origin, "" where there is nothing to ask.

    ``position_url`` takes the current step as JSON ``{"step": n, "token": token, "mark": the story's}`` with n from 0. ``audience_url`` answers with
    ``{"open", "address", "qr", "followers", "note", "mark", "step"}``; ``qr`` is an SVG, ``mark`` the frozen story's and ``step`` where its phones are.
    """

    position_url: str = ""
    token: str = ""
    audience_url: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for an address that is not a path of the same server."""
        for url in (self.position_url, self.audience_url):
            if url and (not url.startswith("/") or url.startswith(("//", "/\\"))):
                raise ValueError(f"not a path of the same server: {url!r}")


def write_stage(story: Story, options: StageOptions) -> bytes:
    """Return the presentation as UTF-8 HTML; the same story and options give the same bytes. A story without steps has one empty screen."""
    return _page(story, options, 0)


def write_kiosk(story: Story, seconds: int = 12) -> bytes:
    """Return the page that walks through its steps by itself, ``seconds`` each; raises ValueError below 1 or above 3600."""
    if not SHORTEST <= seconds <= LONGEST:
        raise ValueError(f"a step lasts 1 to 3600 seconds, not {seconds}")
    return _page(story, StageOptions(), seconds)


def _page(story: Story, options: StageOptions, seconds: int) -> bytes:
    words = words_in(story.stamp.language)
    sections = "".join(step_section(step, i, story, words("panggung.left")) for i, step in enumerate(story.steps, 1))
    body = (f'{SHARED}<main id="panggung"><div id="kanvas">{sections}{overlays(words)}</div><div id="hitam" hidden></div><div id="laju" hidden></div></main>'
            f'{panel(story, words)}<p id="ucap" class="terdengar" aria-live="polite"></p>')
    style, script, version = stage_style(), stage_script(), _digest(body.encode())[:16]
    told = _told(story, options, seconds, words, version)
    return "\n".join((
        f'<!DOCTYPE html>\n<html lang="{text(words.language)}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script, bool(seconds or options.position_url or options.audience_url))}">',
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="petaucj-versi" content="{version}">\n<title>{text(story.title)}</title>',
        f'<style>{style}</style>\n</head>\n<body class="petaucj" data-theme="light" data-tampil="{"kios" if seconds else "panggung"}">',
        body, f'<script type="application/json" id="cerita">{told}</script>', f"<script>{script}</script>\n</body>\n</html>\n",
    )).encode("utf-8")


def _policy(style: str, script: str, asks: bool) -> str:
    """Return the page's own rules: its own style and script by their digest, pictures and fonts from within, no other address."""
    return ("default-src 'none'; style-src {}; script-src {}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'".format(admitted(style), admitted(script))
            + ("; connect-src 'self'" if asks else ""))


def _told(story: Story, options: StageOptions, seconds: int, words: Words, version: str) -> str:
    """Return what the script needs as JSON that cannot end its element."""
    address = story.stamp.address
    still = {"open": True, "address": address, "qr": qr_svg(address), "followers": 0, "note": words("bahan.qr")} if address and not options.audience_url else None
    held = {"id": version, "judul": story.title, "kios": seconds, "posisi": options.position_url, "tanda": options.token, "cerita": story.mark,
            "hadirin": options.audience_url, "tetap": still, "kata": spoken(words)}
    told = json.dumps(held, ensure_ascii=True, sort_keys=True)
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _digest(body: bytes) -> str:
    return sha256(body).hexdigest()
