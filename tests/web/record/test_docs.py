"""What the doors refuse, and every setting, is in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
CONCEPTS = ROOT / "docs" / "concepts"
SOURCE = ROOT / "src" / "mulberry_web"
CODE = re.compile(r'(?:refused|Refused)\(\s*"([a-z_]+)"|super\(\).__init__\(\s*"([a-z_]+)"')
SETTING = re.compile(r'(?:environ\.get|environ|_on|_list)\(?\[?"([A-Z_]+)"')


def codes() -> set[str]:
    texts = [path.read_text() for path in (SOURCE / "record").glob("*.py")]
    return {first or second for text in texts for first, second in CODE.findall(text)}


def settings() -> set[str]:
    texts = [(SOURCE / name).read_text() for name in ("settings.py", "databases.py", "data_dir.py")]
    return {name for text in texts for name in SETTING.findall(text)}


def test_every_refusal_of_the_doors_is_documented() -> None:
    page = (CONCEPTS / "write-door.md").read_text()
    found = codes()
    assert len(found) >= 9
    assert [code for code in sorted(found) if f"`{code}`" not in page] == []


def test_every_setting_is_documented() -> None:
    page = (CONCEPTS / "permissions.md").read_text()
    found = settings()
    assert len(found) >= 8
    assert [name for name in sorted(found) if f"`{name}`" not in page] == []


@pytest.mark.parametrize("name", ["write-door", "read-door", "locking", "permissions"])
def test_every_page_tells_the_rule_the_pattern_and_the_reason(name: str) -> None:
    text = (CONCEPTS / f"{name}.md").read_text()
    assert all(part in text for part in ("## The rule", "## The pattern to copy", "## The reason"))
    linked = re.findall(r"\]\(([a-z-]+\.md)\)", text)
    assert [page for page in linked if not (CONCEPTS / page).is_file()] == []
