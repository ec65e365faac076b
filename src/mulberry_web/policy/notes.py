"""What there is to say about a text as a whole: repairs with their place, findings at headings, short names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from mulberry.law.text import Text
from mulberry.policy import Finding, Reading
from mulberry.policy.model import Alias, Span
from mulberry_web.policy.annotated import TRANSLATION, Annotated, place_of

_BESIDE = 14
_VISIBLE = str.maketrans({"\r": "", "\n": "⏎", "\t": "⇥", " ": "␣", "\u3000": "␣"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of the text with a little of what stands on either side; blanks of the stretch made visible."""

    before: str
    there: str
    after: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with where it is: a sentence that the page can be sent to, or a place in words."""

    finding: Finding
    sentence: str
    place: Text | None
    zh: Quote | None
    en: Quote | None


@dataclass(frozen=True, slots=True)
class Same:
    """Findings that say the same of several places."""

    why: Text
    places: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """About the text itself; about the translation of headings; and the counts that the page leads with."""

    repairs: tuple[Same, ...]
    elsewhere: tuple[Placed, ...]
    aliases: tuple[Alias, ...]
    translation: int
    text: int
    unmatched: int


def notes(text: Annotated) -> Notes:
    return _notes(text)


@lru_cache(maxsize=8)
def _notes(text: Annotated) -> Notes:
    reading = text.reading
    owner = {id(one): sentence for sentence, found in text.findings.items() for one in found}
    about_text = [one for one in reading.findings if one.kind != TRANSLATION]
    about_translation = [one for one in reading.findings if one.kind == TRANSLATION]
    placed = [_placed(reading, one, owner.get(id(one), "")) for one in about_text]
    elsewhere = [_placed(reading, one, "") for one in about_translation if id(one) not in owner]
    counts = len(about_translation), len(about_text), len(reading.unmatched_en)
    return Notes(_together(placed), tuple(elsewhere), reading.aliases, *counts)


def _placed(reading: Reading, finding: Finding, sentence: str) -> Placed:
    return Placed(
        finding,
        sentence,
        None if sentence else place_of(reading, finding),
        quote(reading.source, finding.zh),
        quote(reading.source_en, finding.en),
    )


def _together(placed: Iterable[Placed]) -> tuple[Same, ...]:
    by_reason: dict[Text, list[Placed]] = {}
    for one in placed:
        by_reason.setdefault(one.finding.why, []).append(one)
    return tuple(Same(why, tuple(places)) for why, places in by_reason.items())


def quote(source: str, span: Span | None) -> Quote | None:
    """The stretch in its surroundings; ``None`` where there is none."""
    if span is None:
        return None
    start, end = span
    there = source[start:end]
    shown = there.translate(_VISIBLE) if len(there.strip()) <= 2 else " ".join(there.split())
    before, after = source[max(0, start - _BESIDE) : start], source[end : end + _BESIDE]
    return Quote(before.rpartition("\n")[2], _runs_of_breaks(shown), after.partition("\n")[0])


def _runs_of_breaks(shown: str) -> str:
    while "⏎⏎" in shown:
        shown = shown.replace("⏎⏎", "⏎")
    return shown
