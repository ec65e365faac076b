"""Numbers as English and Chinese texts write them, so that the two can be compared."""

from __future__ import annotations

import re
from decimal import Decimal

from mulberry.policy.numerals import amount, chinese_number

_WORDS = {
    word: n
    for n, words in {
        0: "zero", 1: "one single", 2: ("two both double "
         "twice"), 3: "three triple", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight",
        9: "nine", 10: "ten",
        11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        18: "eighteen", 20: "twenty", 30: "thirty", 40: "forty",
        50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip
_SCALE = {"thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "hundred": 100}
_DIGITS = re.compile(
    r"(?<![\w.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*(thousand|million|billion|trillion|hundred))?(?![\dg])"
)
_WORD = re.compile(
    r"\b(" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b(?:[\s-]+(thousand|million|billion|hundred))?"
)
# words that count; "one", "single" and "both" are said without counting
_COUNTING = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)\b(?=[\s-]+(?:year|month|day|"
    r"week|working|percent|per cent|compan|enterprise|time|hour)\w*)"
)
_DIGIT = re.compile(r"\d")
_ZH_NUMBER = re.compile(
    r"[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?[百千万亿]{0,2}|[一二三四五六七八九十百千两〇]+[万亿]{0,2}"
)


def values(text: str) -> set[Decimal]:
    """Every number an English text (small letters) may mean."""
    found = {Decimal(d.replace(",", "")) * _SCALE.get(scale or "", 1) for d, scale in _DIGITS.findall(text)}
    found |= {Decimal(d.replace(",", "")) for d, _ in _DIGITS.findall(text)}
    found |= {Decimal(_WORDS[w]) * _SCALE.get(scale or "", 1) for w, scale in _WORD.findall(text)}
    if re.search(r"\b(?:a|an|each|every|per|annual)\b", text):
        found.add(Decimal(1))
    return found


def has(found: set[Decimal], value: Decimal) -> bool:
    """Whether a value is among those found, also where the English counts the Chinese unit (500 for 500万元)."""
    return value in found or any(value == f * 10_000 or value == f * 10**8 for f in found if f >= 1)


def written(text: str) -> list[tuple[Decimal, str]]:
    """The numbers an English text states: digits, and words that count something."""
    out = [(Decimal(m[1].replace(",", "")), m[1]) for m in _DIGITS.finditer(text)]
    return out + [(Decimal(_WORDS[m[1]]), m[1]) for m in _COUNTING.finditer(text)]


def chinese_values(text: str) -> set[Decimal]:
    """Every number a Chinese text shows, in digits and numerals, with and without its multiplier."""
    out: set[Decimal] = set()
    for token in _ZH_NUMBER.findall(text):
        for form in (token, token.rstrip("百千万亿")):
            value = amount(form) if form[:1].isdigit() else None if not form else _whole(form)
            if value is not None:
                out |= {value, value / 100, value / 10**6, value / 10**9, value / 1000}
        out |= {Decimal(n) for c in token if (n := chinese_number(c)) is not None}
    return out


def _whole(text: str) -> Decimal | None:
    number = chinese_number(text)
    return None if number is None else Decimal(number)


def counts(text: str, tokens: frozenset[str]) -> bool:
    """Whether an English text (small letters; ``tokens`` are its words) states a number at all."""
    return _DIGIT.search(text) is not None or (not tokens.isdisjoint(_WORDS) and _COUNTING.search(text) is not None)
