"""Rules that every template of the desk keeps."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.loader import get_template

import mulberry_web

ROOT = Path(mulberry_web.__file__).parent
TEMPLATES = sorted(ROOT.glob("**/templates/**/*.html"))
DJANGO = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
WORDS = re.compile(r"[A-Za-z\u4e00-\u9fff]{2,}")
# The name of a language stands in that language. When everything fails there is no request to tell a language by.
IN_THEIR_OWN_LANGUAGE = {"desk/language.html": {"中文", "English"}}
EXEMPT = {"500.html"}
CODE = {"code", "pre"}  # a command or a file name is the same in every language


class Texts(HTMLParser):
    """The words of a page outside tags, and what a person hears of its attributes."""

    HEARD = ("aria-label", "alt", "title", "placeholder")

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.style: list[str] = []
        self.code = 0

    def handle_data(self, data: str) -> None:
        if not self.code:
            self.found += WORDS.findall(data)

    def handle_endtag(self, tag: str) -> None:
        self.code -= tag in CODE

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.code += tag in CODE
        self.found += [word for name, value in attrs if name in self.HEARD for word in WORDS.findall(value or "")]
        self.style += [name for name, _ in attrs if name == "style" or name.startswith("on")]
        if tag in {"style", "script"} and not any(name == "src" for name, _ in attrs):
            self.style.append(tag)


def read(path: Path) -> Texts:
    texts = Texts()
    texts.feed(DJANGO.sub(" ", path.read_text()))
    return texts


def name(path: Path) -> str:
    return str(path).partition("/templates/")[2]


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_is_well_formed(path: Path) -> None:
    get_template(name(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_word_a_person_reads_is_said_in_both_languages(path: Path) -> None:
    if name(path) not in EXEMPT and "<" in path.read_text():
        assert set(read(path).found) <= IN_THEIR_OWN_LANGUAGE.get(name(path), set())


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_nothing_is_inline_that_the_content_policy_forbids(path: Path) -> None:
    assert read(path).style == []
