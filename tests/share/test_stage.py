"""The presentation's file: whole in itself, escaped, the same bytes every time; what does not fit is with the speaker."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from types import MappingProxyType

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.records import Evidence
from petaucj.share.stage import StageOptions, write_kiosk, write_stage
from petaucj.share.stage_text import block, message_block
from petaucj.views.banding import Row, Table
from petaucj.views.occasion import Occasion
from petaucj.views.phrases import Reader
from petaucj.views.plan_head import BigNumber
from petaucj.views.state import ViewState
from petaucj.views.story import Step, Story, build_story
from tests.conftest import NO_WORDS, make_atlas, make_coverage, make_district, make_funding, make_source, make_target
from tests.plans import make_book

DAY = date(2026, 11, 21)
EVIL = """<script>window.__pwned=1</script>{{7*7}}#panic()=cmd()![](http://x)"><img src=x onerror=window.__pwned=1>'&**]]>\x0b</style>"""


def _atlas(name: str = "Kabupaten Contoh", **more: object) -> Atlas:
    coverage = (make_coverage("13.11", active=18_788, fact_key="k1"), make_coverage("13.11", "2024-09", active=18_092, denominator=106_590, fact_key="k2"),
                make_coverage("13.71", "2025-09", pct="44"))
    districts = (make_district("13.01", "Kabupaten Awan"), make_district("13.11", name), make_district("13.71", "Kota Cahaya", kind="kota"))
    funding = make_funding("13.11", "palm_oil_share", 2800, months_funded=6, cover_start=Month(2025, 7), cover_end=Month(2025, 12))
    return make_atlas(**({"districts": districts, "coverage": coverage, "targets": (make_target("13.11"),), "funding": (funding,)} | more))


def _story(reader: Reader, atlas: Atlas | None = None, steps: str = "provinsi,peringkat,putusan,pembayar,tebing,pilihan,rencana,keputusan", url: str = "") -> Story:
    state = ViewState(daerah="13.11", bahasa=reader.language, langkah=steps)
    return build_story(Occasion(atlas or _atlas(), make_book(), state, reader, DAY, url))


def _page(story: Story, *options: str) -> str:
    return write_stage(story, StageOptions(*options)).decode("utf-8")


class _Read(HTMLParser):
    """Tags with their attributes, words, and what stands inside scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def policy(self) -> str:
        return next(a["content"] for t, a in self.tags if a.get("http-equiv") == "Content-Security-Policy")


def _inside(html: str, tag: str) -> str:
    return html.split(f"<{tag}>")[1].split(f"</{tag}>")[0]


def test_it_is_whole_in_itself_and_allows_nothing_else(reader: Reader) -> None:
    html = _page(_story(reader))
    read = _Read(html)
    policy = read.policy()
    for tag, kind in (("style", "style-src"), ("script", "script-src")):
        assert f"{kind} 'sha256-{b64encode(sha256(_inside(html, tag).encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy and "connect-src" not in policy
    assert not {tag for tag, _ in read.tags} & {"link", "iframe", "object", "embed", "form", "base", "a", "video", "audio"}
    assert not [a for _, a in read.tags for name in a if name in ("src", "href", "style") or name.startswith("on")]
    addresses = re.findall(r"url\((?!#|data:)[^)]*\)|@import", html)
    assert addresses == []


def test_it_may_ask_its_own_server_only_where_it_has_something_to_ask(reader: Reader) -> None:
    assert _Read(_page(_story(reader), "/posisi", "t", "/hadirin")).policy().endswith("; connect-src 'self'")
    assert _Read(write_kiosk(_story(reader)).decode()).policy().endswith("; connect-src 'self'")


@pytest.mark.parametrize("url", ["http://elsewhere", "//elsewhere/x", "/\\elsewhere", "posisi", "javascript:1"])
def test_addresses_of_other_servers_are_refused(url: str) -> None:
    for options in ({"position_url": url}, {"audience_url": url}):
        with pytest.raises(ValueError, match="same server"):
            StageOptions(**options)


def test_the_same_story_gives_the_same_bytes_and_another_day_gives_others(reader: Reader) -> None:
    assert write_stage(_story(reader), StageOptions("/p", "t")) == write_stage(_story(reader), StageOptions("/p", "t"))
    assert write_kiosk(_story(reader), 5) == write_kiosk(_story(reader), 5)
    other = build_story(Occasion(_atlas(), make_book(), ViewState(daerah="13.11"), reader, date(2026, 11, 22)))
    assert write_stage(other, StageOptions()) != write_stage(build_story(Occasion(_atlas(), make_book(), ViewState(daerah="13.11"), reader, DAY)), StageOptions())


@pytest.mark.parametrize("seconds", [0, -1, 3601])
def test_a_kiosk_has_a_sensible_pace(reader: Reader, seconds: int) -> None:
    with pytest.raises(ValueError, match="1 to 3600"):
        write_kiosk(_story(reader), seconds)


def test_every_step_stands_in_it_with_message_source_and_notes(reader: Reader) -> None:
    story = _story(reader)
    html = _page(story)
    told = " ".join(" ".join(_Read(html).words).split())
    assert html.count('<section class="langkah') == len(story.steps) == 8
    for step in story.steps:
        for sentence in (step.message, *step.notes):
            assert " ".join(sentence.replace("**", "").split()) in re.sub(r" (?=[.,;)])", "", told).replace("( ", "(") or sentence.split()[0].strip("*") in told
    assert "Per Desember 2025" in told
    assert html.count('<aside hidden>') == 8


def _told(html: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="cerita">(.*?)</script>', html).group(1))


def test_what_the_script_is_told_cannot_end_its_element(reader: Reader) -> None:
    html = _page(_story(reader), "/p</script><script>1", "</script><!--", "/h")
    told = _told(html)
    assert (told["posisi"], told["tanda"], told["hadirin"], told["kios"]) == ("/p</script><script>1", "</script><!--", "/h", 0)
    assert html.count("<script") == 2 and html.count("</script>") == 2


def test_without_an_audience_the_public_address_is_shown_never_a_loopback(reader: Reader) -> None:
    shown = _told(_page(_story(reader, url="https://ucj.contoh.go.id")))["tetap"]
    assert shown["address"].startswith("https://ucj.contoh.go.id/daerah?") and shown["qr"].startswith("<svg")
    assert _told(_page(_story(reader, url="http://127.0.0.1:8501")))["tetap"] is None
    assert _told(_page(_story(reader, url="https://ucj.contoh.go.id"), "", "", "/hadirin"))["tetap"] is None


def _evil_atlas() -> Atlas:
    source = replace(make_source(), publisher=EVIL, title=EVIL, url=EVIL)
    coverage = tuple(replace(f, basis_reason=Bilingual(EVIL, EVIL), denominator_wording=EVIL) for f in _atlas().coverage)
    funding = make_funding("13.11", "palm_oil_share", 2800, months_funded=6, cover_start=Month(2025, 7), cover_end=Month(2025, 12), group=Bilingual(EVIL, EVIL),
                           evidence=(Evidence(EVIL, "s1", EVIL, NO_WORDS),))
    return _atlas(EVIL, coverage=coverage, targets=(make_target("13.11", legal_basis=EVIL),), funding=(funding,), sources=MappingProxyType({"s1": source}), release_hash=EVIL)


def test_nothing_from_the_data_runs(reader: Reader) -> None:
    for html in (_page(_story(reader, _evil_atlas())), write_kiosk(_story(reader, _evil_atlas())).decode()):
        read = _Read(html)
        assert len([t for t, _ in read.tags if t == "script"]) == 2
        assert [a for t, a in read.tags if t == "img"] == [{"id": "kode-gambar", "alt": "Kode QR ke alamat di bawahnya", "hidden": None}]
        assert not [name for _, a in read.tags for name in a if name.startswith("on")]
        assert html.count("</style>") == 1
        assert "\x0b" not in html
        assert html.count("{{7*7}}") > 10


def test_made_up_words_of_every_length_keep_to_their_lines() -> None:
    for sentence in ("", " ", "a", "x" * 5000, "kata " * 900, "**tebal** " * 300, "a\u2028b\x00c"):
        held = message_block(sentence, 1728, ((76, 1), (52, 5)))
        assert len(held.lines) <= 5 and held.size >= 52
        assert held.whole or "…" in held.lines[-1][-1][0]
        assert not re.search("[\x00-\x1f\u2028]", held.html("pesan"))


def test_lines_of_a_message_are_even() -> None:
    lines = block("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas", 52, 1728, even=True).lines
    lengths = [sum(len(words) for words, _ in line) for line in lines]
    assert len(lines) > 1 and min(lengths) > 0.6 * max(lengths)


def _step(**more: object) -> Step:
    plain = {"word": "x", "kind": "putusan", "name": "Nama", "title": "Judul", "message": "Pesan.", "numbers": (), "lines": (), "picture": None, "table": None,
             "notes": ("Katakan.", "Ditanya."), "source": "Sumber: x"}
    return Step(**(plain | more))


def _with(step: Step, reader: Reader) -> str:
    return _page(replace(_story(reader, steps="provinsi"), steps=(step,)))


def _parts(html: str) -> tuple[str, str]:
    """Return what the room sees and what only the speaker sees."""
    shown, _, rest = html.partition("<aside hidden>")
    return " ".join(_Read(shown.split('id="kanvas">')[1]).words), " ".join(_Read(rest.split("</aside>")[0]).words)


def test_lines_and_numbers_without_room_go_to_the_speaker(reader: Reader) -> None:
    lines = tuple(f"Baris {i} yang cukup panjang supaya mengisi layar." for i in range(40))
    numbers = tuple(BigNumber(f"Angka {i}", f"Rp{i}99.999.999.999 miliar", "rincian") for i in range(6))
    shown, notes = _parts(_with(_step(lines=lines, numbers=numbers), reader))
    for words in (*lines, *(n.label for n in numbers)):
        assert (words in " ".join(shown.split())) != (words in " ".join(notes.split())), words
    assert "Baris 0" in shown and "Baris 39" in notes and "Angka 0" in shown and "Angka 5" in notes
    assert "Tidak muat di panggung:" in notes


def test_a_long_table_keeps_its_chosen_row_and_tells_the_speaker_the_rest(reader: Reader) -> None:
    rows = tuple(Row((f"Daerah {i:02}", "alasan " * 4, "–"), i == 59) for i in range(60))
    shown, notes = _parts(_with(_step(table=Table(("Daerah", "Alasan", "Angka"), rows, (2,))), reader))
    assert "Daerah 59" in shown and "Daerah 00" in shown
    for i in range(60):
        assert (f"Daerah {i:02}" in shown) != (f"Daerah {i:02}" in notes), i


def test_english_is_english(english: Reader) -> None:
    html = _page(_story(english))
    assert '<html lang="en">' in html
    told = " ".join(_Read(re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)).words)
    for word in ("orang", "langkah", "Sumber", "belum", "daerah"):
        assert not re.search(rf"\b{word}\b", told), word
