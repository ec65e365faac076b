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

from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.pack.pack import Pack
from mulberry.policy import Reading, read
from mulberry_web.policy.fingerprints import fingerprint

_FOREIGN = t(
    "这份文本与“{zh}”不符：其中没有一句对得上，请核对文件。",
    "This is not the text of “{en}”: none of its sentences is found in it; check the file.",
)


class Match(StrEnum):
    """What a sentence of the pack is in the attached text."""

    SAME = "same"  # the wording whose fingerprint the pack carries
    CHANGED = "changed"  # another wording under the same number
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
    """A reading and what it says of the pack's sentences."""

    reading: Reading
    fingerprints: Mapping[str, str]

    @cached_property
    def zh(self) -> Mapping[str, str]:
        return {sentence.id: sentence.text.strip() for sentence in self.reading.sentences}

    @cached_property
    def en(self) -> Mapping[str, str]:
        """The English of each sentence; empty where the translation has none."""
        source = self.reading.source_en
        return {s.id: " ".join(source[a:b].strip() for a, b in s.en) for s in self.reading.sentences}

    def match(self, id: str) -> Match:
        if id not in self.zh:
            return Match.ABSENT
        expected = self.fingerprints.get(id, "")
        if not expected:
            return Match.UNCHECKED
        return Match.SAME if fingerprint(self.zh[id]) == expected else Match.CHANGED

    @cached_property
    def added(self) -> tuple[str, ...]:
        """Sentences of the text that the pack does not know."""
        return tuple(id for id in self.zh if id not in self.fingerprints)


def folder(pack: Pack) -> Path:
    return Path(settings.DATA_DIR) / "policy" / pack.id


def attach_text(pack: Pack, zh: bytes, en: bytes | None = None) -> Attached:
    """Keep the official text for a pack. ``Invalid`` where it cannot be read or is the text of something else."""
    made = _attached(pack, read(zh, en))
    if all(made.match(id) in {Match.ABSENT, Match.CHANGED} for id in pack.clauses):
        raise Invalid("zh", _FOREIGN.format(zh=pack.title.zh, en=pack.title.en))
    place = folder(pack)
    place.mkdir(parents=True, exist_ok=True)
    for name, content in (("zh", zh), ("en", en)):
        if content is None:
            (place / name).unlink(missing_ok=True)
        else:
            _replace(place / name, content)
    return made


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
    return _attached(pack, _read(place, (_stamp(place / "zh"), _stamp(place / "en"))))


def _attached(pack: Pack, reading: Reading) -> Attached:
    return Attached(reading, {id: clause.fingerprint for id, clause in pack.clauses.items()})


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


@lru_cache(maxsize=4)
def _read(place: Path, stamps: tuple[int, int]) -> Reading:
    """The reading of the files as they were at these times; other times are another reading."""
    return read((place / "zh").read_bytes(), (place / "en").read_bytes() if stamps[1] else None)


def told(match: Match) -> tuple[Text, str]:
    """How a match is said, and in which tone."""
    return MATCH_TEXTS[match]
