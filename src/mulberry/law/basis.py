"""What a requirement, number or deadline rests on: an instrument of law and the article within it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mulberry.law.text import Text


@dataclass(frozen=True, slots=True)
class Law:
    """A law, rule, standard or policy that others are based on.

    ``id`` is stable and kebab-case. ``number`` is its official number, such as 国务院令第718号, or empty where it has
    none. ``since`` and ``until`` are the first and last day in force; ``None`` is open, or not established.
    ``confirmed`` is false while nobody has compared our reading with the official text: every page that rests on it
    then says so.
    """

    id: str
    title: Text
    number: str = ""
    since: date | None = None
    until: date | None = None
    confirmed: bool = False

    def art(self, article: str | int) -> Basis:
        """The basis that is one article (or part) of this law."""
        return Basis(self, str(article))

    def in_force(self, on: date) -> bool:
        """Whether the law is in force on a day, as far as its dates are known; both ends are included."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Basis:
    """One place in a law. ``article`` is a number ("42") or a phrase ("annex 1"); empty means the whole instrument."""

    law: Law
    article: str = ""

    def label(self) -> Text:
        """How the basis is cited, in both languages."""
        number = f"（{self.law.number}）" if self.law.number else ""
        if not self.article:
            return Text(f"《{self.law.title.zh}》{number}", self.law.title.en)
        zh_article, en_article = _article(self.article)
        return Text(f"《{self.law.title.zh}》{number}{zh_article}", f"{self.law.title.en}, {en_article}")

    def to_json(self) -> dict[str, str | bool | None]:
        label = self.label()
        return {
            "law": self.law.id,
            "article": self.article,
            "zh": label.zh,
            "en": label.en,
            "since": self.law.since.isoformat() if self.law.since else None,
            "until": self.law.until.isoformat() if self.law.until else None,
            "confirmed": self.law.confirmed,
        }


# A number or a span of numbers, and below it paragraphs and items in brackets: "42", "12-14", "7(1)", "17(2)(3)".
_NUMBERED = re.compile(r"(\d+(?:-\d+)?)((?:\(\d+\))*)")


def _article(article: str) -> tuple[str, str]:
    """An article as it is cited in Chinese and in English; a phrase such as "annex 1" stands as it is."""
    found = _NUMBERED.fullmatch(article)
    if found is None:
        return article, article
    items = "".join(f"第（{item}）项" for item in re.findall(r"\d+", found[2]))
    return f"第{found[1].replace('-', '至')}条{items}", f"{'arts' if '-' in found[1] else 'art.'} {article}"
