"""``{% load mulberry %}``: texts in the reader's language, days, numbers, law and standing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import get_language

from mulberry.instrument import KIND_TEXTS, Instrument, Kind
from mulberry.law.basis import Basis
from mulberry.law.month import Month
from mulberry.law.parameters import Standing
from mulberry.law.text import Lang, Text, t
from mulberry.record.field import Field
from mulberry_web.page.demonstration import is_demonstration
from mulberry_web.page.ways import Way, open_to, ways
from mulberry_web.page.who import Who, who
from mulberry_web.page.written import day_text, field_text, moment_text, month_text, value_text

register = template.Library()

STANDINGS = {
    Standing.CONFIRMED: (t("已核对", "checked"), "good"),
    Standing.UNCONFIRMED: (t("未核对", "not checked"), "wait"),
    Standing.MISSING: (t("尚未查明", "not established"), "bad"),
}


def reader_language() -> Lang:
    """The language of the page being made."""
    return "en" if (get_language() or "").startswith("en") else "zh"


@register.filter
def said(text: Text | Mapping[str, str] | str | None) -> str:
    """``{{ instrument.title|said }}``: a text, or its JSON form, in the reader's language; a plain string as it is."""
    if isinstance(text, Text):
        return text.in_(reader_language())
    if isinstance(text, Mapping):
        return text[reader_language()]
    return text or ""


@register.simple_tag
def say(zh: str, en: str, **values: object) -> str:
    """``{% say "办件" "Cases" %}``: both languages side by side; ``{n}`` is filled by ``n=…``."""
    return (
        t(zh, en)
        .in_(reader_language())
        .format(**{name: said(value) if isinstance(value, Text) else value for name, value in values.items()})
    )


@register.simple_tag
def html_lang() -> str:
    """The language of the page as HTML writes it."""
    return "en" if reader_language() == "en" else "zh-Hans"


@register.filter
def day(value: date | datetime | Month | str | None) -> str:
    """A day, or a month: 2026年11月21日 / 21 Nov 2026. ISO strings are read."""
    match value:
        case None | "":
            return ""
        case Month():
            return said(month_text(value))
        case str() if len(value) == len("2026-11"):
            return said(month_text(Month.parse(value)))
        case str():
            return said(day_text(date.fromisoformat(value[:10])))
        case datetime():
            return said(day_text(_local(value).date()))
    return said(day_text(value))


@register.filter
def moment(value: datetime | str | None) -> str:
    """A day with its time, in local time."""
    if not value:
        return ""
    return said(moment_text(_local(datetime.fromisoformat(value) if isinstance(value, str) else value)))


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


@register.filter
def iso(value: date | datetime | None) -> str:
    """For ``<time datetime>``."""
    return value.isoformat() if value else ""


@register.filter
def value(told: Any, unit: str = "") -> str:
    """Any value in words; ``{{ amount|value:"CNY" }}`` writes its unit."""
    return said(value_text(told, unit))


@register.simple_tag
def amount(told: Any, unit: str = "", type_name: str = "") -> str:
    """A figure with separators and the name of its unit."""
    return said(value_text(told, unit, type_name))


@register.simple_tag
def money(told: int | Decimal | str | None, unit: str = "CNY") -> str:
    return said(value_text(told, unit, "money"))


@register.simple_tag
def field_value(field: Field, told: Any) -> str:
    """What was given in a field, in words."""
    return said(field_text(field, told))


@register.inclusion_tag("desk/bases.html")
def bases(cited: Iterable[Basis | Mapping[str, Any]] | Basis | Mapping[str, Any] | None) -> dict[str, Any]:
    """The law that something rests on, each with its days in force and whether it was checked."""
    several = [] if cited is None else [cited] if isinstance(cited, Basis | Mapping) else list(cited)
    return {"bases": [basis.to_json() if isinstance(basis, Basis) else basis for basis in several]}


@register.inclusion_tag("desk/tag.html")
def standing(of: Standing | str) -> dict[str, Any]:
    """How far a value can be relied on, as a tag with words."""
    text, tone = STANDINGS[Standing(of)]
    return {"text": text, "tone": tone}


@register.inclusion_tag("desk/tag.html")
def tag(text: Text | str, tone: str = "") -> dict[str, Any]:
    """A tag; tones: accent, good, bad, wait, info."""
    return {"text": text, "tone": tone}


@register.inclusion_tag("desk/tag.html")
def kind(of: Instrument | Kind | str) -> dict[str, Any]:
    """What kind of instrument it is."""
    found = Kind(of) if isinstance(of, str) else of.kind
    return {"text": KIND_TEXTS[found], "tone": "accent"}


@register.simple_tag(takes_context=True)
def reader(context: template.Context) -> Who:
    """Who is looking at the page."""
    request = context.get("request")
    return who(request) if isinstance(request, HttpRequest) else Who()


@register.simple_tag
def demonstration() -> bool:
    """Whether everything here is invented."""
    return is_demonstration()


@register.simple_tag(takes_context=True)
def ways_for(context: template.Context, place: str) -> list[dict[str, Any]]:
    """The links of the ``header`` or the ``footer`` for this reader; the one that leads here is marked."""
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return []
    wanted = [way for way in ways() if way.in_header == (place == "header")]
    told = [(way, _address(way)) for way in wanted if open_to(way.audience, who(request))]
    return [{"title": way.title, "href": href, "here": request.path.startswith(href)} for way, href in told if href]


@register.simple_tag
def apply_url(procedure: str) -> str:
    """Where one applies for a procedure."""
    try:
        return reverse("apply", args=[procedure])
    except NoReverseMatch:
        return reverse("instrument", args=[procedure])


def _address(way: Way) -> str:
    try:
        return reverse(way.url)
    except NoReverseMatch:  # a room that was taken away takes its ways with it
        return ""
