"""A made-up subject with a fact of every type, parameters of every standing, and decisions declared in one call."""

from __future__ import annotations

import types
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from mulberry.decisions import facts
from mulberry.decisions.declare import Decision, amount, require
from mulberry.decisions.facts import Subject
from mulberry.law.basis import Law
from mulberry.law.parameters import Parameter, fixed, missing, parameter
from mulberry.law.text import Text, t

LAW = Law("a-law", t("某法", "A law"), "第1号", since=date(2000, 1, 1))
ARTICLE = LAW.art(1)
AS_OF = date(2026, 11, 21)
WORDS = t("条件", "a condition")


def members(*names: str) -> dict[str, Text]:
    return {name: t(name, name) for name in names}


KINDS = members("small", "middle", "large")
TAGS = members("red", "green", "blue")


class Firm(Subject, kind="enterprise"):
    """Facts of every type, with values small enough to try them all."""

    listed = facts.boolean(t("上市", "Listed"))
    clean = facts.boolean(t("无违法", "Clean"))
    in_zone = facts.boolean(t("区内", "In the zone"))
    staff = facts.integer(t("职工", "Staff"), high=40)
    experts = facts.integer(t("专家", "Experts"), high=40)
    result = facts.integer(t("损益", "Result"), low=-40, high=40)
    turnover = facts.decimal(t("营收", "Turnover"), places=2)
    spending = facts.decimal(t("支出", "Spending"), places=2)
    foreign_share = facts.percent(t("外资比例", "Foreign share"))
    capital = facts.money(t("资本", "Capital"))
    founded_on = facts.day(t("成立日", "Founded on"))
    audited_on = facts.day(t("审计日", "Audited on"))
    paid_on = facts.day(t("缴款日", "Paid on"))
    paid_until = facts.calendar_month(t("缴至", "Paid until"))
    reported_at = facts.moment(t("报告时间", "Reported at"))
    size = facts.choice(t("规模", "Size"), KINDS)
    rating = facts.choice(t("评级", "Rating"), KINDS)
    tags = facts.choices(t("标签", "Tags"), TAGS)
    other_tags = facts.choices(t("其他标签", "Other tags"), TAGS)
    name = facts.words(t("名称", "Name"))
    members = facts.records(
        t("成员", "Members"),
        {
            "domestic": facts.boolean(t("境内", "Domestic")),
            "persons": facts.integer(t("人数", "Persons"), high=40),
            "share": facts.percent(t("比例", "Share")),
            "kind": facts.choice(t("种类", "Kind"), KINDS),
            "joined_on": facts.day(t("加入日", "Joined on")),
        },
    )
    breaches = facts.several(t("违法日", "Breaches"), facts.day(t("日期", "Day")))


class Holder(Subject, kind="person"):
    """Another kind of subject."""

    age = facts.integer(t("年龄", "Age"), unit="year")


LEAST_STAFF = fixed("least_staff", t("最低人数", "Least staff"), 10, ARTICLE)
RATE = fixed("rate", t("比率", "Rate"), Decimal("0.05"), ARTICLE, type="percent")
ODD_RATE = fixed("odd_rate", t("比率", "Rate"), Fraction(2, 37), ARTICLE, type="percent")
UNSETTLED = missing("unsettled", t("未定", "Not established"), ARTICLE)
STEPPED = parameter(
    "stepped",
    t("分期", "By date"),
    (5, None, "2019-12-31", ARTICLE, "confirmed"),
    (15, "2020-01-01", "2024-12-31", ARTICLE, "unconfirmed"),
    (None, "2025-01-01", None, ARTICLE, "missing"),
)
PARAMETERS: tuple[Parameter, ...] = (LEAST_STAFF, RATE, ODD_RATE, UNSETTLED, STEPPED)


def declared(**parts: Any) -> type[Decision[Firm]]:
    """A decision about a firm from its class attributes; title, outcomes and id where none are given."""
    heading = {"id": parts.pop("id", "drawn"), "system": "0.0", "clauses": ("0.1",)}
    base: Any = Decision
    about = parts.pop("about", Firm)
    parts.setdefault("title", t("判定", "A decision"))
    parts.setdefault("result", (("yes", t("是", "Yes")), ("no", t("否", "No"))))
    return types.new_class("Drawn", (base[about],), heading, lambda body: body.update(parts))


def requiring(*conditions: Any, **more: Any) -> type[Decision[Firm]]:
    """A decision that requires some conditions, named r0, r1 …"""
    required = {f"r{place}": require(condition, WORDS, ARTICLE) for place, condition in enumerate(conditions)}
    return declared(**required, **more)


def giving(value: Any, **more: Any) -> type[Decision[Firm]]:
    """A decision that gives one amount, ``given``."""
    return declared(given=amount(value, WORDS, ARTICLE), asked=require(Firm.listed, WORDS, ARTICLE), **more)
