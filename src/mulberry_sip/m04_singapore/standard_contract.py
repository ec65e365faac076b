"""4.2.2 Filing of a standard contract for the export of personal information / 个人信息出境标准合同备案."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.procedures import (
    WORKING_DAY,
    Fields,
    Procedure,
    Refusal,
    Warning,
    branch,
    clock,
    command,
    document,
    figure,
    guard,
    role,
    state,
)
from mulberry.record.fields import choice, day, many, text
from mulberry_sip.law.data_export import (
    CAC_ORDER_13,
    CONTRACT_CHECK_DAYS,
    CONTRACT_FILING_DAYS,
    CONTRACT_FILING_GUIDE,
    CONTRACT_SUPPLY_DAYS,
    PIPL,
)

PIPIA_MISSING = Refusal(
    "pipia_missing",
    t(
        "备案须附个人信息保护影响评估报告，请先完成评估。",
        "A filing needs the personal information protection impact assessment; make it first.",
    ),
    CAC_ORDER_13.art(7),
)
CONTRACT_NOT_IN_EFFECT = Refusal(
    "contract_not_in_effect",
    t("标准合同于{from_}生效，生效后方可备案。", "The contract takes effect on {from_}; file it from that day on."),
    CAC_ORDER_13.art(7),
)

exporter = role("exporter", t("个人信息处理者", "Exporter"), applicant=True)
provincial_cac = role("provincial_cac", t("省级网信部门", "Provincial cyberspace administration"))

CHANGES = {
    "purpose": t("目的", "purpose"),
    "scope": t("范围", "scope"),
    "type": t("种类、敏感程度", "kind or sensitivity"),
    "place": t("境外保存地点", "place of storage abroad"),
    "period": t("境外保存期限", "period of storage abroad"),
    "recipient_law": t("境外接收方所在地法律政策", "law and policy of the recipient's place"),
}
OUTCOMES = {"filed": t("予以备案", "filed"), "refused": t("不予备案", "refused")}


class StandardContractFiling(
    Procedure, id="pi-standard-contract-case", system="4.2.2", clauses=("4.1",), subject="enterprise"
):
    title = t("个人信息出境标准合同备案", "Filing of a standard contract")
    rests_on = (PIPL.art(38), PIPL.art(55))

    draft = state(t("草稿", "Draft"), draft=True)
    submitted = state(t("已提交", "Submitted"))
    correcting = state(t("待补充完善", "To be completed"))
    filed = state(t("已备案", "Filed"), end=True)
    refused = state(t("不予备案", "Refused"), end=True)
    superseded = state(t("须重新备案", "Superseded: to be filed anew"), end=True)

    filing = clock(
        t("合同生效后备案期限", "Time limit to file"),
        CONTRACT_FILING_DAYS,
        WORKING_DAY,
        acts=exporter,
        counts_from="contract_effective_on",
        basis=CAC_ORDER_13.art(7),
    )
    check = clock(
        t("备案材料查验期限", "Time limit to check the filing"),
        CONTRACT_CHECK_DAYS,
        WORKING_DAY,
        acts=provincial_cac,
        runs_in=(submitted,),
        main=True,
        basis=CONTRACT_FILING_GUIDE.art(""),
    )
    completion = clock(
        t("补充完善材料的期限", "Time limit to complete the filing"),
        CONTRACT_SUPPLY_DAYS,
        WORKING_DAY,
        acts=exporter,
        runs_in=(correcting,),
        basis=CONTRACT_FILING_GUIDE.art(""),
    )

    file_by = figure(t("最后备案日", "Last day to file"), lambda look: look.due("filing"))
    in_time = figure(t("是否按期备案", "Filed in time"), lambda look: not look.late("filing"))

    submit = command(
        exporter,
        start=True,
        to=submitted,
        meets=(filing,),
        takes=Fields(
            exporter=text(t("个人信息处理者", "Exporter")),
            recipient=text(t("境外接收方", "Recipient abroad")),
            contract_effective_on=day(t("标准合同生效日", "Day on which the contract takes effect")),
            pipia=text(t("个人信息保护影响评估报告编号", "Number of the impact assessment"), absent=PIPIA_MISSING),
        ),
        guards=(
            guard(
                lambda scene: scene.given["contract_effective_on"] <= scene.on,
                CONTRACT_NOT_IN_EFFECT,
                lambda scene: {"from_": scene.given["contract_effective_on"]},
            ),
        ),
        documents=(
            document("contract", t("标准合同", "The standard contract"), CAC_ORDER_13.art(7)),
            document("pipia", t("个人信息保护影响评估报告", "The impact assessment"), CAC_ORDER_13.art(7)),
        ),
        basis=CAC_ORDER_13.art(7),
    )
    correct = command(
        provincial_cac,
        from_=submitted,
        to=correcting,
        takes=Fields(missing=many(t("需补充完善的材料", "What is to be completed"), least=1)),
        basis=CONTRACT_FILING_GUIDE.art(""),
    )
    supply = command(
        exporter,
        from_=correcting,
        to=submitted,
        takes=Fields(documents=many(t("补充完善的材料", "Documents supplied"), least=1)),
        basis=CONTRACT_FILING_GUIDE.art(""),
    )
    decide_ = command(
        provincial_cac,
        from_=submitted,
        to=branch("outcome", {"filed": filed, "refused": refused}),
        takes=Fields(outcome=choice(t("备案结果", "Outcome"), OUTCOMES), reason=text(t("理由", "Reason"))),
        marks="decided_on",
        basis=CONTRACT_FILING_GUIDE.art(""),
    )
    report = command(
        exporter,
        from_=filed,
        to=superseded,
        title=t("报告变更", "Report a change"),
        takes=Fields(change=choice(t("变更事项", "What has changed"), CHANGES)),
        warns=(
            Warning(
                "file_anew",
                t(
                    "须重新开展影响评估，补充或重新订立合同，并重新备案。",
                    "Assess the impact anew, amend or renew the contract, and file again.",
                ),
                lambda _: True,
            ),
        ),
        basis=CAC_ORDER_13.art(8),
    )
