"""A fact's change in words: what it is, and what it would have to be."""

from __future__ import annotations

from typing import Any

from mulberry.decisions.facts import Fact
from mulberry.law.text import Text, t

YES, NO, NOTHING = t("是", "yes"), t("否", "no"), t("无", "none")


def said(fact: Fact, before: Any, after: Any) -> Text:
    """“Staff” from 3 to 10, in both languages."""
    was, will = worded(fact, before), worded(fact, after)
    title = fact.title
    return Text(f"“{title.zh}”由{was.zh}改为{will.zh}", f"“{title.en}” from {was.en} to {will.en}")


def worded(fact: Fact, value: Any) -> Text:
    """One counted value of a fact as a person reads it."""
    type_ = fact.type
    if isinstance(value, bool):
        return YES if value else NO
    if type_.name == "enum":
        return type_.values[value]
    if type_.name == "set":
        named = [text for member, text in type_.values.items() if member in value]
        return Text("、".join(one.zh for one in named), ", ".join(one.en for one in named)) if named else NOTHING
    shown = type_.show(value)
    if type_.name == "percent":
        rate = f"{(shown * 100).normalize():f}"
        return Text(f"{rate}%", f"{rate} %")
    if type_.is_number:
        shown = f"{shown:,}" if type_.name == "int" else f"{shown:,f}"
    return t(str(shown), str(shown))
