"""How values are written for a person."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from mulberry.law.month import Month
from mulberry.law.text import t
from mulberry.record import fields
from mulberry.record.fields import Fields
from mulberry_web.page.written import field_text, value_text


@pytest.mark.parametrize(
    ("value", "unit", "type_name", "zh", "en"),
    [
        (date(2026, 11, 21), "", "", "2026年11月21日", "21 Nov 2026"),
        ("2026-11-21", "", "date", "2026年11月21日", "21 Nov 2026"),
        (datetime.fromisoformat("2026-11-21T09:05"), "", "", "2026年11月21日 09:05", "21 Nov 2026, 09:05"),
        (Month(2026, 2), "", "", "2026年2月", "Feb 2026"),
        ("2026-02", "", "month", "2026年2月", "Feb 2026"),
        (1_234_567, "", "", "1,234,567", "1,234,567"),
        (2027, "", "", "2027", "2027"),
        (Decimal("1234567.50"), "CNY", "money", "1,234,567.5元", "1,234,567.5 CNY"),
        (20, "working-day", "", "20个工作日", "20 working days"),
        (1, "working-day", "", "1个工作日", "1 working day"),
        (Decimal("0.05"), "", "percent", "5%", "5%"),
        (Fraction(2, 3), "", "", "2/3", "2/3"),
        (7, "no-such-unit", "", "7 no-such-unit", "7 no-such-unit"),
        (True, "", "", "是", "Yes"),
        (None, "", "", "未知", "Unknown"),
        ("", "", "", "（无）", "(none)"),
        (("甲", "乙"), "", "", "甲、乙", "甲, 乙"),
        ((), "", "", "（无）", "(none)"),
    ],
)
def test_a_value_is_written_in_both_languages(value: Any, unit: str, type_name: str, zh: str, en: str) -> None:
    told = value_text(value, unit, type_name)
    assert (told.zh, told.en) == (zh, en)


def test_a_member_is_written_by_its_name() -> None:
    field = fields.choice(t("行业", "Sector"), {"silk": t("丝绸", "silk")})
    assert field_text(field, "silk") == t("丝绸", "silk")


def test_records_are_written_with_the_titles_of_their_parts() -> None:
    field = fields.many(
        t("厂区", "Sites"),
        Fields(place=fields.text(t("地点", "Place")), area=fields.whole(t("面积", "Area"), unit="m2")),
    )
    told = field_text(field, ({"place": "苏州", "area": 12_000}, {"place": "昆山", "area": None}))
    assert told.zh == "地点：苏州；面积：12,000平方米／地点：昆山"
    assert told.en == "Place: 苏州; Area: 12,000 m² / Place: 昆山"
