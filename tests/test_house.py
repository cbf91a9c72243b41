"""The house rules: layers, budgets, names, pages that read like a table of contents."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src" / "petaucj").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
ALL = [*MODULES, *PAGES, ROOT / "app.py"]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_layers_hold() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == EXIT_STATUS_SUCCESS


def test_nothing_is_excused_from_the_layers() -> None:
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_modules_pages_and_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= (40 if path in PAGES else 200)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno + 1 <= 40, f"{node.name} is long"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_public_things_say_what_they_mean(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module says nothing"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} says nothing"


def test_no_module_is_a_drawer_for_everything() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "helpers", "common", "misc"}]


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_pages_only_arrange_rooms(path: Path) -> None:
    allowed = {"streamlit", "petaucj.ui"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module] if isinstance(node, ast.ImportFrom) else []
        assert all(any(name == ok or name.startswith(f"{ok}.") for ok in allowed) for name in names if name), names
        assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.For | ast.While), "a page holds no logic"


FORBIDDEN = {
    "unsafe_allow_html": (), "read_excel": (), "pickle": (), "eval(": (), "exec(": (),
    "date.today": ("src/petaucj/data/settings.py",), "datetime.now": (), "read_file(": (), "from folium": (), "import folium": ("src/petaucj/draw/map.py",),
}


@pytest.mark.parametrize("word", FORBIDDEN)
def test_dangerous_words_stand_only_where_they_may(word: str) -> None:
    found = {_name(path) for path in ALL if word in path.read_text(encoding="utf-8")}
    assert found <= set(FORBIDDEN[word])


@pytest.mark.parametrize("path", [p for p in ALL if "text/" not in str(p)], ids=_name)
def test_no_foreign_address_is_written_into_code(path: Path) -> None:
    addresses = re.findall(r"https?://[^\s\"']+", path.read_text(encoding="utf-8"))
    assert [a for a in addresses if not a.startswith(("https?://", "http://www.w3.org/"))] == []


def test_the_scripts_we_send_name_no_foreign_host() -> None:
    for path in (ROOT / "src" / "petaucj" / "draw" / "assets").glob("*"):
        assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", path.read_text(encoding="utf-8")) == [], path.name
