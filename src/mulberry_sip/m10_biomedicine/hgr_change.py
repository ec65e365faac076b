"""10.4 Whether a change to an approved project needs an application / 人类遗传资源事项变更."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, finding, first, route
from mulberry.decisions.facts import Subject, boolean, choice, integer
from mulberry.decisions.vocabulary import value
from mulberry.law.text import t
from mulberry_sip.law.human_genetic_resources import CHANGE_TOLERANCE, HGR_REGULATION, HGR_RULES


class HgrChange(Subject, kind="project"):
    """One change to what was approved or filed."""

    change_kind = choice(
        t("变更事项", "What changes"),
        {
            "quantity": t("数量", "the quantity"),
            "purpose": t("研究目的", "the purpose"),
            "content": t("研究内容", "the content"),
            "partner": t("合作方", "a partner"),
            "term": t("合作期限", "the term"),
            "other_participant": t("合作方以外的参与单位", "another participant"),
            "partner_name": t("合作方名称", "a partner's name"),
            "plan_within_approval": t(
                "研究方案，未涉及种类、数量、用途或未超出已批准范围",
                "the plan, within kinds, quantities and uses approved",
            ),
        },
        t("一次判定一个事项。", "One change at a time."),
    )
    approved_quantity = integer(t("获批数量", "Quantity approved"))
    cumulative_quantity = integer(
        t("变更后的累计总量", "Total after this change"),
        t("含以前各次变更。", "With all earlier changes."),
    )
    plan_changed = boolean(
        t("研究方案的变化涉及种类、数量或用途", "The plan changes in kinds, quantity or use"),
        t("方案不变，只是同种类、同用途的数量增减，答“否”。", "The same plan with more or less of the same kind: no."),
    )


QUANTITY = HgrChange.change_kind == "quantity"


class HgrChangeNeeded(Decision[HgrChange], id="hgr-change", system="10.4", clauses="10.4"):
    """Nothing, a written explanation, or an approval of the change."""

    title = t("人类遗传资源事项变更", "Does this change need an application")

    within_ten_percent = finding(
        HgrChange.cumulative_quantity <= HgrChange.approved_quantity * (1 + value(CHANGE_TOLERANCE)),
        t("累计总量不超过获批数量的110%", "The total is at most 10 % over the quantity approved"),
        HGR_RULES.art(47),
    )
    plan_unchanged = finding(
        ~HgrChange.plan_changed,
        t("研究内容、方案不变", "Content and plan stay as they are"),
        HGR_RULES.art(47),
    )
    not_essential_item = finding(
        ~HgrChange.change_kind.one_of("purpose", "content", "partner", "term"),
        t("不是合作方、研究目的、研究内容、合作期限", "Not the partners, the purpose, the content or the term"),
        [HGR_REGULATION.art(23), HGR_RULES.art(44)],
    )

    reduced = QUANTITY & (HgrChange.cumulative_quantity <= HgrChange.approved_quantity)

    result = first(
        route(
            "change_approval",
            t("须办理变更审批", "The change needs approval"),
            ~not_essential_item | QUANTITY & ~within_ten_percent,
        ),
        route("none", t("减少数量或未超出，无须办理", "Not more than approved: nothing to do"), reduced),
        route(
            "change_approval",
            t("须办理变更审批", "The change needs approval"),
            QUANTITY & ~plan_unchanged,
        ),
        otherwise=("explanation", t("无须变更审批，书面说明即可", "No approval: a written explanation is enough")),
    )
