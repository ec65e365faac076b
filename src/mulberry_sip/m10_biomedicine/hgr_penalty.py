"""10.4 What a breach of the rules on human genetic resources may cost / 人类遗传资源违法责任.

Where the illegal gain reaches a million, the fine is a multiple of it. Persons in charge answer too, and the worst
cases bring a ban of one to five years or for ever; that is told, not computed.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, finding, first, route, warn
from mulberry.decisions.expression import ite
from mulberry.decisions.facts import Subject, choice, money
from mulberry.decisions.vocabulary import score
from mulberry.law.text import t
from mulberry_sip.law.human_genetic_resources import (
    BIOSECURITY_LAW,
    FINE_HIGH,
    FINE_HIGH_DUTIES,
    FINE_HIGH_GRAVE,
    FINE_HIGH_LATE,
    FINE_LOW,
    FINE_LOW_GRAVE,
    FOREIGN_TIMES_HIGH,
    FOREIGN_TIMES_LOW,
    GAIN_LINE,
    HGR_REGULATION,
    TIMES_HIGH,
    TIMES_LOW,
)


class HgrBreach(Subject, kind="project"):
    """One breach."""

    hgr_breach = choice(
        t("违法情形", "Breach"),
        {
            "no_approval_or_filing": t("未经批准、未通过安全审查或未备案", "no approval, security review or filing"),
            "false_papers": t("以虚假材料等骗取许可", "a licence got by false papers"),
            "no_ethics_consent_or_report": t(
                "未经伦理审查、未取得知情同意或未事先报告", "no ethics review, consent or prior report"
            ),
            "late_report": t("未及时提交报告或未完整记录", "a report late, or records incomplete"),
            "foreign_party_act": t("外方单位采集、保藏、对外提供", "a foreign party collects, preserves or provides"),
            "trade": t("买卖人类遗传资源", "trade in human genetic resources"),
        },
    )
    illegal_gain_cny = money(t("违法所得", "Illegal gain"))


BREACH = HgrBreach.hgr_breach
ARTICLES = [HGR_REGULATION.art("36-42"), BIOSECURITY_LAW.art(79), BIOSECURITY_LAW.art(80)]


class HgrPenalty(Decision[HgrBreach], id="hgr-penalty", system="10.4", clauses="10.4"):
    """The kind of sanction and the range of the fine on the unit."""

    title = t("人类遗传资源违法责任", "Penalties under the human-genetic-resources rules")

    gain_under_one_million = finding(
        HgrBreach.illegal_gain_cny < GAIN_LINE,
        t("违法所得不足100万元", "The illegal gain is under 1,000,000"),
        ARTICLES,
    )

    by_gain = ~gain_under_one_million & ~BREACH.one_of("false_papers", "late_report")
    fine_min_cny = amount(
        ite(
            by_gain,
            HgrBreach.illegal_gain_cny * ite(BREACH == "foreign_party_act", FOREIGN_TIMES_LOW, TIMES_LOW),
            score(
                BREACH,
                {"late_report": 0, "foreign_party_act": FINE_LOW_GRAVE, "trade": FINE_LOW_GRAVE},
                default=FINE_LOW,
            ),
        ),
        t("罚款下限", "Least fine"),
        ARTICLES,
    )
    fine_max_cny = amount(
        ite(
            by_gain,
            HgrBreach.illegal_gain_cny * ite(BREACH == "foreign_party_act", FOREIGN_TIMES_HIGH, TIMES_HIGH),
            score(
                BREACH,
                {
                    "no_approval_or_filing": FINE_HIGH,
                    "false_papers": FINE_HIGH,
                    "no_ethics_consent_or_report": FINE_HIGH_DUTIES,
                    "late_report": FINE_HIGH_LATE,
                    "foreign_party_act": FINE_HIGH_GRAVE,
                    "trade": FINE_HIGH_GRAVE,
                },
            ),
        ),
        t("罚款上限", "Highest fine"),
        [*ARTICLES, HGR_REGULATION.art(40)],
    )

    result = first(
        route(
            "warning_or_fine",
            t("责令改正，警告，可以并处罚款", "Correction, a warning, and perhaps a fine"),
            BREACH == "late_report",
        ),
        route(
            "revoke_and_bar",
            t("撤销许可，罚款，五年内不受理申请", "The licence is revoked, a fine, and no application for five years"),
            BREACH == "false_papers",
        ),
        otherwise=("fine", t("责令停止，没收，罚款", "Stop, confiscation and a fine")),
    )

    persons_answer_too = warn(
        BREACH != "late_report",
        t(
            "责任人员另可受处分、没收所得和罚款；情节严重的单位和个人可被禁止从事相关活动一至五年，直至永久。",
            "Those responsible may be fined too; in serious cases unit and persons are barred for one to five years "
            "or for ever.",
        ),
        [HGR_REGULATION.art(43), BIOSECURITY_LAW.art(79)],
    )
