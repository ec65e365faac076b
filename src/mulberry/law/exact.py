"""Exact decimal numbers: reading them, rounding them by a named rule, writing them for a person. No floats anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)
from enum import Enum
from fractions import Fraction

from mulberry.errors import Invalid
from mulberry.law.text import Text, t

# Sums and products are carried out in full; a result that would not fit raises instead of losing a digit.
CONTEXT = Context(prec=60, Emax=60, Emin=-60, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
_MOST_DIGITS = 28  # on either side of the point, so that a product of two numbers read here still fits

_WRITTEN = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?([eE][+-]?\d{1,3})?")

_FLOAT = t(
    "{field}：不接受二进制浮点数，请以文本或十进制数给出。",
    "{field}: a binary float is not exact; give the number as text or as a decimal.",
)
_NO_NUMBER = t(
    "{field}：“{value}”不是有限的十进制数，请更正。", "{field}: '{value}' is no finite decimal number; correct it."
)
_TOO_LONG = t("{field}：数字位数过多，请核对。", "{field}: the number has too many digits; check it.")
_ENDLESS = t(
    "{field}：{value}不能写成有限小数，请指明舍入规则。",
    "{field}: {value} has no finite decimal form; name the rule by which to round it.",
)
_STEP = t("step：舍入单位应大于零。", "step: the step to round to must be greater than zero.")


class Rounding(Enum):
    """How a number between two steps is rounded. There is no default: the rule that orders the rounding names it."""

    HALF_UP = ROUND_HALF_UP
    HALF_EVEN = ROUND_HALF_EVEN
    DOWN = ROUND_DOWN
    UP = ROUND_UP
    FLOOR = ROUND_FLOOR
    CEILING = ROUND_CEILING

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Rounding.HALF_UP: t("四舍五入", "half up (away from zero)"),
    Rounding.HALF_EVEN: t("四舍六入五成双", "half to even"),
    Rounding.DOWN: t("舍去尾数", "down (towards zero)"),
    Rounding.UP: t("尾数进一", "up (away from zero)"),
    Rounding.FLOOR: t("向下取整", "floor"),
    Rounding.CEILING: t("向上取整", "ceiling"),
}


def as_decimal(value: object, field: str) -> Decimal:
    """An int, a Decimal or its text, commas between thousands allowed, as a Decimal. ``Invalid`` names the field."""
    if isinstance(value, float):
        raise Invalid(field, _FLOAT.format(field=field))
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise Invalid(field, _NO_NUMBER.format(field=field, value=value))
    if isinstance(value, str):
        if _WRITTEN.fullmatch(value.strip()) is None:
            raise Invalid(field, _NO_NUMBER.format(field=field, value=value))
        value = value.strip().replace(",", "")
    number = Decimal(value)
    if not number.is_finite():
        raise Invalid(field, _NO_NUMBER.format(field=field, value=value))
    if abs(number.adjusted()) >= _MOST_DIGITS or len(number.as_tuple().digits) > _MOST_DIGITS:
        raise Invalid(field, _TOO_LONG.format(field=field))
    return number


def add(a: Decimal, b: Decimal, field: str) -> Decimal:
    """The exact sum. ``Invalid`` names the field if it has too many digits."""
    return _exactly(CONTEXT.add, a, b, field)


def multiply(a: Decimal, b: Decimal, field: str) -> Decimal:
    """The exact product. ``Invalid`` names the field if it has too many digits."""
    return _exactly(CONTEXT.multiply, a, b, field)


def fraction_to_decimal(value: Fraction, field: str) -> Decimal:
    """The fraction as a decimal. ``Invalid`` names the field if its decimals have no end: round it on purpose then."""
    try:
        return CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
    except DecimalException:
        raise Invalid(field, _ENDLESS.format(field=field, value=value)) from None


def round_to(value: Decimal | Fraction | int, step: Decimal, rounding: Rounding) -> Decimal:
    """The multiple of ``step`` (0.01, 1, 100 …) that the rounding rule picks; exact also for a fraction such as 1/3."""
    if step <= 0:
        raise Invalid("step", _STEP)
    steps = Fraction(value) / Fraction(step)
    whole, rest = divmod(abs(steps), 1)
    away = _rounds_away(rest, whole % 2 == 1, steps < 0, rounding)
    count = int(whole) + (1 if away else 0)
    return CONTEXT.multiply(Decimal(-count if steps < 0 else count), step)


def _exactly(operation: Callable[[Decimal, Decimal], Decimal], a: Decimal, b: Decimal, field: str) -> Decimal:
    try:
        return operation(a, b)
    except DecimalException:
        raise Invalid(field, _TOO_LONG.format(field=field)) from None


def _rounds_away(rest: Fraction, odd: bool, negative: bool, rounding: Rounding) -> bool:
    """Whether what is left between two steps takes the number to the one further from zero."""
    if rest == 0 or rounding is Rounding.DOWN:
        return False
    half = Fraction(1, 2)
    match rounding:
        case Rounding.HALF_UP:
            return rest >= half
        case Rounding.HALF_EVEN:
            return rest > half or (rest == half and odd)
        case Rounding.FLOOR:
            return negative
        case Rounding.CEILING:
            return not negative
        case _:
            return True


def grouped(number: Decimal) -> str:
    """All digits of a number with commas between thousands and no exponent; zeros at the end are kept."""
    return f"{number:,f}"


def trimmed(number: Decimal) -> Decimal:
    """The same number without trailing zeros after the point and without an exponent."""
    whole = number.to_integral_value(context=Context(prec=60))
    return whole if number == whole else number.normalize(CONTEXT)
