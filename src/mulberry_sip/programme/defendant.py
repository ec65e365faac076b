"""X.2 Who is sued for an act of a development zone / 开发区行政诉讼被告."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, require
from mulberry.decisions.facts import Subject, boolean, choice
from mulberry.law.text import t
from mulberry_sip.law.review import LITIGATION_INTERPRETATION


class ZoneAct(Subject, kind="administrative act"):
    """An act that somebody attributes to a development zone."""

    act_by_zone_body = boolean(
        t("由开发区管理机构作出", "Made by the zone's administrative body"),
        t("园区的管理机构是园区管理委员会。", "In the park that is its administrative committee."),
    )
    own_name = boolean(t("以自己的名义作出", "Made in its own name"))
    zone_approved_by = choice(
        t("批准设立开发区的机关", "Who approved the zone"),
        {
            "state_council": t("国务院", "the State Council"),
            "province": t("省级人民政府", "a provincial government"),
            "other": t("其他机关", "another body"),
        },
    )


class LitigationDefendant(Decision[ZoneAct], id="litigation-defendant", system="X.2", clauses="C.5"):
    """Whether the zone's administrative body is itself the defendant."""

    title = t("开发区行政诉讼被告", "Who is sued for an act of a development zone")

    act_by_zone_body = require(
        ZoneAct.act_by_zone_body,
        t("行政行为由开发区管理机构作出", "The act was made by the zone's administrative body"),
        LITIGATION_INTERPRETATION.art(21),
    )
    own_name = require(
        ZoneAct.own_name,
        t("以该机构自己的名义作出", "It was made in that body's own name"),
        LITIGATION_INTERPRETATION.art(21),
    )
    zone_approved_high_enough = require(
        ZoneAct.zone_approved_by.one_of("state_council", "province"),
        t("开发区由国务院或省级人民政府批准设立", "The zone was approved by the State Council or a province"),
        LITIGATION_INTERPRETATION.art(21),
    )

    result = (
        ("zone_body", t("以开发区管理机构为被告", "The zone's administrative body is the defendant")),
        (
            "not_the_zone_body",
            t(
                "不以开发区管理机构为被告；由作出行为或设立该机构的机关应诉",
                "Not the zone's body: the body that acted, or that set the zone's body up, is sued",
            ),
        ),
    )
