"""A plan saved is the plan opened again; nothing in it can become another key."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from petaucj.data.plan_file import read_plan_file
from petaucj.domain.plan_faults import plan_faults
from petaucj.domain.plan_reading import plan_from
from petaucj.share.plan_file import write_plan_file
from tests.plan_files import PLANS
from tests.plans import make_plan, make_tranche

ANY_TEXT = st.text(max_size=80)
# What only the whole plan can tell, and sizes the file leaves to it.
BEYOND_THE_FILE = {"span", "fund_twice", "spread_idr", "income_idr", "wage_idr", "cap_idr", "eligible", "active", "denominator", "workers"}


@given(PLANS, st.lists(ANY_TEXT, max_size=3).map(tuple))
def test_a_plan_written_and_read_is_the_same_plan(plan, notes: tuple[str, ...]) -> None:
    text = write_plan_file(plan, notes)
    again = plan_from(read_plan_file(text, "k.toml"))
    assert again == plan
    assert str(again.goal.pct) == str(plan.goal.pct)
    assert write_plan_file(again, notes) == text
    assert {fault.rule for fault in plan_faults(again)} <= BEYOND_THE_FILE


@given(st.text(), st.text())
def test_no_note_and_no_title_breaks_out_of_its_place(note: str, title: str) -> None:
    plan = make_plan(title=title)
    text = write_plan_file(plan, (note,))
    assert text.encode("utf-8")
    read = read_plan_file(text, "k.toml")
    assert replace(plan_from(read), title="") == make_plan(goal=replace(plan.goal, target_id=""))
    assert [line for line in text.split("\n") if line.startswith("#")] == [text.split("\n")[0]]


def test_a_note_with_lines_stays_one_comment() -> None:
    note = 'Dibuat\n[catatan]\r\npeserta_aktif = 1\x1b[31m\u2028daerah = "13.71"\x00'
    text = write_plan_file(make_plan(), (note, "kedua"))
    assert text.startswith('# Dibuat [catatan] peserta_aktif = 1 [31m daerah = "13.71"\n# kedua\n\nformat = "petaucj-rencana-1"\ndaerah = "13.11"\n')
    assert plan_from(read_plan_file(text, "k.toml")) == make_plan()


def test_a_title_that_looks_like_toml_stays_a_title() -> None:
    title = '"\n[catatan]\npeserta_aktif = 1 # \\" \'\'\' """'
    again = plan_from(read_plan_file(write_plan_file(make_plan(title=title), ()), "k.toml"))
    assert again.title == title.replace("\n", " ")
    assert again.base == make_plan().base


def test_every_value_is_spelled_out() -> None:
    plan = make_plan(tranches=(make_tranche(record_id="fund-070", acceptance=Decimal("0.898")),))
    assert write_plan_file(plan, ("Contoh",)) == """# Contoh

format = "petaucj-rencana-1"
daerah = "13.11"

[catatan]
peserta_aktif = 18788
per = "2025-10"
penyebut = 106590
penyebut_per = "2024-09"
dasar = "bekerja"

[target]
persen = 28.30
dasar = "bekerja"
tenggat = "2027-12"
rezim = "daerah"
tahun = 2025

[anggapan]
mulai_anggaran = "2027-01"
pertumbuhan_persen = 0
rentang_penyebut_persen = 0
tenggang_bulan = 3
program = "jkk-jkm"

[[tranche]]
sumber = "apbd"
orang = 9650
mulai = "2025-11"
bulan = 2
status = "terbayar"
sektor = "non-transportasi"
tumpang_tindih = 0
diterima = 0.898
lanjut_mandiri = 0
catatan = "fund-070"

[luas_atau_lama]
sumber = "apbd"
sektor = "non-transportasi"
bulan = 12
"""


def test_the_rounding_of_a_target_survives() -> None:
    for printed in ("28", "28.3", "28.30"):
        plan = make_plan(printed)
        assert str(plan_from(read_plan_file(write_plan_file(plan, ()), "k.toml")).goal.pct) == printed
