"""``{% load mulberry %}``: texts in the reader's language."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from mulberry.law.text import Lang, Text

register = template.Library()


def reader_language() -> Lang:
    """The language of the page being made."""
    return "en" if (get_language() or "").startswith("en") else "zh"


@register.filter
def said(text: Text | str | None) -> str:
    """``{{ instrument.title|said }}``: the text in the reader's language; a plain string as it is."""
    return text.in_(reader_language()) if isinstance(text, Text) else (text or "")


@register.simple_tag
def say(zh: str, en: str) -> str:
    """``{% say "办件" "Cases" %}``: both languages side by side in the page's own source."""
    return en if reader_language() == "en" else zh
