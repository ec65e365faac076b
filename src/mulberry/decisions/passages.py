"""What prose is made of: a line in both languages, what stands below it, and how it is written in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mulberry.law.text import Lang, Text, t

BASIS = t("依据：", "Basis: ")
WHERE = t("其中：", "where:")
INDENT = " " * 4


@dataclass(frozen=True, slots=True)
class Passage:
    """One line and the lines below it; ``ordered`` where their order matters. ``where`` says what its letters stand
    for, ``note`` is the law behind it."""

    text: Text
    parts: tuple[Passage, ...] = ()
    ordered: bool = False
    note: Text | None = None
    where: tuple[Passage, ...] = ()

    def lines(self, lang: Lang, mark: str = "-", depth: int = 0) -> Iterator[str]:
        """The passage as lines of a Markdown list."""
        yield f"{INDENT * depth}{mark} {escaped(self.text.in_(lang))}"
        for place, part in enumerate(self.parts, 1):
            yield from part.lines(lang, f"{place}." if self.ordered else "-", depth + 1)
        if self.where:
            yield from Passage(WHERE, self.where).lines(lang, "-", depth + 1)
        if self.note:
            yield f"{INDENT * (depth + 1)}- *{BASIS.in_(lang)}{escaped(self.note.in_(lang))}*"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its passages."""

    title: Text
    passages: tuple[Passage, ...]
    ordered: bool = False
    lead: Text | None = None

    def lines(self, lang: Lang) -> Iterator[str]:
        yield from (f"## {self.title.in_(lang)}", "")
        if self.lead:
            yield from (self.lead.in_(lang), "")
        for place, passage in enumerate(self.passages, 1):
            yield from passage.lines(lang, f"{place}." if self.ordered else "-")
        yield ""


def escaped(text: str) -> str:
    """Text that Markdown must not read as marks of its own."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in text)


def joined(*texts: Text, zh: str = "", en: str = " ") -> Text:
    """Texts one after another."""
    return Text(zh.join(text.zh for text in texts), en.join(text.en for text in texts))
