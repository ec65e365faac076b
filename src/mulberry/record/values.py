"""How one value given from outside is read, and how it is written into an event.

Reading is strict: a value is either exactly what the type means or refused with a sentence that names the field.
Inside, numbers are ``int`` or ``Decimal``, days are ``date``. In an event stand strings, whole numbers and truth values
only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn

from mulberry.errors import Invalid
from mulberry.law.dates import FIRST_DAY, LAST_DAY
from mulberry.law.month import Month
from mulberry.law.text import Text, t

if TYPE_CHECKING:
    from mulberry.record.field import Field

MAX_TEXT = 2_000
MAX_ITEMS = 1_000
MAX_KEY = 200
MAX_NUMBER = Decimal(10) ** 15
"""Below 2**53, so that every JSON reader holds it exactly."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,30}(\.\d{1,30})?", re.ASCII)
# Control characters cannot be shown or stored everywhere, and lone surrogates cannot be written as UTF-8.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

_BOOL = t("须为是或否（true/false），不是{got}", "must be true or false, not {got}")
_FLOAT = t("须写成精确的十进制，如“0.05”，不接受浮点数", "write an exact decimal such as '0.05', not a binary float")
_NO_NUMBER = t("须为数字，不是{got}", "must be a number, not {got}")
_BELOW = t("不得小于{low}，收到{got}", "cannot be below {low}; it is {got}")
_ABOVE = t("不得大于{high}，收到{got}", "cannot be above {high}; it is {got}")
_WHOLE = t("须为整数，不是{got}", "must be a whole number, not {got}")
_PLACES = t("最多{places}位小数，收到{got}", "has at most {places} decimals; it is {got}")
_NO_DAY = t("须为日期，如2026-11-21，不是{got}", "must be a date such as 2026-11-21, not {got}")
_NO_SUCH_DAY = t("没有{got}这一天", "there is no such day as {got}")
_DAY_RANGE = t("须在{first}至{last}年之间", "must lie between the years {first} and {last}")
_NO_MOMENT = t("须为当地时间，如2026-11-21T09:30，不是{got}", "must be local time such as 2026-11-21T09:30, not {got}")
_NO_MONTH = t("须为月份，如2026-11，不是{got}", "must be a month such as 2026-11, not {got}")
_NO_TEXT = t("须为文字，不是{got}", "must be text, not {got}")
_LONG = t("过长，最多{length}字", "is too long; at most {length} characters")
_CONTROL = t("含有无法显示的控制字符", "holds control characters that cannot be shown")
_CHOICE = t("只能是{zh}之一，不是{got}", "must be one of {en}, not {got}")
_NO_LIST = t("须为列表，不是{got}", "must be a list, not {got}")
_FEW = t("至少列出{least}项", "must list at least {least}")
_MANY = t("最多{most}项", "lists at most {most}")
_EMPTY = t("该项为空", "this item is empty")
_NO_MAP = t("须为名称与值的对照，最多{most}项", "must be a mapping of at most {most} names")
_MAP_KEY = t("名称须为{most}字以内的普通文字", "names must be ordinary text of at most {most} characters")

Reader = Callable[["Field", str, Any], Any]


def wrong(field: Field, name: str, text: Text, **values: object) -> NoReturn:
    """Refuse one field, by its title and its name."""
    said = text.format(**values)
    raise Invalid(name, Text(f"{field.title.zh}（{name}）：{said.zh}。", f"{field.title.en} ({name}): {said.en}."))


def read_bool(field: Field, name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        wrong(field, name, _BOOL, got=_short(value))
    return value


def read_number(field: Field, name: str, value: Any) -> int | Decimal:
    number = _exact(field, name, value)
    high = MAX_NUMBER if field.high is None else field.high
    low = -MAX_NUMBER if field.low is None else field.low
    if number < low:
        wrong(field, name, _BELOW, low=low, got=_short(value))
    if number > high:
        wrong(field, name, _ABOVE, high=high, got=_short(value))
    if _places(number) > field.places:
        wrong(field, name, _PLACES if field.places else _WHOLE, places=field.places, got=_short(value))
    return int(number) if field.type == "int" else number


def _exact(field: Field, name: str, value: Any) -> Decimal:
    if isinstance(value, float):
        wrong(field, name, _FLOAT)
    if isinstance(value, int) and not isinstance(value, bool):
        # Python refuses to write out a huge int: bound it before anything else.
        return Decimal(max(min(value, int(MAX_NUMBER) * 10), -int(MAX_NUMBER) * 10))
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= 30:
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    wrong(field, name, _NO_NUMBER, got=_short(value))


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) and number else 0


def read_day(field: Field, name: str, value: Any) -> date:
    day = value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            wrong(field, name, _NO_SUCH_DAY, got=value)
    if not isinstance(day, date) or isinstance(day, datetime):
        wrong(field, name, _NO_DAY, got=_short(value))
    if not FIRST_DAY <= day <= LAST_DAY:
        wrong(field, name, _DAY_RANGE, first=FIRST_DAY.year, last=LAST_DAY.year)
    return day


def read_moment(field: Field, name: str, value: Any) -> datetime:
    moment = value
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            wrong(field, name, _NO_SUCH_DAY, got=value)
    if not isinstance(moment, datetime) or moment.tzinfo is not None:
        wrong(field, name, _NO_MOMENT, got=_short(value))
    read_day(field, name, moment.date())
    return moment.replace(microsecond=0)


def read_month(field: Field, name: str, value: Any) -> Month:
    if isinstance(value, Month):
        return value
    if not isinstance(value, str):
        wrong(field, name, _NO_MONTH, got=_short(value))
    return Month.parse(value, name)


def read_text(field: Field, name: str, value: Any) -> str:
    if not isinstance(value, str):
        wrong(field, name, _NO_TEXT, got=_short(value))
    if len(value) > field.length:
        wrong(field, name, _LONG, length=field.length)
    if _UNWRITABLE.search(value):
        wrong(field, name, _CONTROL)
    return value


def read_choice(field: Field, name: str, value: Any) -> str:
    if not isinstance(value, str) or value not in field.values:
        wrong(field, name, _CHOICE, zh="、".join(field.values), en=", ".join(field.values), got=_short(value))
    return value


def read_choices(field: Field, name: str, value: Any) -> frozenset[str]:
    read = read_choice if field.values else read_text
    return frozenset(read(field, name, member) for member in _items(field, name, value))


def read_list(field: Field, name: str, value: Any) -> tuple[Any, ...]:
    items = enumerate(_items(field, name, value), 1)
    return tuple(field.inner.read(f"{name}[{index}]", item) for index, item in items)


def _items(field: Field, name: str, value: Any) -> list[Any]:
    if not isinstance(value, list | tuple | set | frozenset):
        wrong(field, name, _NO_LIST, got=_short(value))
    if len(value) < field.least:
        wrong(field, name, _FEW, least=field.least)
    if len(value) > MAX_ITEMS:
        wrong(field, name, _MANY, most=MAX_ITEMS)
    items = sorted(value, key=str) if isinstance(value, set | frozenset) else list(value)
    for index, item in enumerate(items, 1):
        if item is None or (isinstance(item, str) and not item.strip()):
            wrong(field, f"{name}[{index}]", _EMPTY)
    return items


def read_map(field: Field, name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping) or len(value) > MAX_ITEMS:
        wrong(field, name, _NO_MAP, most=MAX_ITEMS)
    for key in value:
        # Keys keep to the basic multilingual plane, as canonical JSON wants them.
        plain_text = isinstance(key, str) and 0 < len(key) <= MAX_KEY and not _UNWRITABLE.search(key)
        if not plain_text or max(map(ord, key)) > 0xFFFF:
            wrong(field, name, _MAP_KEY, most=MAX_KEY)
    return {key: field.inner.read(f"{name}.{key}", item) for key, item in value.items()}


def write(value: Any) -> Any:
    """A read value as an event holds it: decimals, days, moments and months as strings, sets sorted."""
    match value:
        case Decimal():
            return plain(value)
        case datetime() | date():
            return value.isoformat()
        case Month():
            return str(value)
        case frozenset() | set():
            return sorted(value)
        case tuple() | list():
            return [write(item) for item in value]
        case Mapping():
            return {key: write(item) for key, item in value.items() if item is not None}
        case _:
            return value


def plain(number: Decimal) -> str:
    """A decimal without exponent or trailing zeros; zero has no sign."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def _short(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > MAX_NUMBER:
        return "…"
    shown = str(value) if isinstance(value, str | int | date | Decimal) else type(value).__name__
    shown = _UNWRITABLE.sub("?", shown[:41])
    return f"“{shown[:40]}…”" if len(shown) > 40 else f"“{shown}”"


READERS: Mapping[str, Reader] = {
    "bool": read_bool,
    "int": read_number,
    "decimal": read_number,
    "money": read_number,
    "percent": read_number,
    "date": read_day,
    "datetime": read_moment,
    "month": read_month,
    "str": read_text,
    "enum": read_choice,
    "set": read_choices,
    "list": read_list,
    "map": read_map,
}
