"""2.3A When a major hazard is assessed again / 重大危险源重新评估."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, amount, coherent, require, warn
from mulberry.decisions.expression import AS_OF
from mulberry.decisions.facts import Subject, choices, day
from mulberry.decisions.vocabulary import add_years, in_force, is_empty
from mulberry.law.text import t
from mulberry_sip.law.major_hazards import HAZARDOUS_CHEMICALS_LAW, ORDER_40, REASSESSMENT_YEARS


class HazardUnit(Subject, kind="unit"):
    """A unit that is a major hazard."""

    last_assessed_on = day(
        t("上次安全评估完成日期", "Day of the last assessment"),
        t("以安全评估报告完成之日为准。", "The day on which the assessment report was finished."),
    )
    triggers = choices(
        t("评估后发生的情形", "What has happened since"),
        {
            "new_or_extended_works": t("新建、改建、扩建", "new, altered or extended works"),
            "change_affecting_grade": t(
                "种类、数量、工艺等变化，影响级别或风险", "a change of kind, quantity or process that affects the grade"
            ),
            "outside_conditions_changed": t("外界环境变化，影响级别或风险", "a change of the surroundings"),
            "accident": t("发生伤亡或影响大的事故", "an accident"),
            "standard_changed": t("有关标准发生变化", "a change of the standard"),
        },
        t("没有则不选，并提交空项。", "Choose none if there was none."),
    )


class MajorHazardReassessment(Decision[HazardUnit], id="major-hazard-reassessment", system="2.3A", clauses="2.3"):
    """Whether a major hazard must be identified, assessed and graded anew."""

    title = t("重大危险源重新评估", "Must the major hazard be assessed again?")

    not_assessed_in_the_future = coherent(
        HazardUnit.last_assessed_on <= AS_OF,
        HazardUnit.last_assessed_on,
        t("评估日期晚于判定日期，请核对", "the assessment lies after the day asked about; check both"),
    )

    reassess_by = amount(
        add_years(HazardUnit.last_assessed_on, REASSESSMENT_YEARS),
        t("最迟重新评估之日", "Last day of the three years"),
        ORDER_40.art("11(1)"),
    )
    assessed_within_three_years = require(
        reassess_by >= AS_OF,
        t("上次评估未满三年", "The last assessment is no older than three years"),
        ORDER_40.art("11(1)"),
    )
    no_trigger = require(
        is_empty(HazardUnit.triggers),
        t("没有须重新评估的情形", "Nothing has happened that calls for a new one"),
        ORDER_40.art(11),
    )

    result = (
        ("not_due", t("无须重新评估", "No new assessment is due")),
        ("due", t("须重新辨识、评估、分级，并重新备案", "Identify, assess, grade and file anew")),
    )

    confirm_new_law = warn(
        in_force(HAZARDOUS_CHEMICALS_LAW),
        t(
            "危险化学品安全法已施行，其重大危险源条款尚未核对；请先向应急管理部门确认。",
            "The Hazardous Chemicals Safety Law is in force and its articles on major hazards have not been read: ask "
            "the emergency bureau first.",
        ),
        HAZARDOUS_CHEMICALS_LAW.art(""),
    )
