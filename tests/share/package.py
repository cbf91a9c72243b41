"""Looks a presentation file over for what PowerPoint would have to repair; independent of the library that wrote it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# The order the format asks of children; PowerPoint calls a file broken where it is another one.
_SERIES = "idx order tx spPr invertIfNegative pictureOptions marker dPt dLbls trendline errBars cat val smooth shape extLst"
ORDER = {
    f"{C}ser": _SERIES, f"{C}chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
    f"{C}barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
    f"{C}lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
    f"{C}plotArea": "layout barChart lineChart catAx dateAx valAx dTable spPr extLst",
    f"{C}catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses "
                 "crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    f"{C}valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses "
                 "crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
    f"{C}dLbl": "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst",
    f"{C}chartSpace": "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
    f"{A}pPr": "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar buBlip tabLst defRPr extLst",
    f"{A}rPr": "ln noFill solidFill gradFill blipFill pattFill effectLst effectDag highlight uLnTx uLn uFillTx uFill latin ea cs sym hlinkClick hlinkMouseOver rtl extLst",
    f"{A}tcPr": "lnL lnR lnT lnB lnTlToBr lnBlToTr cell3D noFill solidFill gradFill blipFill pattFill grpFill headers extLst",
    f"{A}custGeom": "avLst gdLst ahLst cxnLst rect pathLst",
    f"{A}ln": "noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd extLst",
    f"{P}spPr": "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag scene3d sp3d extLst",
    f"{P}presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz smartTags embeddedFontLst custShowLst photoAlbum custDataLst kinsoku "
                        "defaultTextStyle modifyVerifier extLst",
    f"{P}sldMaster": "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
}


class Package:
    """The parts of a file and what leads from one to another."""

    def __init__(self, body: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            self.names = archive.namelist()
            self.parts = {name: archive.read(name) for name in self.names}
        self.trees = {name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith((".xml", ".rels"))}

    def relations(self, name: str) -> dict[str, tuple[str, str, str]]:
        """Return the relations of a part ("" for the file) by id: kind, target, mode."""
        folder, _, leaf = name.rpartition("/")
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{leaf}.rels") if name else "_rels/.rels")
        found = {}
        for held in () if tree is None else tree.iter(f"{RELS}Relationship"):
            target, mode = held.get("Target"), held.get("TargetMode", "Internal")
            if mode == "Internal":
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[held.get("Id")] = (held.get("Type").rpartition("/")[2], target, mode)
        return found

    def named(self, pattern: str) -> list[str]:
        """Return the names of parts that match, in order of their number."""
        return sorted((n for n in self.parts if re.fullmatch(pattern, n)), key=lambda n: (len(n), n))

    def linked(self, name: str, kind: str) -> list[str]:
        """Return what a part leads to by relations of one kind."""
        return [target for what, target, _ in self.relations(name).values() if what == kind]


def faults(body: bytes) -> list[str]:
    """Return everything in a file that would have to be repaired; an empty list for a sound one."""
    package = Package(body)
    broken = [*_zip(package), *_types(package), *_relations(package)]
    # What leads nowhere cannot be looked into.
    return broken or [*_presentation(package), *_slides(package), *_charts(package), *_order(package)]


def _zip(package: Package) -> Iterator[str]:
    yield from (f"twice in the file: {name}" for name, count in Counter(n.lower() for n in package.names).items() if count > 1)
    for name in package.trees:
        if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(x[0-9a-fA-F]|x1[0-9a-fA-F]|\d|[12]\d|3[01]);", package.parts[name].replace(b"&#10;", b"").replace(b"&#13;", b"").replace(b"&#9;", b"")):
            yield f"a control sign in {name}"


def _types(package: Package) -> Iterator[str]:
    tree = package.trees["[Content_Types].xml"]
    ends = {held.get("Extension").lower() for held in tree.iter(f"{TYPES}Default")}
    told = [held.get("PartName").lstrip("/") for held in tree.iter(f"{TYPES}Override")]
    yield from (f"two types for {name}" for name, count in Counter(told).items() if count > 1)
    yield from (f"a type for a part that is not there: {name}" for name in told if name not in package.parts)
    for name in package.parts:
        if name != "[Content_Types].xml" and name not in told and name.rpartition(".")[2].lower() not in ends:
            yield f"no type for {name}"
        if name.endswith(".xml") and name.startswith("ppt/") and name not in told:
            yield f"only a general type for {name}"


def _relations(package: Package) -> Iterator[str]:
    seen, open_ = set(), [""]
    while open_:
        for kind, target, mode in package.relations(name := open_.pop()).values():
            if mode == "External":
                continue
            if target not in package.parts:
                yield f"{name or 'the file'} leads to {target} ({kind}), which is not there"
            elif target not in seen:
                seen.add(target)
                open_.append(target)
    lost = [n for n in package.parts if n not in seen and not n.endswith(".rels") and n != "[Content_Types].xml"]
    yield from (f"nothing leads to {name}" for name in lost)
    for name in package.parts:
        folder, _, leaf = name.rpartition("/")
        if name.endswith(".rels") and name != "_rels/.rels" and posixpath.join(folder.removesuffix("_rels").rstrip("/"), leaf.removesuffix(".rels")) not in package.parts:
            yield f"relations of nothing: {name}"
    for name, tree in package.trees.items():
        held = package.relations(name)
        used = [value for element in tree.iter(etree.Element) for key, value in element.attrib.items() if key.startswith(R)]
        yield from (f"{name} names the relation {value!r}, which is not there" for value in used if value not in held)


def _presentation(package: Package) -> Iterator[str]:
    name = "ppt/presentation.xml"
    tree, held = package.trees[name], package.relations(name)
    for what, kind, least in (("sldId", "slide", 256), ("sldMasterId", "slideMaster", 2**31)):
        ids = [int(e.get("id")) for e in tree.iter(f"{P}{what}")]
        if len(ids) != len(set(ids)) or min(ids) < least or (least == 256 and max(ids) >= 2**31):
            yield f"the ids of {what} are not sound: {ids}"
        listed = [held[e.get(f"{R}id")][1] for e in tree.iter(f"{P}{what}") if e.get(f"{R}id") in held]
        if sorted(listed) != sorted(package.linked(name, kind)):
            yield f"the list of {what} is not what the presentation leads to"
    if len(list(tree.iter(f"{P}notesMasterId"))) != len(package.linked(name, "notesMaster")):
        yield "the master of the notes is not listed"
    for master in package.linked(name, "slideMaster"):
        own = package.relations(master)
        layouts = [own.get(e.get(f"{R}id"), ("", "", ""))[1] for e in package.trees[master].iter(f"{P}sldLayoutId")]
        if sorted(layouts) != sorted(package.linked(master, "slideLayout")) or sorted(layouts) != sorted(package.named(r"ppt/slideLayouts/[^/]+\.xml")):
            yield "the layouts are not those of the master"
        ids = [int(e.get("id")) for e in package.trees[master].iter(f"{P}sldLayoutId")] + [int(e.get("id")) for e in tree.iter(f"{P}sldMasterId")]
        if len(ids) != len(set(ids)) or min(ids) < 2**31:
            yield f"the ids of the layouts are not sound: {ids}"
        yield from (f"{layout} does not lead to its master" for layout in layouts if package.linked(layout, "slideMaster") != [master])
        if len(package.linked(master, "theme")) != 1:
            yield f"{master} has not one theme"


def _slides(package: Package) -> Iterator[str]:
    for name in package.named(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/[^/]+\.xml"):
        ids = [e.get("id") for e in package.trees[name].iter(f"{P}cNvPr")]
        if len(ids) != len(set(ids)):
            yield f"an id stands twice in {name}"
    for name in package.named(r"ppt/slides/[^/]+\.xml"):
        layouts, notes = package.linked(name, "slideLayout"), package.linked(name, "notesSlide")
        if len(layouts) != 1:
            yield f"{name} has {len(layouts)} layouts"
        if len(notes) > 1:
            yield f"{name} has {len(notes)} notes"
        if notes and (package.linked(notes[0], "slide") != [name] or len(package.linked(notes[0], "notesMaster")) != 1):
            yield f"the notes of {name} do not lead back to it"
        known = {(e.get("type", "obj"), e.get("idx", "0")) for e in package.trees[layouts[0]].iter(f"{P}ph")}
        for held in package.trees[name].iter(f"{P}ph"):
            if (held.get("type", "obj"), held.get("idx", "0")) not in known:
                yield f"{name} has a place its layout does not know: {dict(held.attrib)}"
        for table in package.trees[name].iter(f"{A}tbl"):
            columns = len(list(table.iter(f"{A}gridCol")))
            if any(len(row.findall(f"{A}tc")) != columns for row in table.iter(f"{A}tr")):
                yield f"a table of {name} has rows of another width"


def _charts(package: Package) -> Iterator[str]:
    for name in package.named(r"ppt/charts/[^/]+\.xml"):
        tree = package.trees[name]
        axes = {e.find(f"{C}axId").get("val") for e in tree.iter(f"{C}catAx", f"{C}dateAx", f"{C}valAx")}
        asked = {e.get("val") for e in tree.iter(f"{C}axId", f"{C}crossAx")}
        if asked != axes or any(not value.isdigit() for value in axes):
            yield f"the axes of {name} are not sound"
        for what in ("idx", "order"):
            values = [series.find(f"{C}{what}").get("val") for series in tree.iter(f"{C}ser")]
            if len(values) != len(set(values)):
                yield f"two series of {name} share their {what}"
        outside = [package.relations(name).get(e.get(f"{R}id"), ("", "", ""))[1] for e in tree.iter(f"{C}externalData")]
        if len(outside) != 1 or outside[0] not in package.parts:
            yield f"{name} has no workbook"
            continue
        yield from (f"{name}: {fault}" for fault in _cells(tree, package.parts[outside[0]]))


def _cells(tree: etree._Element, body: bytes) -> Iterator[str]:
    """Yield where the numbers and words a chart remembers are not those of its workbook."""
    book = load_workbook(io.BytesIO(body))
    for held in tree.iter(f"{C}f"):
        sheet, _, cells = held.text.replace("$", "").rpartition("!")
        left, top, right, bottom = range_boundaries(cells)
        for level, column in zip(_levels(held.getnext()), range(right, left - 1, -1), strict=True):
            for i in range(bottom - top + 1):
                cell = book[sheet.strip("'")].cell(top + i, column)
                if cell.data_type == "f":
                    yield f"{cell.coordinate} is a formula"
                told, stands = level.get(i), cell.value
                if stands is None and told is None:
                    continue
                if stands is None or told is None or (float(told) != float(stands) if isinstance(stands, int | float) else told != stands):
                    yield f"{cell.coordinate} is {stands!r}, the chart remembers {told!r}"


def _levels(cache: etree._Element) -> list[dict[int, str]]:
    levels = cache.findall(f"{C}lvl") or [cache]
    return [{int(point.get("idx")): point.find(f"{C}v").text for point in level.findall(f"{C}pt")} for level in levels]


def _order(package: Package) -> Iterator[str]:
    for name, tree in package.trees.items():
        for held in tree.iter(*ORDER):
            told = ORDER[held.tag].split()
            places = [told.index(local) if (local := etree.QName(child).localname) in told else -1 for child in held]
            if -1 in places or places != sorted(places):
                yield f"{name}: {[etree.QName(child).localname for child in held]} in {etree.QName(held).localname}"
