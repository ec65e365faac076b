"""Words of a policy inside generated code. What a document says is data: it can never end a string or a comment."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence

LINE = 120


def plain(text: str) -> str:
    """The words on one line, without marks that a file format could take for its own."""
    lone = "".join(c if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else " " for c in text)
    return " ".join(lone.split())


def quoted(text: str) -> str:
    """The words as one string, in the form that Python, TOML and YAML read alike."""
    return json.dumps(plain(text), ensure_ascii=False)


def said(zh: str, en: str, indent: int) -> str:
    """``t("…", "…")`` for Python, in lines that are not too long; ``indent`` counts the spaces before it."""
    one = f"t({quoted(zh)}, {quoted(en)})"
    if columns(one) + indent < LINE:
        return one
    pad = " " * (indent + 4)
    return f"t(\n{pad}{_broken(zh, pad)},\n{pad}{_broken(en, pad)},\n{' ' * indent})"


def _broken(text: str, pad: str) -> str:
    """One string, or where no line holds it several that Python joins again."""
    whole = quoted(text)
    if columns(whole) + len(pad) < LINE:
        return whole
    room = LINE - len(pad) - 8
    pieces = [""]
    for word in re.findall(r"[!-~]+ ?|.", plain(text)):
        if columns(pieces[-1] + word) > room and pieces[-1]:
            pieces.append("")
        pieces[-1] += word
    inner = f"\n{pad}    ".join(json.dumps(piece, ensure_ascii=False) for piece in pieces)
    return f"(\n{pad}    {inner}\n{pad})"


def columns(text: str) -> int:
    """How wide a line is: Chinese characters take two columns."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def starred(names: Sequence[str]) -> str:
    """A tuple of everything in some tuples, as a formatter leaves it."""
    if len(names) == 1:
        return f"(*{names[0]},)"
    return "(\n" + "".join(f"    *{name},\n" for name in names) + ")"


def comment(text: str) -> str:
    """The words behind ``#``, cut where a line ends."""
    words = f"# {plain(text)}".rstrip()
    while columns(words) > LINE:
        words = words[:-2].rstrip() + "…"
    return words
