"""What a person should know beside a deadline: provisional calendars, moved last days, suspensions without effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from mulberry.law.calendar import Calendar
from mulberry.law.dates import LAST_DAY
from mulberry.law.suspensions import Span
from mulberry.law.text import Text, t

_NOT_PUBLISHED = t(
    "{years}年工作日历尚未公布，结果为暂定，仅按周末休息推算。",
    "Calendar for {years} not published; provisional result assuming weekends only.",
)
_NEXT_NOTICE = t(
    "{year}年的放假通知尚未公布，可能调整{last}年12月最后几天的作息。",
    "The notice for {year} is not published and may still change the last days of December {last}.",
)
_MOVED = t(
    "期间最后一日{raw}为休息日或中止日，以其后第一个工作日{to}为期间的最后一日。",
    "The period's last day {raw} is a day off or suspended; the first working day after it, {to}, is the last day.",
)
_MONTH_END = t(
    "届满月没有与{start}对应的日，以月末日{raw}为期间的最后一日。",
    "The final month has no day corresponding to {start}; its last day, {raw}, is the period's last day.",
)
_TOO_LATE = t(
    "自{first}至{last}的中止始于期间届满之后，不影响届满日。",
    "The suspension from {first} to {last} begins after the period has ended and changes nothing.",
)
_TOO_EARLY = t(
    "自{first}至{last}的中止在期间开始之前已经结束，不影响届满日。",
    "The suspension from {first} to {last} was over before the period began and changes nothing.",
)
_NOTICES_REACH_BACK = 26  # December; New Year's holiday and its make-up day have never begun earlier


def on_calendar(unpublished: list[int], last: date, calendar: Calendar) -> Iterator[Text]:
    """Whether the answer is provisional, or may still be touched by the notice of the year after."""
    if unpublished:
        years = Text("、".join(map(str, unpublished)), ", ".join(map(str, unpublished)))
        yield Text(_NOT_PUBLISHED.zh.format(years=years.zh), _NOT_PUBLISHED.en.format(years=years.en))
    elif date(last.year, 12, _NOTICES_REACH_BACK) <= last < LAST_DAY.replace(month=12, day=1):
        following = last.year + 1
        if not calendar.published(date(following, 1, 1)):
            yield _NEXT_NOTICE.format(year=following, last=last.year)


def on_end(start: date, raw_base: date, raw: date, last: date, *, by_month: bool) -> Iterator[Text]:
    """Why the last day is not the n-th day or the corresponding day (民法典 arts. 202, 203)."""
    if by_month and raw_base.day < start.day:
        yield _MONTH_END.format(start=start, raw=raw_base)
    if raw != last:
        yield _MOVED.format(raw=raw, to=last)


def on_suspensions(start: date, spans: Iterable[Span], last: date) -> Iterator[Text]:
    """Suspensions that were given and have no effect."""
    for first, end in spans:
        if end <= start:
            yield _TOO_EARLY.format(first=first, last=end)
        elif first > last:
            yield _TOO_LATE.format(first=first, last=end)
