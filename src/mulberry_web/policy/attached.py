"""The official text that somebody has attached to a pack: kept in the data folder, recognised sentence by sentence.

The project itself holds no official text; the file a user gives is copied beside the database and read anew when it has
changed. What the pack says in its own words is shown wherever no text is attached.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from pathlib import Path

from django.conf import settings

from mulberry.law.text import Text, t
from mulberry.pack.belonging import candidates, choose
from mulberry.pack.living import living
from mulberry.pack.pack import Pack
from mulberry.policy import Finding, Reading, Sentence, read
from mulberry.policy.compare import Comparison


class Match(StrEnum):
    """What a sentence of the pack is in the attached text."""

    SAME = "same"  # the wording whose fingerprint the pack carries
    CHANGED = "changed"  # a near wording in its place
    UNCHECKED = "unchecked"  # there, but the pack carries no fingerprint to recognise it by
    ABSENT = "absent"  # not in the text


MATCH_TEXTS = {
    Match.SAME: (t("与登记的原文一致", "the wording this pack was made for"), "good"),
    Match.CHANGED: (t("措辞与登记的原文不同", "worded otherwise than the text this pack was made for"), "bad"),
    Match.UNCHECKED: (t("未作比对", "not compared"), "wait"),
    Match.ABSENT: (t("所附文本中没有此句", "not in the attached text"), "bad"),
}


@dataclass(frozen=True)
class Attached:
    """A reading under the pack's own ids, and what became of each sentence the pack was made for."""

    reading: Reading
    comparison: Comparison | None

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        return {sentence.id: sentence for sentence in self.reading.sentences}

    @cached_property
    def matches(self) -> Mapping[str, Match]:
        """By the pack's id; sentences that it has no fingerprint of are left out."""
        if self.comparison is None:
            return {}
        same = dict.fromkeys((old for old, _ in self.comparison.same), Match.SAME)
        changed = dict.fromkeys((old for old, _ in self.comparison.differs), Match.CHANGED)
        return same | changed | dict.fromkeys(self.comparison.removed, Match.ABSENT)

    def zh(self, id: str) -> str:
        return self.sentences[id].text.strip() if id in self.sentences else ""

    def en(self, id: str) -> str:
        """The English of a sentence; empty where the translation has none."""
        spans = self.sentences[id].en if id in self.sentences else ()
        return " ".join(self.reading.source_en[a:b].strip() for a, b in spans)

    def match(self, id: str) -> Match:
        return self.matches.get(id, Match.UNCHECKED if id in self.sentences else Match.ABSENT)

    def findings(self, id: str) -> tuple[Finding, ...]:
        """What a careful reader would tell the author of the text about one sentence."""
        sentence = self.sentences.get(id)
        if sentence is None:
            return ()
        spans = self.reading.findings
        return tuple(
            one for one in spans if _within(one.zh, (sentence.zh,)) or (not one.zh and _within(one.en, sentence.en))
        )

    @cached_property
    def added(self) -> tuple[Sentence, ...]:
        """Sentences of the text that the pack does not know."""
        if self.comparison is None:
            return ()
        known = self.matches
        return tuple(sentence for sentence in self.reading.sentences if sentence.id not in known)


def _within(span: tuple[int, int] | None, outer: tuple[tuple[int, int], ...]) -> bool:
    return span is not None and any(a <= span[0] and span[1] <= b for a, b in outer)


def folder(pack: Pack) -> Path:
    return Path(settings.DATA_DIR) / "policy" / pack.id


def attach_text(pack: Pack, zh: bytes, en: bytes | None = None) -> Attached:
    """Keep the official text for a pack. ``Invalid`` where it cannot be read or is the text of something else."""
    reading = read(zh, en)
    choose(candidates([pack], reading), reading, pack.id)
    place = folder(pack)
    place.mkdir(parents=True, exist_ok=True)
    _replace(place / "zh", zh)
    if en is None:
        (place / "en").unlink(missing_ok=True)
    else:
        _replace(place / "en", en)
    return _recognised(pack, reading)


def _replace(path: Path, content: bytes) -> None:
    """Written aside first, so that a reader sees the old text or the new one and never half of it."""
    aside = path.with_suffix(".new")
    aside.write_bytes(content)
    aside.replace(path)


def attached(pack: Pack) -> Attached | None:
    """The attached text, or ``None``. Read once and again only when the files have changed."""
    place = folder(pack)
    if not (place / "zh").exists():
        return None
    return _recognised(pack, _read(place, (_stamp(place / "zh"), _stamp(place / "en"))))


def _recognised(pack: Pack, reading: Reading) -> Attached:
    seen = living(pack, reading)
    return Attached(seen.reading, seen.comparison)


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


@lru_cache(maxsize=4)
def _read(place: Path, stamps: tuple[int, int]) -> Reading:
    """The reading of the files as they were at these times; other times are another reading."""
    return read((place / "zh").read_bytes(), (place / "en").read_bytes() if stamps[1] else None)


def told(match: Match) -> tuple[Text, str]:
    """How a match is said, and in which tone."""
    return MATCH_TEXTS[match]
