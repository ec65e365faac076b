"""Text as a search sees it: Chinese without width, spaces or punctuation, English as stems of words.

Both keep for every piece where it stood, so that what is found can be shown where it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

Span = tuple[int, int]

# What writers of Chinese set, leave out or write in the forms of another region without meaning anything else by it.
# A dash, a stop and a percent sign stay: between figures they are part of what is said.
_PASSED_OVER = frozenset("“”‘’「」『』〝〞＂\"'《》〈〉﹁﹂﹃﹄（）()〔〕［］[]【】、，,；;：:·•・‧。｡…")
_DASHES = str.maketrans(dict.fromkeys("—–―－‐‑−", "-") | dict.fromkeys("～〜∼", "~"))
_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# The longest first; what is left must still be a stem of so many letters.
_SUFFIXES = (
    ("ization", 3), ("isation", 3), ("ational", 4), ("atives", 4), ("ations", 4), ("ators", 4), ("ation", 4),
    ("ative", 4), ("ating", 4), ("ments", 4), ("ated", 4), ("ates", 4), ("ator", 4), ("ment", 4), ("ities", 4),
    ("ing", 3), ("ive", 4), ("ion", 5), ("ate", 4), ("ity", 4), ("ed", 3), ("ly", 4), ("e", 3),
)  # fmt: skip
_VOWEL = re.compile("[aeiouy]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded for comparison; ``at`` holds for each of its characters where that one stood."""

    text: str
    at: tuple[int, ...]

    def find(self, wanted: str) -> tuple[Span, ...]:
        """Every place of a folded string, as spans of the text as it was; none overlap."""
        found, here = [], self.text.find(wanted) if wanted else -1
        while here >= 0:
            found.append((self.at[here], self.at[here + len(wanted) - 1] + 1))
            here = self.text.find(wanted, here + len(wanted))
        return tuple(found)


def fold(text: str) -> Folded:
    """Full-width and half-width, upper and lower case alike; spaces, quotes, brackets and commas passed over."""
    kept = [
        (one, place)
        for place, character in enumerate(text)
        for one in unicodedata.normalize("NFKC", character).casefold().translate(_DASHES)
        if not one.isspace() and one not in _PASSED_OVER
    ]
    return Folded("".join(one for one, _ in kept), tuple(place for _, place in kept))


def has_chinese(text: str) -> bool:
    return _CHINESE.search(text) is not None


def stems(text: str) -> tuple[tuple[str, Span], ...]:
    """The words of an English text by their stems, each with its place. Offsets hold: folding keeps the length."""
    lower = "".join(_narrow(character) for character in text)
    plain = _POSSESSIVE.sub(lambda found: " " * len(found.group()), lower)
    return tuple((stem(word.group()), word.span()) for word in _WORD.finditer(plain))


def _narrow(character: str) -> str:
    told = unicodedata.normalize("NFKC", character).lower()
    return told if len(told) == 1 else character


def stem(word: str) -> str:
    """What the forms of an English word share: ``establishing`` and ``establishment`` are ``establish``."""
    one = _singular(word)
    for suffix, least in _SUFFIXES:
        left = one.removesuffix(suffix)
        if left != one and len(left) >= least and _VOWEL.search(left):
            return _undoubled(left)
    return one


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _undoubled(left: str) -> str:
    """``planned`` is ``plan``; ``billing`` is ``bill``."""
    return left[:-1] if left[-1] == left[-2] and left[-1] not in "lsze" else left
