"""Shares as indicators give them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from mulberry.errors import Invalid
from mulberry.law.text import t

PLACES = Decimal("0.00000001")
PRECISE = Context(prec=40)
MORE_THAN_ALL = t(
    "{field}：{part} 多于总数 {whole}，请核对。", "{field}: {part} is more than the total of {whole}; check both."
)


def rate(part: int | Decimal, whole: int | Decimal, field: str) -> Decimal | None:
    """A part of a total, 1 being all, to eight places; ``None`` of nothing. ``Invalid`` names ``field``, the part."""
    if part > whole:
        raise Invalid(field, MORE_THAN_ALL.format(field=field, part=part, whole=whole))
    return PRECISE.divide(Decimal(part), Decimal(whole)).quantize(PLACES, ROUND_HALF_UP) if whole else None
