"""Money: an exact amount in one currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import total_ordering

from mulberry.errors import Invalid
from mulberry.law.exact import Rounding, add, as_decimal, fraction_to_decimal, grouped, multiply, round_to, trimmed
from mulberry.law.text import Text, t

_MIXED = t(
    "currency：{a}与{b}不能直接相加或比较，请先按规定汇率折算。",
    "currency: {a} and {b} cannot be added or compared; convert one at the rate that the rule names.",
)
_UNKNOWN = t(
    "currency：不认识的币种“{code}”，可用{known}。", "currency: unknown currency '{code}'; use one of {known}."
)
_NOT_WHOLE = t(
    "amount：{amount}不是{step}的整数倍，请先按规定舍入。",
    "amount: {amount} is not a multiple of {step}; round it by the rule that applies first.",
)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its ISO 4217 code; ``digits`` are the decimal places of its smallest coin."""

    code: str
    label: Text
    digits: int = 2

    @property
    def smallest(self) -> Decimal:
        return Decimal(1).scaleb(-self.digits)

    def __str__(self) -> str:
        return self.code


CNY = Currency("CNY", t("元", "yuan"))
USD = Currency("USD", t("美元", "US dollar"))
SGD = Currency("SGD", t("新加坡元", "Singapore dollar"))
HKD = Currency("HKD", t("港元", "Hong Kong dollar"))
EUR = Currency("EUR", t("欧元", "euro"))
GBP = Currency("GBP", t("英镑", "pound sterling"))
JPY = Currency("JPY", t("日元", "yen"), digits=0)
CURRENCIES = {c.code: c for c in (CNY, USD, SGD, HKD, EUR, GBP, JPY)}

_ZH_LARGE = ((Decimal(100_000_000), "亿"), (Decimal(10_000), "万"))
_EN_LARGE = ((Decimal(1_000_000_000), " billion"), (Decimal(1_000_000), " million"))


def currency(code: str) -> Currency:
    """The currency of an ISO 4217 code. ``Invalid`` names ``currency`` for one that is not in the table."""
    if code not in CURRENCIES:
        raise Invalid("currency", _UNKNOWN.format(code=code, known=", ".join(CURRENCIES)))
    return CURRENCIES[code]


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Money:
    """An exact amount in one currency. Floats are refused and nothing is rounded unless asked for.

    1.50 and 1.5 yuan are equal. Adding or comparing two currencies raises ``Invalid("currency")``.
    """

    amount: Decimal
    currency: Currency = CNY

    def __post_init__(self) -> None:
        object.__setattr__(self, "amount", as_decimal(self.amount, "amount"))

    @classmethod
    def parse(cls, text: str | int | Decimal, code: str = "CNY", field: str = "amount") -> Money:
        """From what a form or file holds. ``Invalid`` names the field."""
        return cls(as_decimal(text, field), currency(code))

    @classmethod
    def from_smallest(cls, count: int, currency: Currency = CNY) -> Money:
        """From a whole number of the smallest coin (分)."""
        return cls(multiply(Decimal(count), currency.smallest, "amount"), currency)

    def in_smallest(self) -> int:
        """The whole number of the smallest coin (分). ``Invalid`` where the amount has a finer part: round it first."""
        coins = Fraction(self.amount) / Fraction(self.currency.smallest)
        if coins.denominator != 1:
            raise Invalid("amount", _NOT_WHOLE.format(amount=grouped(self.amount), step=self.currency.smallest))
        return coins.numerator

    def round_to(self, step: Decimal, rounding: Rounding) -> Money:
        """The amount rounded to a multiple of ``step`` (0.01 分, 1 元, 10000 万元) by a named rule."""
        return Money(round_to(self.amount, step, rounding), self.currency)

    def share(self, part: Fraction | Decimal, step: Decimal, rounding: Rounding) -> Money:
        """A fraction of the amount, computed exactly and rounded once at the end."""
        return Money(round_to(Fraction(self.amount) * Fraction(part), step, rounding), self.currency)

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(add(self.amount, other.amount, "amount"), self.currency)

    def __sub__(self, other: Money) -> Money:
        return self + -other

    def __mul__(self, by: int | Decimal) -> Money:
        return Money(multiply(self.amount, as_decimal(by, "amount"), "amount"), self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return Money(self.amount.copy_negate(), self.currency)

    def __abs__(self) -> Money:
        return Money(self.amount.copy_abs(), self.currency)

    def ratio(self, other: Money) -> Fraction:
        """How many times the other amount this is, exactly. ZeroDivisionError where the other is nothing."""
        self._same(other)
        return Fraction(self.amount) / Fraction(other.amount)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.currency == other.currency and self.amount == other.amount

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.amount < other.amount

    def __hash__(self) -> int:
        return hash((self.currency.code, self.amount))

    def __bool__(self) -> bool:
        return self.amount != 0

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency.code}"

    def text(self, *, large: bool = False, digits: int | None = None) -> Text:
        """For a person: 1,234,567.80元 / CNY 1,234,567.80; ``large`` counts in 万元 and 亿元, millions and billions.

        All digits are shown; with ``digits`` the number shown (not the amount) is rounded half up to so many places.
        """
        zh_scale = _ZH_LARGE if large else ()
        en_scale = _EN_LARGE if large else ()
        zh = f"{self._written(zh_scale, digits)}{self.currency.label.zh}"
        return Text(zh, f"{self.currency.code} {self._written(en_scale, digits)}")

    def _written(self, scales: tuple[tuple[Decimal, str], ...], digits: int | None) -> str:
        scale, word = next((s for s in scales if abs(self.amount) >= s[0]), (Decimal(1), ""))
        number = fraction_to_decimal(Fraction(self.amount) / Fraction(scale), "amount")
        if digits is not None:
            return grouped(round_to(number, Decimal(1).scaleb(-digits), Rounding.HALF_UP)) + word
        if word:
            return grouped(trimmed(number)) + word
        coins = max(self.currency.digits, -_exponent(trimmed(number)))
        return f"{number:,.{coins}f}{word}"

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise Invalid("currency", _MIXED.format(a=self.currency, b=other.currency))


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
