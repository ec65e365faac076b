"""Ways into the facts, and what the home page says of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from mulberry.law.text import t
from mulberry_web.facts.headroom import next_due, rooms
from mulberry_web.facts.offers import Standing, offers
from mulberry_web.facts.subjects import subjects
from mulberry_web.page.now import local_now
from mulberry_web.page.ways import Audience, Panel, Way
from mulberry_web.page.who import who


def _panel(request: HttpRequest) -> Mapping[str, Any] | None:
    """For each subject, how many decisions stand where; and what is due next."""
    looking, now = who(request), local_now()
    today = now.date()
    rows = []
    for one in subjects(looking):
        standings = [offer.standing for offer in offers(one.kind, one.values, today)]
        rows.append((one, [(standing.value, standings.count(standing)) for standing in Standing]))
    return {"rows": rows, "due": next_due(looking), "rooms": rooms(looking, now), "today": today}


WAYS = (
    Way(
        "use",
        t("能用什么", "What can we use"),
        t(
            "政策里与您有关的每一项：能、不能及原因、只差一项。",
            "Everything the policy offers you: yes, no and why, one step away.",
        ),
        Audience.APPLICANT,
        20,
    ),
    Way(
        "facts",
        t("我的情况", "Our facts"),
        t("填一次，处处可用；不知道的可以留空。", "Fill them in once for everything; leave open what you do not know."),
        Audience.APPLICANT,
        30,
    ),
)
PANELS = (Panel(Audience.APPLICANT, "facts/panel.html", _panel, 10),)
