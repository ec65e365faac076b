"""14.5 Special bonds as project capital / 专项债券作资本金.

Only in listed industries, and only up to a share of what the whole province issues for building projects.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, require
from mulberry.decisions.vocabulary import any_of, as_percent, greatest, ratio, share, value
from mulberry.law.text import t
from mulberry_sip.law.government_bonds import AS_CAPITAL_CEILING, FIELDS_OF_2024, GOB52, OTHER_CAPITAL_INDUSTRIES
from mulberry_sip.m14_administration.bond_facts import BondProject

RULES = GOB52.art("")
USED_AFTER = BondProject.province_bond_as_capital_used_cny + BondProject.request_as_capital_cny


class BondAsCapital(Decision[BondProject], id="bond-as-capital", system="14.5", clauses="14.4"):
    """Whether special bonds may serve as the capital of a project."""

    title = t("专项债券作资本金", "Special bonds as project capital")
    result = ("allowed", t("可以用作资本金", "May serve as capital")), ("refused", t("不可以", "May not"))

    share_after = amount(
        as_percent(ratio(USED_AFTER, BondProject.province_bond_scale_cny)),
        t("批准后全省用作资本金的占比", "Province's share used as capital, if granted"),
        RULES,
    )
    headroom_cny = amount(
        greatest(
            0,
            BondProject.province_bond_scale_cny * AS_CAPITAL_CEILING - BondProject.province_bond_as_capital_used_cny,
        ),
        t("全省尚可用作资本金的金额", "What the province may still use as capital"),
        RULES,
    )

    field_listed = require(
        any_of(
            BondProject.field.one_of("urban_rail", "ports", "roads", "rail", "airports"),
            (BondProject.field != "other") & value(FIELDS_OF_2024),
            (BondProject.field == "other") & value(OTHER_CAPITAL_INDUSTRIES),
        ),
        t("属于可用作资本金的行业", "The field is on the list for capital"),
        RULES,
    )
    within_ceiling = require(
        share(USED_AFTER, BondProject.province_bond_scale_cny) <= AS_CAPITAL_CEILING,
        t(
            "全省用作资本金不超过用于项目建设的专项债券的30%（2024年12月25日前25%）",
            "The province uses at most 30 % of its bonds for building projects as capital (25 before 25 December 2024)",
        ),
        RULES,
    )
