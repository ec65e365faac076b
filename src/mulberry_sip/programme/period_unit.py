"""X.1 Which unit a statutory period is counted in / 期间单位判定.

What a law names as working days is counted in working days, everything else in calendar days. The Licensing Law speaks
only of the agency's periods. The applicant's are counted in the applicant's favour: a time to act is longer in working
days, while the thirty days that a request must come *before* the expiry are shorter in calendar days.
"""

from __future__ import annotations

from mulberry.decisions.declare import Decision, finding, first, require, route
from mulberry.decisions.facts import Subject, choice, integer
from mulberry.decisions.vocabulary import among
from mulberry.law.statutes import CIVIL_CODE, LICENSING_LAW
from mulberry.law.text import t
from mulberry_sip.law.licensing import RECONSIDERATION_LAW
from mulberry_sip.law.review import PENALTY_LAW


class Period(Subject, kind="period"):
    """A period that some law sets."""

    law = choice(
        t("设定期间的法律", "Law that sets the period"),
        {
            "licensing_law": LICENSING_LAW.title,
            "reconsideration_law": RECONSIDERATION_LAW.title,
            "penalty_law": PENALTY_LAW.title,
            "civil_code": CIVIL_CODE.title,
        },
    )
    period_days = integer(t("期间日数", "Days of the period"), unit="day", low=1)
    acts_by = choice(
        t("由谁在期间内行为", "Who must act within it"),
        {"agency": t("行政机关", "the agency"), "applicant": t("申请人", "the applicant")},
    )


class PeriodUnit(Decision[Period], id="period-unit", system="X.1", clauses=("13.1", "C.5", "C.6")):
    """Working days or calendar days."""

    title = t("期间单位判定", "Which unit a statutory period is counted in")

    named_as_working_days = require(
        ((Period.law == "licensing_law") & (Period.acts_by == "agency"))
        | ((Period.law == "reconsideration_law") & among(Period.period_days, 3, 5, 7, 10))
        | ((Period.law == "penalty_law") & among(Period.period_days, 2, 3, 5, 7)),
        t("法律规定该期间以工作日计算", "The law names the period as working days"),
        [LICENSING_LAW.art(50), LICENSING_LAW.art(82), RECONSIDERATION_LAW.art(88), PENALTY_LAW.art(85)],
    )
    # Whoever acts: the agency's own thirty days are named as working days above.
    in_the_applicants_favour = finding(
        (Period.law == "licensing_law") & (Period.period_days != 30),
        t("不是申请人须在届满前三十日提出的期间", "Not the thirty days by which a request must come before an expiry"),
        LICENSING_LAW.art(50),
    )

    result = first(
        route(
            "working-day",
            t("按工作日计算", "In working days"),
            named_as_working_days | in_the_applicants_favour,
        ),
        otherwise=("calendar-day", t("按自然日计算", "In calendar days")),
    )
