"""Person / 个人: facts that more than one system reads."""

from __future__ import annotations

from mulberry.decisions.facts import Subject, boolean, choice
from mulberry.law.text import t


class Person(Subject, kind="person"):
    """A natural person who works, or means to work, in the park."""

    plan_level = choice(
        t("入选人才计划的最高层级", "Highest talent plan in which the person is listed"),
        {
            "none": t("未入选", "none"),
            "national": t("国家级", "national"),
            "province": t("省级", "provincial"),
            "vice_province": t("副省级城市", "of a city of vice-provincial rank"),
            "city": t("市级", "of the city"),
            "SIP": t("苏州工业园区", "of Suzhou Industrial Park"),
        },
        t("以入选文件或证书为准。", "As the listing document or certificate says."),
        changeable=True,
    )
    work_permit_valid = boolean(
        t("工作许可有效", "Work permit valid"),
        t("外国人来华工作许可，或免办的凭证。", "Foreigner's work permit, or the proof that none is needed."),
        changeable=True,
    )
    residence_valid = boolean(
        t("居留证件有效", "Residence document valid"),
        t("工作类居留许可或永久居留身份证。", "Residence permit for work, or the permanent-residence card."),
        changeable=True,
    )
