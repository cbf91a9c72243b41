"""The page for the phones in the room: the whole story on one page that opens on bad Wi-Fi and can follow the presenter."""

from __future__ import annotations

from functools import cache
from importlib import resources

from petaucj.draw.palette import THEMES
from petaucj.draw.stylesheet import fill_classes, variables
from petaucj.share.audience_pictures import draw_picture
from petaucj.share.markup import admitted, rich, right, table_head, text
from petaucj.text.rich import plain_of
from petaucj.text.words import Words, words_in
from petaucj.views.banding import Table
from petaucj.views.plan_head import BigNumber
from petaucj.views.story import Step, Story

CARD, CARD_SIZE = "kartu.png", (1200, 630)
LOCALES = {"id": "id_ID", "en": "en_GB"}


def write_audience(story: Story, follow_url: str = "posisi", base: str = "") -> bytes:
    """Return the page as UTF-8 HTML; the same story gives the same bytes.

    Parameters
    ----------
    follow_url : where the page hears of the presenter's step, relative to itself; "" for a page that follows nobody.
    base : the address the page will have; with it chat apps show the preview picture ``kartu.png`` beside a link.
    """
    words = words_in(story.stamp.language)
    count = len(story.steps)
    sections = "\n".join(_section(i, count, step, words) for i, step in enumerate(story.steps, 1))
    script = _asset("audience.js").replace("</", "<\\/") if follow_url else ""
    body = f'{_head(story, words)}\n<main>\n{sections}\n</main>\n{_foot(story, words)}\n{_bar(follow_url, words)}'
    return (f'<!DOCTYPE html>\n<html lang="{text(story.stamp.language)}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">\n<link rel="icon" href="data:,">\n'
            f"<title>{text(story.title)}</title>\n{_preview(story, base)}\n<style>{_style()}</style>\n</head>\n<body>\n{body}"
            f'{f"<script>{script}</script>" if script else ""}\n</body>\n</html>\n').encode()


def _policy(script: str) -> str:
    """Return the page's own policy: no script but ours, no address but its own, nothing from elsewhere."""
    rules = ["default-src 'none'", "style-src 'unsafe-inline'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'"]
    if script:
        rules += ["connect-src 'self'", f"script-src {admitted(script)}"]
    return "; ".join(rules)


def _preview(story: Story, base: str) -> str:
    """Return what a chat app shows of a link: title, one sentence, and (with the address known) the picture."""
    told = {"og:type": "article", "og:site_name": words_in(story.stamp.language)("frame.brand"), "og:locale": LOCALES[story.stamp.language],
            "og:title": story.title, "og:description": plain_of(_first_message(story))}
    if base:
        address = f"{base.rstrip('/')}/"
        told |= {"og:url": address, "og:image": address + CARD, "og:image:type": "image/png", "og:image:width": str(CARD_SIZE[0]),
                 "og:image:height": str(CARD_SIZE[1]), "og:image:alt": story.title}
    twitter = {"description": told["og:description"], "twitter:card": "summary_large_image" if base else "summary"}
    return "\n".join([*(f'<meta property="{name}" content="{text(value)}">' for name, value in told.items()),
                      *(f'<meta name="{name}" content="{text(value)}">' for name, value in twitter.items())])


def _first_message(story: Story) -> str:
    """Return the sentence that tells most: the verdict's, or the first step's."""
    verdicts = [step.message for step in story.steps if step.kind == "putusan"]
    return (verdicts or [step.message for step in story.steps] or [story.title])[0]


@cache
def _asset(name: str) -> str:
    return (resources.files("petaucj.draw") / "assets" / name).read_text(encoding="utf-8").strip()


@cache
def _style() -> str:
    """Return the rules and the colours of light and dark ground."""
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{variables(THEMES['dark'])}}}}}"
    return f":root{{{variables(THEMES['light'])}}}{dark}{fill_classes()}\n{_asset('audience.css')}"


def _head(story: Story, words: Words) -> str:
    links = "".join(f'<li><a href="#langkah-{i}">{i}. {text(step.name)}</a></li>' for i, step in enumerate(story.steps, 1))
    return (f'<header><p class="quiet">{text(words("hadirin.kind"))}</p><h1>{text(story.title)}</h1>'
            f'<p class="quiet">{text(story.stamp.as_of)} · {text(story.stamp.made_on)}</p></header>\n'
            f'<nav aria-label="{text(words("hadirin.contents"))}"><ol>{links}</ol></nav>')


def _section(i: int, count: int, step: Step, words: Words) -> str:
    every = words("hadirin.every", count=len(getattr(step.picture, "marks", ())))
    parts = [f'<p class="step quiet">{text(words("hadirin.step", step=i, all=count, name=step.name))}</p><h2>{text(step.title)}</h2>',
             f'<p class="message">{rich(step.message)}</p>', _numbers(step.numbers), draw_picture(step.picture, every, plain_of(step.message)),
             _table(step.table, step.kind == "keputusan") if step.table else "",
             f'<ul class="lines">{"".join(f"<li>{rich(line)}</li>" for line in step.lines)}</ul>' if step.lines else "",
             f'<p class="source">{text(step.source)}</p>' if step.source else ""]
    return f'<section id="langkah-{i}" data-step="{i - 1}">{"".join(filter(None, parts))}</section>'


def _numbers(numbers: tuple[BigNumber, ...]) -> str:
    rows = "".join(f"<div><dt>{text(n.label)}</dt><dd><b>{text(n.value)}</b>{text(n.detail)}</dd></div>" for n in numbers)
    return f'<dl class="numbers">{rows}</dl>' if rows else ""


def _table(table: Table, numbered: bool) -> str:
    """Return a table; on a phone each row becomes a card with the names of its columns (left out where a number and a sentence say enough)."""
    def label(i: int) -> str:
        return "" if numbered and i == 1 else f' data-label="{text(table.columns[i])}"'

    head, rows = table_head(table.columns, table.right), []
    for row in table.rows:
        first, *rest = row.cells
        cells = "".join(f"<td{right(i, table.right)}{label(i)}>{rich(cell)}</td>" for i, cell in enumerate(rest, 1))
        rows.append(f'<tr{" class=chosen" if row.chosen else ""}><th scope="row"{right(0, table.right)}>{rich(first)}</th>{cells}</tr>')
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _foot(story: Story, words: Words) -> str:
    stamp = story.stamp
    back = f'<p><a href="{text(stamp.address)}">{text(words("hadirin.open"))}</a></p>' if stamp.address else ""
    # That a file carries no code means nothing to a phone that came by one.
    lines = stamp.lines if stamp.address else (line for line in stamp.lines if line != stamp.address_line)
    return f"<footer>{''.join(f'<p>{text(line)}</p>' for line in lines)}{back}</footer>"


def _bar(address: str, words: Words) -> str:
    if not address:
        return ""
    told = {"address": address, "at": words("hadirin.at", step="{step}", all="{all}"), "lost": words("hadirin.lost"), "ended": words("hadirin.ended"),
            "gone": words("hadirin.gone"), "renewed": words("hadirin.renewed")}
    held = "".join(f' data-{name}="{text(value)}"' for name, value in told.items())
    toggle = f'<label><input type="checkbox" role="switch" checked>{text(words("hadirin.follow"))}</label>'
    where = f'<a class="where" href="#langkah-1" aria-live="polite">{text(words("hadirin.waiting"))}</a>'
    return f'<div class="follow" id="ikuti" hidden{held}><div>{toggle}{where}<span class="news" role="status"></span></div></div>'
