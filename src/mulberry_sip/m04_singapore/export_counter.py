"""4.2.2 The year's counters of persons / 个人信息出境年度计数.

Distinct persons exported since 1 January, counted for each exporter, sensitive and non-sensitive apart. Our readings:
``use`` gives the persons that an export adds; what goes by an exemption of articles 3 to 6 that does not look at
numbers is not counted; a new year begins by itself on 1 January. The *room* is how many more persons may go by the
route without leaving it: at 99,999 under the small-number exemption it is 0, since 100,000 needs another route. An
assessment has no line above it and so no room to tell. The room told is that of the counted route used last in the
year, or else to the next line above.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from mulberry.accounts import Account, Book, Fields, Look, Posting, Refusal, Scene, entry, figure, guard, refuse_if
from mulberry.law.parameters import Parameter
from mulberry.law.text import t
from mulberry.record.acts import value_of
from mulberry.record.fields import choice, whole
from mulberry_sip.law.data_export import (
    CAC_ORDER_16,
    NONSENSITIVE_ASSESSMENT,
    NONSENSITIVE_CONTRACT,
    SENSITIVE_ASSESSMENT,
    SENSITIVE_CONTRACT,
)
from mulberry_sip.m04_singapore.data_exports import CASES, ROUTES
from mulberry_sip.m04_singapore.standard_contract import exporter

COUNTER_CANNOT_FALL = Refusal(
    "counter_cannot_fall",
    t("年度计数只增不减，人数不得为负。", "The year's counters never fall; the persons cannot be negative."),
    CAC_ORDER_16.art(8),
)
ROUTE_NO_LONGER_FITS = Refusal(
    "route_no_longer_fits",
    t(
        "出境后本年累计达到{persons}人（不含敏感）、{sensitive}人（敏感），所选路径不再适用，请先改用相应路径。",
        "With this export the year has {persons} persons, and {sensitive} with sensitive data: the route no longer "
        "fits; change it first.",
    ),
    CAC_ORDER_16.art(7),
)
YEAR_OPEN = Refusal(
    "already_exists",
    t("该年度计数已开立。", "The counters of this year are open already."),
    CAC_ORDER_16.art(8),
)

KINDS = ("nonsensitive", "sensitive")
CONTRACT_LINES = {"nonsensitive": NONSENSITIVE_CONTRACT, "sensitive": SENSITIVE_CONTRACT}
ASSESSMENT_LINES = {"nonsensitive": NONSENSITIVE_ASSESSMENT, "sensitive": SENSITIVE_ASSESSMENT}
CAPPED: Mapping[str, Mapping[str, Parameter]] = {
    "exempt_art5_4": CONTRACT_LINES,
    "standard_contract": ASSESSMENT_LINES,
    "certification": ASSESSMENT_LINES,
    "standard_contract_or_certification": ASSESSMENT_LINES,
}
"""The lines that the counters must stay under for a route to fit."""

COUNTED = {*CASES, "exempt_art5_4"}


def counter(year: int, kind: str) -> str:
    """The name of one counter within the account."""
    return f"{year}.{kind}"


def counted(book: Book, year: int, kind: str) -> int:
    return int(book.held(counter(year, kind)))


def _adds(scene: Scene[Book], kind: str) -> int:
    return int(scene.given[kind]) if scene.given["route"] in COUNTED else 0


def _after(scene: Scene[Book], kind: str) -> int:
    return counted(scene.state, scene.on.year, kind) + _adds(scene, kind)


def _fits(scene: Scene[Book]) -> bool:
    lines = CAPPED.get(scene.given["route"], {})
    return all(_after(scene, kind) < scene.number(line) for kind, line in lines.items())


def _postings(scene: Scene[Book]) -> list[Posting]:
    return [Posting(Decimal(_adds(scene, kind)), to=counter(scene.on.year, kind)) for kind in KINDS]


def _years(scene: Scene[Book]) -> list[int]:
    """All years that have begun, the one concerned included."""
    return sorted({*(scene.state.data.get("years") or ()), _year(scene)})


def _year(scene: Scene[Book]) -> int:
    return int(scene.given.get("year") or scene.on.year)


def _routes(scene: Scene[Book]) -> dict[str, Any]:
    """The counted route used last in each year; an export that does not count says nothing about the others."""
    before = scene.state.data.get("routes") or {}
    route = scene.given["route"]
    return {**before, str(scene.on.year): route} if route in COUNTED else before


def _shown(look: Look) -> int:
    """The year a reader asked for, or else the one that the last command was about."""
    asked = look.asked.get("year")
    return asked if isinstance(asked, int) else look.book.whole("year") or look.today.year


def _room(look: Look, kind: str) -> int | None:
    """How many more persons may go by the route without leaving it; ``None`` where no line or no number limits it."""
    year = _shown(look)
    now = counted(look.book, year, kind)
    route = (look.book.data.get("routes") or {}).get(str(year))
    lines = [CAPPED.get(route, {}).get(kind)] if route in COUNTED else [CONTRACT_LINES[kind], ASSESSMENT_LINES[kind]]
    found = [value_of(line, look.today, look.context)[0] for line in lines if line is not None]
    return next((line - 1 - now for line in found if line is not None and now < line), 0) if found else None


class DataExportCounter(
    Account,
    id="data-export-counter",
    system="4.2.2",
    clauses=("4.1",),
    subject="enterprise",
    unit="person",
    key="exporter",
    view="position",
):
    title = t("个人信息出境年度计数", "The year's counters of persons")
    reads = (NONSENSITIVE_CONTRACT, SENSITIVE_CONTRACT, NONSENSITIVE_ASSESSMENT, SENSITIVE_ASSESSMENT)

    year = figure(t("年度", "Year"), _shown)
    nonsensitive = figure(
        t("本年人数（不含敏感）", "Persons this year, non-sensitive"), lambda look: _told(look, KINDS[0])
    )
    sensitive = figure(t("本年人数（敏感）", "Persons this year, sensitive"), lambda look: _told(look, KINDS[1]))
    room_nonsensitive = figure(t("余量（不含敏感）", "Room, non-sensitive"), lambda look: _room(look, KINDS[0]))
    room_sensitive = figure(t("余量（敏感）", "Room, sensitive"), lambda look: _room(look, KINDS[1]))

    open_ = entry(
        exporter,
        start=True,
        from_=(Account.opened,),
        takes=Fields(year=whole(t("年度", "Year"), low=2022, high=2200)),
        guards=(refuse_if(lambda scene: scene.given["year"] in (scene.state.data.get("years") or ()), YEAR_OPEN),),
        notes={"years": _years, "year": _year},
        basis=CAC_ORDER_16.art(8),
    )
    use = entry(
        exporter,
        takes=Fields(
            route=choice(t("出境路径", "Route"), ROUTES),
            nonsensitive=whole(t("新增人数（不含敏感）", "Persons added, non-sensitive"), low=None, unit="person"),
            sensitive=whole(t("新增人数（敏感）", "Persons added, sensitive"), low=None, unit="person"),
        ),
        guards=(
            guard(lambda scene: all(scene.given[kind] >= 0 for kind in KINDS), COUNTER_CANNOT_FALL),
            guard(
                _fits,
                ROUTE_NO_LONGER_FITS,
                lambda scene: {"persons": _after(scene, "nonsensitive"), "sensitive": _after(scene, "sensitive")},
            ),
        ),
        posts=_postings,
        notes={"years": _years, "year": _year, "routes": _routes},
        basis=CAC_ORDER_16.art(8),
    )


def _told(look: Look, kind: str) -> int:
    return counted(look.book, _shown(look), kind)
