"""14.5 Is the project's capital enough / 项目资本金.

Debt presented as capital is refused whatever else is there; it does not count towards the capital either.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, first, require, route
from mulberry.decisions.vocabulary import share
from mulberry.law.text import t
from mulberry_sip.law.government_bonds import CAPITAL_26, CAPITAL_51
from mulberry_sip.m14_administration.bond_facts import BondProject


class ProjectCapital(Decision[BondProject], id="project-capital", system="14.5", clauses="14.4"):
    """Whether a project has the capital its kind needs."""

    title = t("项目资本金", "Is the project's capital enough")

    capital_cny = amount(
        BondProject.capital_fiscal_cny + BondProject.capital_own_cny + BondProject.capital_bond_cny,
        t("合格资本金合计", "Capital that counts"),
        CAPITAL_26.art(""),
    )
    no_debt_as_capital = require(
        BondProject.capital_loan_cny == 0,
        t("没有以借款充当资本金", "No borrowed money is presented as capital"),
        CAPITAL_26.art(""),
    )
    capital_ratio = require(
        share(capital_cny, BondProject.total_investment_cny) >= BondProject.capital_ratio_required,
        t("资本金不低于最低比例", "The capital reaches the least share"),
        [CAPITAL_51.art(""), CAPITAL_26.art("")],
    )

    result = first(
        route("refused", t("以债务充当资本金，不予认可", "Debt as capital: refused"), ~no_debt_as_capital),
        route("enough", t("资本金足额", "Enough"), capital_ratio),
        otherwise=("short", t("资本金不足", "Short")),
    )
