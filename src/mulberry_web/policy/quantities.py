"""Quantities of a text in words: what was read, beside what was written."""

from __future__ import annotations

from collections.abc import Mapping

from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.law.units import unit as unit_of
from mulberry.policy.model import Quantity
from mulberry_web.page.written import number_text

# Units that texts count in and that no instrument needs, so that the law's own table does not hold them.
_COUNTED: Mapping[str, Text] = {
    "%": t("%", "%"), "permille": t("‰", "‰"), "percentage-point": t("个百分点", "percentage points"),
    "EUR": t("欧元", "euros"), "HKD": t("港元", "Hong Kong dollars"), "enterprise": t("家", "enterprises"),
    "week": t("周", "weeks"), "minute": t("分钟", "minutes"), "age": t("周岁", "years of age"),
    "m": t("米", "m"), "m3": t("立方米", "m³"), "ha": t("公顷", "ha"), "mu": t("亩", "mu"), "GW": t("吉瓦", "GW"),
    "TEU": t("标箱", "TEU"), "EFLOPS": t("EFLOPS", "EFLOPS"), "times": t("倍", "times"), "time": t("次", "times"),
    "household": t("户", "households"), "set": t("套", "sets"), "vehicle": t("辆", "vehicles"),
    "flight": t("班", "flights"), "ship": t("艘", "ships"), "bed": t("张", "beds"), "site": t("处", "sites"),
    "score": t("分", "points"), "share": t("成", "tenths"),
}  # fmt: skip
_OPERATORS: Mapping[str, Text] = {
    "=": t("{n}", "{n}"), "<": t("少于{n}", "less than {n}"), "<=": t("至多{n}", "at most {n}"),
    ">": t("多于{n}", "more than {n}"), ">=": t("至少{n}", "at least {n}"), "~": t("约{n}", "about {n}"),
}  # fmt: skip
_RANGE = t("{low}至{high}", "{low} to {high}")
_OPEN_LOW, _OPEN_HIGH = t("（不含下限）", ", above the lower end"), t("（不含上限）", ", below the upper end")


def quantity_said(quantity: Quantity) -> Text:
    """What a quantity says, with its operator and unit."""
    if quantity.value is not None:
        number = _with_unit(number_text(quantity.value), quantity.unit)
        shape = _OPERATORS.get(quantity.op, _OPERATORS["="])
        return t(shape.zh.format(n=number.zh), shape.en.format(n=number.en))
    return _range(quantity)


def _range(quantity: Quantity) -> Text:
    low, high = (number_text(end).zh if end is not None else "…" for end in (quantity.low, quantity.high))
    told = _with_unit(_RANGE.format(low=low, high=high), quantity.unit)
    for shut, note in zip(quantity.closed, (_OPEN_LOW, _OPEN_HIGH), strict=True):
        told = told if shut else t(f"{told.zh}{note.zh}", f"{told.en}{note.en}")
    return told


def _with_unit(number: Text, code: str) -> Text:
    if code in _COUNTED:
        unit = _COUNTED[code]
        joint = "" if unit.en in {"%", "‰"} else " "
        return t(f"{number.zh}{unit.zh}", f"{number.en}{joint}{unit.en}")
    try:
        found = unit_of(code)
    except Invalid:
        return number if not code else t(f"{number.zh} {code}", f"{number.en} {code}")
    zh, en = found.after(number.zh), found.after(number.en)
    return t(zh.zh, en.en)
