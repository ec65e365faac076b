"""X.1 Register of yearly working-day calendars / 工作日历年度登记.

A clerk enters the holiday notice of the State Council's General Office; what makes no sense is refused before it is
recorded. Published, it becomes the calendar by which every open case is counted. A correction is entered again for the
same year: the published version counts until the corrected one is published in its turn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from mulberry.law.calendar import Calendar
from mulberry.law.calendar_year import CalendarYear
from mulberry.law.statutes import HOLIDAY_MEASURES
from mulberry.law.text import Text, t
from mulberry.record.fields import day, many, text, whole
from mulberry.registers import Entry, Fields, Look, Register, Scene, change, figure, moves, role, state

calendar_clerk = role("calendar_clerk", t("日历管理员", "Calendar clerk"))
BASIS = HOLIDAY_MEASURES.art("")


def year_given(scene: Scene[Entry]) -> dict[str, Any]:
    """What the entry keeps of a version, once the notice as given was found to make sense."""
    given = scene.given
    year = CalendarYear(
        year=int(scene.state.id),
        notice_title=_title(given["notice_title"]),
        notice_date=given["notice_date"],
        off=frozenset(given["off_days"]),
        makeup=frozenset(given["makeup_days"]),
        stated_working_days=given["working_days"],
    )
    return {"by_month": list(year.month_totals)}


def year_of(entry: Entry) -> CalendarYear | None:
    """The version that counts: the last one published, also while a correction waits."""
    version = entry.fields.get("in_force")
    if not isinstance(version, dict):
        return None
    return CalendarYear(
        year=int(entry.id),
        notice_title=_title(version["notice_title"]),
        notice_date=date.fromisoformat(version["notice_date"]),
        off=frozenset(map(date.fromisoformat, version["off_days"])),
        makeup=frozenset(map(date.fromisoformat, version["makeup_days"])),
        stated_working_days=version["working_days"],
    )


def _in_force(scene: Scene[Entry]) -> Any:
    """What is published takes force with the very fields it was entered with; published and superseded, it loses it."""
    if scene.given["to"] == "published":
        names = ("notice_title", "notice_date", "off_days", "makeup_days", "working_days")
        return {name: scene.state.fields[name] for name in names}
    return False if scene.state.state == "published" else scene.state.fields.get("in_force", False)


def _title(told: str) -> Text:
    return Text(told, told)


def _months(look: Look) -> Any:
    return look.entry.fields.get("by_month")


class WorkingDayCalendar(
    Register,
    id="working-day-calendar",
    system="X.1",
    clauses=("13.1", "C.5", "C.6"),
    subject="calendar year",
    key="year",
    view="year",
):
    title = t("工作日历年度登记", "Register of yearly working-day calendars")

    @classmethod
    def key(cls, command: str, fields: Mapping[str, Any]) -> str:  # noqa: ARG003 - one key for all commands
        """The year is the number of the entry."""
        year = whole(t("年份", "Year"), low=1950, high=2200)
        return str(Fields(year=year).read({"year": fields.get("year")})["year"])

    @classmethod
    def calendar(cls, known: Calendar, states: Sequence[Entry]) -> Calendar:
        """The calendar in force: what comes with the engine, and over it the years that were published here."""
        for year in filter(None, map(year_of, states)):
            known = known.with_year(year)
        return known

    loaded = state(t("已录入", "Loaded"))
    published = state(t("已公布", "Published"), end=True)
    superseded = state(t("已被替代", "Superseded"), end=True)

    working_days = figure(t("全年工作日", "Working days of the year"), lambda look: look.entry.whole("working_days"))
    by_month = figure(t("各月工作日", "Working days by month"), _months)

    enter = change(
        calendar_clerk,
        start=True,
        from_=(loaded, published, superseded),
        to=loaded,
        takes=Fields(
            notice_title=text(t("通知标题", "Title of the notice")),
            notice_date=day(t("通知日期", "Date of the notice")),
            url=text(t("公布网址", "Where it was published")),
            off_days=many(t("放假日", "Days off"), day(t("放假日", "Day off")), least=1),
            makeup_days=many(t("调休上班日", "Make-up working days"), day(t("上班日", "Working day"))),
            working_days=whole(t("全年工作日（核对总数）", "Working days of the year, as a control"), high=366),
        ),
        notes={"by_month": lambda scene: year_given(scene)["by_month"]},
        basis=BASIS,
    )
    move = moves(
        calendar_clerk,
        allows={loaded: (published, superseded), published: (superseded,)},
        notes={"in_force": _in_force},
        basis=BASIS,
    )
