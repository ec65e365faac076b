"""The words in which values are compared and put together: those the law uses, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from mulberry.law.text import Text, t

LETTERS_ZH, LETTERS_EN = "甲乙丙丁戊己庚辛壬癸", "ABCDEFGHIJ"
TIME = frozenset({"day", "calendar-day", "working-day", "month", "year", "hour"})

Words = Mapping[str, Text]
MEASURED: Words = {
    "ge": t("{a}不低于{b}", "{a} is at least {b}"),
    "gt": t("{a}超过{b}", "{a} is more than {b}"),
    "lt": t("{a}低于{b}", "{a} is less than {b}"),
    "le": t("{a}不超过{b}", "{a} is at most {b}"),
    "eq": t("{a}等于{b}", "{a} is {b}"),
    "ne": t("{a}不等于{b}", "{a} is not {b}"),
}
COUNTS: Words = {
    **MEASURED,
    "ge": t("{a}不少于{b}", "{a} is at least {b}"),
    "lt": t("{a}不满{b}", "{a} is fewer than {b}"),
}
TIMES: Words = {**COUNTS, "lt": t("{a}不满{b}", "{a} is less than {b}")}
DAYS: Words = {
    "ge": t("{a}不早于{b}", "{a} is not earlier than {b}"),
    "gt": t("{a}晚于{b}", "{a} is later than {b}"),
    "lt": t("{a}早于{b}", "{a} is earlier than {b}"),
    "le": t("{a}不晚于{b}", "{a} is not later than {b}"),
    "eq": t("{a}为{b}", "{a} is {b}"),
    "ne": t("{a}不为{b}", "{a} is not {b}"),
}
OPPOSITE = {"ge": "lt", "lt": "ge", "gt": "le", "le": "gt", "eq": "ne", "ne": "eq"}
MIRRORED = {"ge": "le", "le": "ge", "gt": "lt", "lt": "gt", "eq": "eq", "ne": "ne"}

ROUNDINGS: Words = {
    "HALF_UP": t("四舍五入", "rounded half up"),
    "HALF_EVEN": t("四舍六入五成双", "rounded half to even"),
    "FLOOR": t("向下取整", "rounded down"),
    "CEILING": t("向上取整", "rounded up"),
    "DOWN": t("截去尾数", "cut off"),
    "UP": t("进一", "rounded away from zero"),
}
TWO: Words = {
    "sub": t("{a}减去{b}", "{a} less {b}"),
    "ratio": t("{a}除以{b}", "{a} divided by {b}"),
    "floordiv": t("{a}除以{b}所得整数", "{a} divided by {b}, rounded down"),
    "mod": t("{a}除以{b}的余数", "the rest of {a} divided by {b}"),
    "months_from": t("自{a}至{b}的月数", "the months from {a} to {b}"),
    "days_from": t("自{a}至{b}的天数", "the days from {a} to {b}"),
    "completed_years": t("自{a}至{b}的整年数", "the full years from {a} to {b}"),
    "completed_months": t("自{a}至{b}的整月数", "the full months from {a} to {b}"),
    "working_days_from": t("自{a}至{b}的工作日数", "the working days from {a} to {b}"),
    "add_days": t("{a}之后{b}", "{b} after {a}"),
    "add_months": t("{a}之后满{b}之日", "the day {b} after {a}"),
    "add_hours": t("{a}之后{b}", "{b} after {a}"),
    "add_working_days": t("{a}之后满{b}之日", "the day {b} after {a}"),
}
ONE: Words = {
    "year": t("{a}所在年份", "the year of {a}"),
    "month": t("{a}所在月份", "the month of {a}"),
    "day_of": t("{a}当日", "the day of {a}"),
    "next_working": t("{a}（逢休息日顺延至下一工作日）", "{a} (the next working day, if that is a day off)"),
    "size": t("{a}的项数", "the number of {a}"),
}
EXTREMES: Words = {
    "min": t("{all}中较小者", "the smaller of {all}"),
    "max": t("{all}中较大者", "the larger of {all}"),
}
EXTREME_DAYS: Words = {
    "min": t("{all}中较早者", "the earlier of {all}"),
    "max": t("{all}中较晚者", "the later of {all}"),
}
LISTS: Words = {
    "count": t("{list}中{where}的个数", "the number of {list} {where}"),
    "sum": t("{list}中{where}的{value}之和", "the sum of {value} over {list} {where}"),
    "max_in": t("{list}中{where}的{value}的最大值", "the greatest {value} among {list} {where}"),
    "min_in": t("{list}中{where}的{value}的最小值", "the least {value} among {list} {where}"),
}

COMPUTED = frozenset({"add", "sub", "mul", "ratio", "floordiv", "mod"})
UNIT_OF = {
    "add_days": "day",
    "add_months": "month",
    "add_hours": "hour",
    "add_working_days": "working-day",
}
