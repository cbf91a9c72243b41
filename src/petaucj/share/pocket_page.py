"""One page without a network: its own style and script, admitted by their hashes, and nothing else."""

from __future__ import annotations

import json
from importlib import resources

from petaucj.draw.shelf import fit
from petaucj.share.markup import admitted, text

# What an HTML parser or a script could take for something else stands as an escape.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def policy(style: str, script: str) -> str:
    """Return the content policy that admits exactly this style and this script, and pictures that stand in the page."""
    return (f"default-src 'none'; img-src data:; style-src {admitted(style)}; script-src {admitted(script)}; "
            "base-uri 'none'; form-action 'none'")


def write_page(language: str, title: str, style: str, data: object, body: str, kind: str) -> bytes:
    """Return the page as UTF-8 HTML.

    ``body`` is markup whose words went through ``text`` or ``rich``; ``data`` is what the script reads; ``kind`` is the class of the body.
    """
    script = (resources.files("petaucj.draw") / "assets" / "pocket.js").read_text(encoding="utf-8")
    held = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return "\n".join((
        f'<!DOCTYPE html>\n<html lang="{text(language)}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">\n<meta name="format-detection" content="telephone=no">',
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>",
        f'<body class="petaucj {kind}">', body, f'<script type="application/json" id="isi">{fit(held)}</script>',
        f"<script>{script}</script>\n</body>\n</html>\n",
    )).encode("utf-8")
