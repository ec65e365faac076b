"""The home page of whoever is looking."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from mulberry.pack.pack import Pack
from mulberry_web.page.packs import packs
from mulberry_web.page.ways import Way, open_to, panels, ways
from mulberry_web.page.who import Who, who
from mulberry_web.policy.lines import sections, tally


def home(request: HttpRequest) -> HttpResponse:
    """What this is, and the ways that are open to the reader; panels of the rooms for those who signed in."""
    looking = who(request)
    shown = {
        "ways": [{"title": way.title, "about": way.about, "href": href} for way, href in _open(looking)],
        "panels": _panels(request, looking),
        "policies": [_policy(pack) for pack in packs().packs],
    }
    return render(request, "home/home.html" if looking.person else "home/visitor.html", shown)


def _open(looking: Who) -> list[tuple[Way, str]]:
    found = []
    for way in ways():
        if open_to(way.audience, looking):
            try:
                found.append((way, reverse(way.url)))
            except NoReverseMatch:  # a room that was taken away takes its ways with it
                continue
    return found


def _panels(request: HttpRequest, looking: Who) -> list[SafeString]:
    drawn = []
    for panel in panels():
        if looking.person and open_to(panel.audience, looking):
            told = panel.context(request)
            if told is not None:
                drawn.append(render_to_string(panel.template, dict(told), request))
    return drawn


def _policy(pack: Pack) -> dict[str, object]:
    shown = sections(pack)
    return {"pack": pack, "tally": tally(shown), "measures": [section for section in shown if section.numbered]}
