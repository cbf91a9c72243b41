"""An empty deck with our own master: paper ground, one face, two layouts, nothing left of the library's template."""

from __future__ import annotations

import re
from collections.abc import MutableMapping

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from petaucj.draw.fonts import FAMILIES
from petaucj.draw.palette import LIGHT
from petaucj.share.deck_text import TAGS, Box, clean
from petaucj.text.words import words_in

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
WIDE = (Emu(12_192_000), Emu(6_858_000))
INNER = WIDTH - 2 * MARGIN
TITLE = Box(MARGIN, 0.42, INNER, 0.36)
MESSAGE = Box(MARGIN, 0.86, INNER, 1.5)
BOTTOM = 6.58
RULE = 6.72
SOURCE = Box(MARGIN, 6.8, INNER - 0.9, 0.22)
FOOTER = Box(MARGIN, 7.04, INNER - 0.9, 0.22)
NUMBER = Box(WIDTH - MARGIN - 0.8, 7.04, 0.8, 0.22)
COVER_TITLE = Box(0.95, 1.72, 11.4, 1.4)
COVER_AS_OF = Box(0.95, 3.2, 11.4, 0.5)
# So that a machine without our face takes one of its own kind.
PANOSE = "020B0502040504020204"
MESSAGE_IDX, FOOTER_IDX, NUMBER_IDX = 13, 11, 12
_PLAIN = f"{nsdecls('a', 'p', 'r')}"


def new_deck(language: str) -> Deck:
    """Return a deck without slides: 16:9, layout 0 for the cover, 1 for every other slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE
    deck.part._element.find(qn("p:sldSz")).attrib.pop("type", None)
    for held in deck.part._element.iter(qn("a:defRPr")):
        if held.get("lang"):
            held.set("lang", TAGS[language])
    _drop(deck.part.rels, RT.PRINTER_SETTINGS)
    _drop(deck.part.package._rels, RT.THUMBNAIL)
    layouts = list(deck.slide_layouts)
    for layout in layouts:
        if layout not in (layouts[0], layouts[5]):
            deck.slide_layouts.remove(layout)
    _rewrite(deck.slide_master._element, _master(language), ("cSld", "txStyles"))
    _rewrite(layouts[0]._element, _layout(language, "cover"), ("cSld",))
    _rewrite(layouts[5]._element, _layout(language, "step"), ("cSld",))
    layouts[5]._element.attrib.pop("type", None)
    return deck


def _drop(relations: MutableMapping, kind: str) -> None:
    """Leave out what the template brings and nobody asked for: a printer's settings, a preview of another deck."""
    for key in [key for key, relation in relations.items() if relation.reltype == kind]:
        relations.pop(key)


def _rewrite(element: etree._Element, new: str, names: tuple[str, ...]) -> None:
    """Put the named children of ``new`` in the place of those of ``element``."""
    fresh = parse_xml(new)
    for name in names:
        held = element.find(qn(f"p:{name}"))
        held.getparent().replace(held, fresh.find(qn(f"p:{name}")))


def _place(number: int, name: str, kind: str, box: Box | None, size: int, prompt: str, more: str = "") -> str:
    """Return a placeholder; ``kind`` holds the attributes that tell what it is for."""
    where = f'<a:xfrm><a:off x="{box.emu[0]}" y="{box.emu[1]}"/><a:ext cx="{box.emu[2]}" cy="{box.emu[3]}"/></a:xfrm>' if box else ""
    shape = f'{where}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if box else ""
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
            f'<p:spPr>{shape}</p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
            f'<a:lstStyle><a:lvl1pPr marL="0" indent="0"{more}><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:buNone/><a:defRPr sz="{size * 100}"/></a:lvl1pPr></a:lstStyle>'
            f"<a:p>{prompt}</a:p></p:txBody></p:sp>")


def _said(words: str, language: str) -> str:
    return f'<a:r><a:rPr lang="{TAGS[language]}"/><a:t>{clean(words)}</a:t></a:r>'


def slide_number(language: str) -> str:
    """Return the running text that a program replaces by the number of the slide."""
    return f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum"><a:rPr lang="{TAGS[language]}"/><a:t>‹#›</a:t></a:fld>'


def _tree(name: str, parts: str, ground: str = "") -> str:
    named = f' name="{name}"' if name else ""
    return (f'<p:cSld{named}>{ground}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{parts}</p:spTree></p:cSld>')


def _feet(language: str, first: int) -> str:
    words = words_in(language)
    return (_place(first, words("deck.layout.footer"), f'type="ftr" sz="quarter" idx="{FOOTER_IDX}"', FOOTER, 11, "") +
            _place(first + 1, words("deck.layout.number"), f'type="sldNum" sz="quarter" idx="{NUMBER_IDX}"', NUMBER, 11, slide_number(language), ' algn="r"'))


def _master(language: str) -> str:
    words, ground = words_in(language), '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    title, message = words("deck.layout.title"), words("deck.layout.message")
    parts = (_place(2, title, 'type="title"', TITLE, 18, _said(title, language)) + _place(3, message, 'type="body" idx="1"', MESSAGE, 28, _said(message, language)) + _feet(language, 4))
    ink = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill><a:latin typeface="+{}-lt"/><a:ea typeface="+{}-ea"/><a:cs typeface="+{}-cs"/>'
    styles = "".join(f'<p:{kind}Style><a:lvl1pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
                     f'<a:defRPr sz="{size}" b="{bold}">{ink.format(colour, face, face, face)}</a:defRPr></a:lvl1pPr></p:{kind}Style>'
                     for kind, size, bold, colour, face in (("title", 1800, 1, "tx2", "mj"), ("body", 2800, 0, "tx1", "mn"), ("other", 1800, 0, "tx1", "mn")))
    return f"<p:sldMaster {_PLAIN}>{_tree('', parts, ground)}<p:txStyles>{styles}</p:txStyles></p:sldMaster>"


def _layout(language: str, kind: str) -> str:
    words = words_in(language)
    title, message = words("deck.layout.title"), words("deck.layout.message")
    if kind == "cover":
        parts = (_rule(7, Box(0.95, 1.5, 1.2, 0), "accent1", 38100) + _place(2, title, 'type="ctrTitle"', COVER_TITLE, 44, _said(title, language)) +
                 _place(3, message, 'type="subTitle" idx="1"', COVER_AS_OF, 24, _said(message, language)))
    else:
        parts = (_rule(6, Box(MARGIN, RULE, INNER, 0), "bg2", 9525) + _place(2, title, 'type="title"', TITLE, 18, _said(title, language)) +
                 _place(3, message, f'type="body" sz="quarter" idx="{MESSAGE_IDX}"', MESSAGE, 28, _said(message, language)) + _feet(language, 4))
    return f"<p:sldLayout {_PLAIN}>{_tree(words(f'deck.layout.{kind}'), parts)}</p:sldLayout>"


def _rule(number: int, box: Box, colour: str, weight: int) -> str:
    left, top, width, height = box.emu
    return (f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="{number}"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{weight}"><a:solidFill><a:schemeClr val="{colour}"/>'
            "</a:solidFill></a:ln></p:spPr></p:cxnSp>")


def themed(theme: bytes) -> bytes:
    """Return a theme part with our colours and our one face in the place of the template's."""
    text = theme.decode("utf-8")
    text = re.sub(r'(<a:(?:theme|clrScheme|fontScheme) [^>]*?name=")[^"]*', r"\1Peta UCJ", text)
    funds = LIGHT.funds
    colours = {"dk1": LIGHT.ink, "lt1": LIGHT.ground, "dk2": LIGHT.muted, "lt2": LIGHT.rule, "accent1": LIGHT.accent, "accent2": LIGHT.coverage[4], "accent3": funds["district_budget"],
               "accent4": funds["palm_oil_share"], "accent5": funds["province_budget"], "accent6": funds["zakat"], "hlink": LIGHT.coverage[5], "folHlink": LIGHT.muted}
    for name, colour in colours.items():
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>', text, flags=re.DOTALL)
    face = f'<a:latin typeface="{FAMILIES[0]}" panose="{PANOSE}"/>'
    return re.sub(r"(<a:(?:majorFont|minorFont)>\s*)<a:latin [^>]*/>", lambda found: found.group(1) + face, text).encode("utf-8")
