"""Chinese numerals and the other ways in which official texts write a whole number."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
CN = "〇零○一二三四五六七八九十百千两"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def chinese_number(text: str) -> int | None:
    """The value of a numeral such as 十四, 二〇二四 or 一百二十; ``None`` where it is not one."""
    if not text or any(c not in DIGITS and c not in _SMALL and c not in _LARGE for c in text):
        return None
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total, section, digit = 0, 0, -1
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in _SMALL:
            section += (1 if digit < 0 else digit) * _SMALL[c]
            digit = -1
        else:
            total = (total + section + max(digit, 0)) * _LARGE[c]
            section, digit = 0, -1
    return total + section + max(digit, 0)


def roman_number(text: str) -> int | None:
    """The value of a roman numeral up to fifty or so; ``None`` where it is not one."""
    values = [_ROMAN.get(c.upper(), 0) for c in text]
    if not values or 0 in values:
        return None
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def number(text: str) -> int | None:
    """A whole number in digits (also full width) or Chinese numerals."""
    plain = text.translate(_WIDE)
    return int(plain) if plain.isdecimal() else chinese_number(text)


def amount(text: str) -> Decimal | None:
    """A number that may have a fraction, thousands separators and a Chinese multiplier (1.5亿, 5,000万, 三百万)."""
    plain, factor = text.translate(_WIDE).replace(",", ""), 1
    while plain and plain[-1] in "十百千万亿" and plain[:1].isdecimal():
        factor *= {**_SMALL, **_LARGE}[plain[-1]]
        plain = plain[:-1]
    if plain.replace(".", "", 1).isdecimal() and plain.isascii():
        return Decimal(plain) * factor
    whole = chinese_number(plain)
    return None if whole is None else Decimal(whole)


def chinese_numeral(n: int) -> str:
    """A whole number from 0 to 99 in Chinese numerals, as headings write it (二十一); larger ones in digits."""
    if not 0 <= n <= 99:
        return str(n)
    names = "零一二三四五六七八九"
    tens, ones = divmod(n, 10)
    if not tens:
        return names[ones]
    return ("" if tens == 1 else names[tens]) + "十" + (names[ones] if ones else "")
