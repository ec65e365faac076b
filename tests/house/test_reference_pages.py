"""The documentation tells of everything there is, or the suite fails."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILD = build()


@pytest.mark.parametrize("name", sorted(BUILD.PAGES))
def test_a_reference_page_is_what_the_code_makes_of_it(name: str) -> None:
    page = ROOT / "docs" / "reference" / name
    assert page.read_text("utf-8") == BUILD.NOTICE + BUILD.PAGES[name](), "run make docs"


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [f"{page.name}: {link}" for page in pages for link in links(page) if not (page.parent / link).exists()]
    assert broken == []


def links(page: Path) -> list[str]:
    import re

    found = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    return [link for link in found if "://" not in link]
