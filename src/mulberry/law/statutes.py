"""The general statutes that time is counted by; laws on a subject matter belong to the pack that carries them out."""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.text import t

CIVIL_CODE = Law("civil-code", t("中华人民共和国民法典", "Civil Code"), since=date(2021, 1, 1))
"""Articles 200 to 204: how periods are counted and where they end."""

LICENSING_LAW = Law(
    "licensing-law", t("中华人民共和国行政许可法", "Administrative Licensing Law"), since=date(2004, 7, 1)
)
"""Article 45: time that does not count; article 82: the agency's periods are working days."""

HOLIDAY_MEASURES = Law(
    "holiday-measures",
    t("全国年节及纪念日放假办法", "Measures on National Festivals and Memorial Days"),
    number="国务院令第795号",
    since=date(2025, 1, 1),
)
"""The public holidays, as revised in 2024; the yearly notices arrange the days around them."""
