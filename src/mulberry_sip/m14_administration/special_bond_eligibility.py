"""14.5 May special bonds pay for this project / 专项债券投向判定.

A negative list: everything else may apply. Bond money never pays for recurrent spending, interest included.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, require
from mulberry.law.text import t
from mulberry_sip.law.government_bonds import GOB52
from mulberry_sip.m14_administration.bond_facts import BondProject

RULES = GOB52.art("")


class SpecialBondEligibility(Decision[BondProject], id="special-bond-eligibility", system="14.5", clauses="14.4"):
    """Whether special bonds may pay for a project."""

    title = t("专项债券投向判定", "May special bonds pay for this project")
    result = ("eligible", t("可以申报专项债券", "May apply")), ("refused", t("不得使用专项债券", "May not"))

    has_income = require(
        BondProject.has_income,
        t("不是完全无收益的项目", "The project is not without any income"),
        RULES,
    )
    not_on_negative_list = require(
        ~BondProject.project_kind.one_of(
            "office_building", "image_project", "ordinary_property", "competitive_industry"
        ),
        t(
            "不属于楼堂馆所、形象工程、一般房地产和一般竞争性产业",
            "No office building, image project, ordinary property or ordinary competitive industry",
        ),
        RULES,
    )
    no_recurrent_spending = require(
        ~BondProject.spend_items.has_any("wages", "pensions", "running_costs", "interest"),
        t(
            "不用于工资、养老金、运行经费、利息等经常性支出",
            "Nothing is spent on wages, pensions, running costs or interest",
        ),
        RULES,
    )
