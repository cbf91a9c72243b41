"""What stands around the steps: the speaker's window, the overlays of the stage (code for phones, keys), and the bar of the first screen."""

from __future__ import annotations

from petaucj.share.markup import text
from petaucj.text.words import Words
from petaucj.views.story import Story

# Keys as they are printed on a keyboard, with the sentence that says what they do.
KEYS = (("→ PageDown", "next"), ("← PageUp", "back"), ("Home End", "ends"), ("1 2 Enter", "jump"), ("B .", "black"),
        ("F F5", "full"), ("S P", "speaker"), ("Q", "qr"), ("T", "theme"), ("? H", "keys"))
BAR = (("full", "F"), ("speaker", "S"), ("qr", "Q"), ("keys", "?"))


def overlays(words: Words) -> str:
    """Return the layers above the steps: bar, sign, code for phones, keys."""
    bar = "".join(f'<button type="button" data-lakukan="{name}">{text(words(f"panggung.do.{name}"))} <kbd>{text(key)}</kbd></button>' for name, key in BAR)
    rows = "".join(f'<li><span>{"".join(f"<kbd>{text(k)}</kbd>" for k in keys.split(" "))}</span>{text(words(f"panggung.key.{name}"))}</li>' for keys, name in KEYS)
    return (
        f'<div id="bilah" role="toolbar" aria-label="{text(words("panggung.bar"))}" hidden>{bar}</div>'
        '<p id="tanda" role="status" hidden></p>'
        f'<div id="kode" class="lapis" role="dialog" aria-label="{text(words("panggung.qr.title"))}" hidden><h2>{text(words("panggung.qr.title"))}</h2>'
        f'<img id="kode-gambar" alt="{text(words("panggung.qr.alt"))}" hidden><p id="kode-alamat"></p><p id="kode-catatan"></p></div>'
        f'<div id="tombol" class="lapis" role="dialog" aria-label="{text(words("panggung.keys"))}" hidden><h2>{text(words("panggung.keys"))}</h2><ul>{rows}</ul></div>')


def panel(story: Story, words: Words) -> str:
    """Return the speaker's panel; a telephone held upright shows it below the stage."""
    def button(name: str, key: str, css: str = "") -> str:
        sign = f" <kbd>{text(key)}</kbd>" if key else ""
        return f'<button type="button" data-lakukan="{name}"{css and f" class={css}"}>{text(words(f"panggung.do.{name}"))}{sign}</button>'

    jumps = "".join(f'<li><button type="button" data-ke="{i}"><b>{i}</b> <span>{text(step.name)}<small>{text(step.title)}</small></span></button></li>'
                    for i, step in enumerate(story.steps, 1))
    stamp = "".join(f"<li>{text(line)}</li>" for line in story.stamp.lines if line)
    return (
        f'<aside id="pembicara" aria-label="{text(words("panggung.panel"))}" hidden>'
        f'<div class="atas"><h1>{text(story.title)}</h1><p id="jam"><span class="muted">{text(words("panggung.clock"))}</span> <b>--:--</b></p>'
        f'<p id="waktu"><span class="muted">{text(words("panggung.timer"))}</span> <b>00:00</b>{button("pause", "")}{button("reset", "")}</p>'
        '<p id="posisi"></p></div>'
        '<p id="putus" role="alert" hidden></p>'
        f'<div class="kini-ini" tabindex="0" role="region" aria-label="{text(words("panggung.notes"))}"><h2 id="nama"></h2><p id="pesan"></p><h3>{text(words("panggung.notes"))}</h3><ul id="catatan"></ul></div>'
        f'<div class="berikut"><h3>{text(words("panggung.next"))}</h3><h4 id="nama-berikut"></h4><p id="pesan-berikut"></p>'
        f'<h3>{text(words("panggung.steps"))}</h3><ol id="daftar">{jumps}</ol><details><summary>{text(words("panggung.data"))}</summary><ul>{stamp}</ul></details></div>'
        f'<div class="bawah">{button("back", "←", "besar")}{button("next", "→", "besar")}{button("black", "B")}{button("qr", "Q")}{button("theme", "T")}'
        f'{button("full", "F", "hanya-panggung")}<p id="hadirin"></p><p id="lapor" hidden></p></div></aside>')


# Sentences the script itself writes.
SPOKEN = ("position", "end", "stage_closed", "stage_open", "popup", "full_refused", "jump", "black_on", "qr_closed", "qr_none", "qr_unknown", "followers",
          "audience_open", "audience_closed", "audience_none", "audience_unknown", "unreported", "other_story", "paused", "resume", "pause")


def spoken(words: Words) -> dict[str, str]:
    """Return the sentences of the script; {n}, {all}, {count} and {address} are filled there."""
    return {name: words(f"panggung.say.{name}") for name in SPOKEN}
