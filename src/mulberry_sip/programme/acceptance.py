"""X.2 What the agency must do with a licence application / 行政许可申请受理判定."""

from __future__ import annotations

from mulberry.decisions.declare import Decision, first, require, route
from mulberry.decisions.facts import Subject, boolean, choice
from mulberry.law.statutes import LICENSING_LAW
from mulberry.law.text import t


class Application(Subject, kind="application"):
    """An application that has come in."""

    licence_needed = boolean(t("依法需要取得行政许可", "A licence is needed by law"))
    within_authority = boolean(t("属于本机关职权范围", "The matter is within this agency's powers"))
    materials_state = choice(
        t("申请材料", "Materials"),
        {
            "complete": t("齐全、符合法定形式", "complete and in due form"),
            "fixable_on_spot": t("有可以当场更正的错误", "with errors that can be put right on the spot"),
            "incomplete": t("不齐全或者不符合法定形式", "incomplete or not in due form"),
        },
    )


class LicenceAcceptance(Decision[Application], id="licence-acceptance", system="X.2", clauses=("13.1", "C.5")):
    """One of five answers, in the order in which the law gives them."""

    title = t("行政许可申请受理判定", "What the agency must do with a licence application")

    licence_needed = require(
        Application.licence_needed,
        t("申请事项依法需要取得行政许可", "The matter needs a licence by law"),
        LICENSING_LAW.art("32(1)"),
    )
    within_authority = require(
        Application.within_authority,
        t("申请事项属于本机关职权范围", "The matter is within this agency's powers"),
        LICENSING_LAW.art("32(2)"),
    )
    materials_complete = require(
        Application.materials_state == "complete",
        t("申请材料齐全、符合法定形式", "The materials are complete and in due form"),
        LICENSING_LAW.art("32(5)"),
    )

    result = first(
        route(
            "tell_not_needed",
            t("即时告知不受理：不需要取得许可", "Say at once that no licence is needed; do not accept"),
            ~licence_needed,
        ),
        route(
            "refer_to_competent_body",
            t("即时决定不予受理，并告知向有关机关申请", "Decline at once and name the competent body"),
            ~within_authority,
        ),
        route("accept", t("受理，出具书面凭证", "Accept, with a dated and sealed voucher"), materials_complete),
        route(
            "let_fix_on_spot",
            t("允许当场更正", "Let the applicant put it right on the spot"),
            Application.materials_state == "fixable_on_spot",
        ),
        otherwise=(
            "correct_once",
            t(
                "当场或五个工作日内一次告知全部补正内容",
                "Tell everything that is missing, once, on the spot or within five working days",
            ),
        ),
    )
