"""The file to send: one page, nothing foreign, nothing live in it, the golden numbers and every district readable without a script."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.domain.records import Evidence
from petaucj.draw.shelf import Shelf
from petaucj.share.pocket import write_pocket
from petaucj.views.occasion import Occasion
from petaucj.views.pocket import build_pocket
from petaucj.views.pocket_table import LAST
from tests.conftest import NO_WORDS, make_coverage, make_district, make_funding, make_source, make_target
from tests.occasions import EVIL, make_golden_atlas, make_occasion

HOSTILE = EVIL + "</script>\u2028\u2029\ud800"
CODES = ("13.11", "13.06", "13.73")


class Tags(HTMLParser):
    """What a reader of HTML finds: tags with attributes, and text outside style and script."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict]] = []
        self.parts: dict[str, list[str]] = {"": [], "style": [], "script": [], "data": []}
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        held = dict(attrs)
        self.seen.append((tag, held))
        if tag in ("style", "script"):
            self._inside = "data" if held.get("type") == "application/json" else tag

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        self.parts[self._inside].append(data)

    def content(self, kind: str) -> str:
        return "".join(self.parts[kind])

    @property
    def words(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.parts[""])).replace("\u00a0", " ")


def page_of(occasion: Occasion) -> Tags:
    """Return the written file, read again."""
    return Tags(write_pocket(build_pocket(occasion)).decode("utf-8"))


def policy_of(tags: Tags) -> str:
    """Return the content policy of a page."""
    return next(attrs["content"] for tag, attrs in tags.seen if attrs.get("http-equiv") == "Content-Security-Policy")


def assert_strict(tags: Tags) -> None:
    """Nothing runs or is coloured but what the policy admits by the hash of its very bytes; nothing is asked from anywhere."""
    policy = policy_of(tags)
    for name, kind in (("style-src", "style"), ("script-src", "script")):
        digest = base64.b64encode(hashlib.sha256(tags.content(kind).encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy, name
    for part in ("default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert [tag for tag, _ in tags.seen if tag == "script"] == ["script"] * 2
    assert not {tag for tag, _ in tags.seen} & {"link", "img", "iframe", "object", "embed", "form", "base", "image", "use", "video", "audio"}
    assert not [name for _, attrs in tags.seen for name in attrs if name in ("src", "srcset", "action", "style", "ping", "xlink:href") or name.startswith("on")]
    assert not re.search(r"@import|url\((?!#)", tags.content("style"))
    for tag, attrs in tags.seen:
        if attrs.get("href", "#").startswith("#"):
            continue
        assert tag == "a"
        assert re.match(r"https?://", attrs["href"])
        assert attrs["target"] == "_blank"
        assert "noopener" in attrs["rel"]


def test_the_golden_numbers_stand_in_it() -> None:
    told = page_of(make_occasion()).words
    for number in ("18.788", "30.165", "14.177", "11.377", "Rp2,86 miliar", "Rp238,17 juta", "17,63 %", "−12.450 orang (−11,68 poin)", "Des 2025",
                   "30,40 % dari potensi BPJS", "105,00 %", "Per Oktober 2025", "dibuat 21 November 2026", "rilis data 1", "A = penduduk bekerja (BPS)", "Badan Informasi Geospasial"):
        assert number in told, number


def test_it_admits_only_its_own_style_and_script() -> None:
    assert_strict(page_of(make_occasion()))


def test_it_reads_without_a_script() -> None:
    tags = page_of(make_occasion("13.06"))
    panels = [attrs["id"] for tag, attrs in tags.seen if attrs.get("class") == "panel"]
    assert panels == ["provinsi", "13.06", "13.11", "13.73"], "the district of the file comes first"
    hidden = [attrs for _, attrs in tags.seen if "hidden" in attrs]
    assert {attrs.get("class") for attrs in hidden} == {"search", "choices", "hint"}, "only what needs the script waits for it"
    links = [attrs["href"] for tag, attrs in tags.seen if tag == "a" and attrs.get("class", "").startswith(("tile", "place"))]
    assert sorted(links) == sorted([f"#{code}" for code in CODES] * 2)
    assert "Belum ada angka cakupan seluruh pekerja untuk Kabupaten Kosong" in tags.words


def test_every_pattern_stands_once_and_every_reference_finds_one() -> None:
    html = write_pocket(build_pocket(make_occasion())).decode()
    tags = Tags(html)
    ids = [attrs["id"] for _, attrs in tags.seen if attrs.get("id")]
    assert len(ids) == len(set(ids))
    used = set(re.findall(r'fill="url\(#([^)]+)\)"', html))
    assert used >= {"arsir", "perkiraan"}
    assert used <= set(ids)


def test_equal_patterns_are_shared_and_different_ones_get_another_name() -> None:
    def drawn(step: int) -> str:
        return (f'<svg viewBox="0 0 9 9"><defs><pattern id="a" width="{step}"><path d="M0 0"/></pattern></defs>'
                '<path class="bar" fill="url(#a)" style="fill:red"/></svg>')

    shelf = Shelf()
    first, same, other = shelf.place(drawn(1)), shelf.place(drawn(1)), shelf.place(drawn(2))
    assert first == same
    assert 'fill="url(#a)"' in first
    assert 'fill="url(#a-1)"' in other
    assert shelf.patterns.count("<pattern") == 2
    assert "style=" not in first
    assert 'class="bar s0"' in first
    assert shelf.rules == "svg .s0{fill:red}"


def test_the_names_it_is_searched_by_are_usual_ones() -> None:
    atlas = make_golden_atlas(aliases=MappingProxyType({"solsel": ("13.11",), "kosong": ("13.06",), "sama": ("13.06", "13.73")}))
    data = json.loads(page_of(make_occasion(atlas=atlas)).content("data"))
    names = {code: set(terms) for code, _, _, terms in data["find"]}
    assert {"solsel", "kabupaten contoh", "contoh"} <= names["13.11"]
    assert "sama" in names["13.06"] & names["13.73"]
    assert "sama" not in names["13.11"]
    assert data["chosen"] == "13.11"


def test_coverage_is_sorted_within_one_basis_and_empty_cells_are_last() -> None:
    coverage = (make_coverage("13.11", pct="30.40", basis="bpjs_potential", fact_key="a"), make_coverage("13.73", pct="20.00", fact_key="b"))
    table = build_pocket(make_occasion(atlas=make_golden_atlas(coverage=coverage))).table
    keys = {row.code: row.keys for row in table.rows}
    assert keys["13.11"][1][0] != keys["13.73"][1][0], "different bases are different groups"
    assert keys["13.06"][1] == (LAST, 0)
    assert [row.cells[0] for row in table.rows] == ["Contoh", "Kosong", "Kota Penuh"]
    same = tuple(replace(fact, basis="bps_employed") for fact in coverage)
    keys = {row.code: row.keys for row in build_pocket(make_occasion(atlas=make_golden_atlas(coverage=same))).table.rows}
    assert (keys["13.73"][1], keys["13.11"][1]) == ((0, 0), (0, 1))


def test_missing_people_and_cost_are_those_of_the_panel() -> None:
    row = next(row for row in build_pocket(make_occasion()).table.rows if row.code == "13.11")
    assert [cell.replace("\u00a0", " ") for cell in row.cells] == ["Contoh", "30,40 %", "B", "Okt 2025", "14.177 A", "Rp2,86 miliar"]


def _hostile_atlas():
    source = replace(make_source(), publisher=HOSTILE, title=HOSTILE, url="javascript:alert(1)")
    quoted = replace(make_source("s2"), url='https://example.org/"><script>window.__pwned=1</script>')
    evidence = (Evidence(HOSTILE, "s1", HOSTILE, Bilingual(HOSTILE, HOSTILE)), Evidence("r", "s2", HOSTILE, NO_WORDS))
    golden = make_golden_atlas()
    funding = tuple(replace(f, group=Bilingual(HOSTILE, HOSTILE), evidence=evidence) for f in golden.funding)
    coverage = tuple(replace(f, denominator_wording=HOSTILE, basis_reason=Bilingual(HOSTILE, HOSTILE), evidence=evidence) for f in golden.coverage)
    districts = tuple(make_district(code, HOSTILE, i, 0, name_short=HOSTILE, name_tile=HOSTILE) for i, code in enumerate(CODES))
    return make_golden_atlas(
        districts=districts, coverage=coverage, funding=funding, targets=(make_target("13.11", legal_basis=HOSTILE),), release_hash=HOSTILE,
        sources=MappingProxyType({"s1": source, "s2": quoted}), aliases=MappingProxyType({HOSTILE: ("13.11",)}))


def hostile_occasion(code: str = "13.11", language: str = "id") -> Occasion:
    """Return an occasion in which every text of the data is hostile."""
    return make_occasion(code, language, _hostile_atlas(), 'https://ucj.contoh.go.id/"><script>alert(1)</script>')


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_from_data_executes(language: str) -> None:
    html = write_pocket(build_pocket(hostile_occasion(language=language))).decode("utf-8")
    tags = Tags(html)
    assert_strict(tags)
    assert "__pwned" in tags.words
    assert "window.__pwned" not in tags.content("script")
    assert not re.search("[<>&\u2028\u2029]", tags.content("data"))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", html)
    assert not [attrs["href"] for _, attrs in tags.seen if "javascript" in attrs.get("href", "")]
    assert json.loads(tags.content("data"))["find"][0][1].startswith("=cmd()|'")


def test_the_way_back_is_a_code_and_a_link_or_a_sentence() -> None:
    without, with_it = page_of(make_occasion()), page_of(make_occasion(public_url="https://ucj.contoh.go.id"))
    assert "Alamat umum belum diatur" in without.words
    assert not [1 for _, attrs in without.seen if attrs.get("class") == "qr"]
    assert [1 for _, attrs in with_it.seen if attrs.get("class") == "qr"]
    assert [1 for _, attrs in with_it.seen if attrs.get("href", "").startswith("https://ucj.contoh.go.id/daerah?daerah=13.11")]
    assert_strict(with_it)


def test_the_same_view_gives_the_same_bytes_and_stays_small() -> None:
    body = write_pocket(build_pocket(make_occasion()))
    assert body == write_pocket(build_pocket(make_occasion()))
    assert body != write_pocket(build_pocket(make_occasion("13.06")))
    assert len(body) < 350_000


def test_english_is_english() -> None:
    tags = page_of(make_occasion(language="en"))
    assert ("html", {"lang": "en"}) in tags.seen
    # The districts' made-up names and the boundaries' quoted lines aside.
    told = tags.words.partition("Batas wilayah")[0]
    for word in ("orang", "bulan", "Sumber", "daerah", "belum", "kekurangan", "Cari"):
        assert not re.search(rf"\b{word}\b", told), word
    assert "Cost of a year" in told
