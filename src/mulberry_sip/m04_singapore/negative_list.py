"""4.2.2 Negative list of the free-trade zone for data exports / 自贸试验区数据出境负面清单.

Made by the zone, approved by the provincial cyberspace commission, filed with the national authorities (Order 16 art.
6). What is approved is not changed any more: a change is a new version with a number of its own that replaces the old.
"""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.record.fields import choice, day, many, text
from mulberry.registers import Fields, Refusal, Register, change, in_states, moves, role, shown, state
from mulberry_sip.law.data_export import CAC_ORDER_16

APPROVAL_MISSING = Refusal(
    "approval_missing",
    t(
        "负面清单须先经省级网络安全和信息化委员会批准，再报国家网信部门、国家数据管理部门备案。",
        "The provincial cyberspace commission must approve the list before it is filed with the national authorities.",
    ),
    CAC_ORDER_16.art(6),
)
NEW_VERSION_NEEDED = Refusal(
    "new_version_needed",
    t("已批准的内容不得改动；请另行登记新版本。", "What was approved is not changed; enter a new version."),
    CAC_ORDER_16.art(6),
)

ftz_officer = role("ftz_officer", t("自贸片区管理人员", "Officer of the free-trade zone"))

ROUTES = {
    "security_assessment": t("安全评估", "security assessment"),
    "standard_contract_or_certification": t("标准合同或认证", "standard contract or certification"),
    "exempt": t("免予", "exempt"),
}


class DataNegativeList(Register, id="data-negative-list", system="4.2.2", clauses=("4.1",), subject="matter"):
    title = t("自贸试验区数据出境负面清单", "Negative list of the free-trade zone")

    drafted = state(t("已拟订", "Drafted"))
    approved = state(t("已批准", "Approved"))
    filed = state(t("已备案", "Filed"), end=True)
    replaced = state(t("已被替代", "Replaced"), end=True)

    enter = change(
        ftz_officer,
        start=True,
        to=drafted,
        takes=Fields(
            sector=text(t("行业", "Sector"), length=200),
            scenario=text(t("业务场景", "Scenario")),
            route=choice(t("出境路径", "Route"), ROUTES),
            version_on=day(t("版本日期", "Date of the version")),
            data_items=many(t("数据项", "Data items"), optional=True),
            threshold=text(t("数量标准", "Threshold"), optional=True),
        ),
        basis=CAC_ORDER_16.art(6),
    )
    amend = change(
        ftz_officer,
        from_=drafted,
        first=(in_states(NEW_VERSION_NEEDED, approved, filed, replaced),),
        takes=Fields(
            threshold=text(t("数量标准", "Threshold"), optional=True),
            route=choice(t("出境路径", "Route"), ROUTES, optional=True),
        ),
        basis=CAC_ORDER_16.art(6),
    )
    move = moves(
        ftz_officer,
        allows={drafted: (approved,), approved: (drafted, filed), filed: (replaced,)},
        refuses={(drafted, filed): APPROVAL_MISSING},
        takes=Fields(
            approval_no=text(t("批准文号", "Number of the approval"), optional=True),
            replaced_by=text(t("替代的版本编号", "Version that takes its place"), length=100, optional=True),
        ),
        basis=CAC_ORDER_16.art(6),
    )

    public = shown(
        t("公开版本", "Public version"), "sector", "scenario", "route", "threshold", "data_items", "version_on"
    )
