"""One year's holiday notice of the State Council's General Office, and what must hold before it may be published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mulberry.errors import Invalid, Refused
from mulberry.law.basis import Basis, Law
from mulberry.law.dates import FIRST_DAY, LAST_DAY, check_day, days_in_month, joined_days
from mulberry.law.text import Text, t

_SHORTEST_GAP_BETWEEN_HOLIDAYS = 7  # days; only Mid-Autumn and National Day ever come closer

_YEAR = t("year：年份应在1950至2200之间。", "year: give a year between 1950 and 2200.")
_ELSEWHERE = t(
    "{field}：{days}不属于{year}年（或上年12月），请从清单中删去。",
    "{field}: {days} lies outside {year} (or the December before it); take it off the list.",
)
_BOTH = t(
    "{days}既列为放假又列为上班，请对照通知保留其中一项。",
    "{days} is listed both as off and as a make-up working day; keep the one that the notice says.",
)
_NOT_ON_WEEKEND = t(
    "调休上班日{days}不是星期六或星期日，请对照通知更正。",
    "Make-up working day {days} is not a Saturday or Sunday; correct it against the notice.",
)
_HOLE = t(
    "放假日期在{days}处中断：同一假期须逐日连续列出（含其中的周末），请补齐或更正。",
    "The days off break at {days}: list every day of one holiday without a gap, its weekends included.",
)
_TOTAL = t(
    "按所列日期全年工作日为{counted}天，与给出的{stated}天不符，请核对放假日和上班日。",
    "The listed days give {counted} working days in the year, not the {stated} stated; check the lists.",
)


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The days off and make-up working days that one notice announces.

    ``off`` lists each holiday day by day; ordinary weekends need not be listed outside holidays. Both sets may reach
    into the December before, as New Year's notices do. ``stated_working_days`` is the control total, where the loader
    knows one. Raises ``Refused`` with ``both_off_and_makeup``, ``makeup_not_on_weekend``,
    ``off_block_not_contiguous`` or ``control_total_differs``, and ``Invalid`` for a year or day that makes no sense.
    """

    year: int
    notice_title: Text
    notice_date: date
    off: frozenset[date]
    makeup: frozenset[date]
    notice_number: str = ""
    stated_working_days: int | None = None
    confirmed: bool = False

    def __post_init__(self) -> None:
        if not FIRST_DAY.year < self.year <= LAST_DAY.year:
            raise Invalid("year", _YEAR)
        check_day(self.notice_date, "notice_date")
        self._check_within(self.off, "off_days")
        self._check_within(self.makeup, "makeup_days")
        _refuse_if(self.off & self.makeup, "both_off_and_makeup", _BOTH)
        _refuse_if((d for d in self.makeup if d.weekday() < 5), "makeup_not_on_weekend", _NOT_ON_WEEKEND)
        _refuse_if(_holes(sorted(self.off)), "off_block_not_contiguous", _HOLE)
        if self.stated_working_days is not None and self.stated_working_days != self.working_days:
            values = {"counted": self.working_days, "stated": self.stated_working_days}
            raise Refused("control_total_differs", _TOTAL.format(**values))

    @property
    def basis(self) -> Basis:
        """The notice itself, as what the calendar rests on."""
        law = Law(
            f"holiday-notice-{self.year}",
            self.notice_title,
            number=self.notice_number,
            since=self.notice_date,
            confirmed=self.confirmed,
        )
        return Basis(law)

    @property
    def working_days(self) -> int:
        """Working days of the year by this notice alone."""
        return sum(self.month_totals)

    @property
    def month_totals(self) -> tuple[int, ...]:
        """Working days of each month by this notice alone, January to December."""
        return tuple(
            sum(self.is_working(date(self.year, month, day)) for day in range(1, days_in_month(self.year, month) + 1))
            for month in range(1, 13)
        )

    def is_working(self, day: date) -> bool:
        return day in self.makeup or (day.weekday() < 5 and day not in self.off)

    def _check_within(self, days: frozenset[date], field: str) -> None:
        since = date(self.year - 1, 12, 1)
        outside = sorted(d for d in days if not since <= check_day(d, field) <= date(self.year, 12, 31))
        if outside:
            listed = joined_days(outside)
            text = Text(
                _ELSEWHERE.zh.format(field=field, days=listed.zh, year=self.year),
                _ELSEWHERE.en.format(field=field, days=listed.en, year=self.year),
            )
            raise Invalid(field, text)


def _refuse_if(days: Iterable[date], code: str, text: Text) -> None:
    found = sorted(days)
    if found:
        listed = joined_days(found)
        raise Refused(code, Text(text.zh.format(days=listed.zh), text.en.format(days=listed.en)))


def _holes(off: list[date]) -> list[date]:
    """The first missing day of each gap that is too short to lie between two holidays."""
    holes = []
    for before, after in pairwise(off):
        missing = (after - before).days - 1
        national_day_follows = (after.month, after.day) == (10, 1) and missing > 1
        if 0 < missing < _SHORTEST_GAP_BETWEEN_HOLIDAYS and not national_day_follows:
            holes.append(before + timedelta(days=1))
    return holes
