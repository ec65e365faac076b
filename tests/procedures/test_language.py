"""The language of declaration: second persons, given counts, shapes, follow-ups, and what static checks find."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mulberry.instrument import Instrument
from mulberry.law.basis import Law
from mulberry.law.calendar_years import CHINA
from mulberry.law.parameters import fixed, missing
from mulberry.law.text import t
from mulberry.procedures import (
    ALREADY_DONE,
    CALENDAR_DAY,
    WORKING_DAY,
    Fields,
    Procedure,
    branch,
    clock,
    command,
    given,
    role,
    silence,
    state,
    until,
)
from mulberry.procedures.check import findings
from mulberry.record import fields as f
from mulberry.record.events import LAW, Actor, Command, Context
from mulberry.record.memory import Programme
from tests.procedures.scenarios import Office

RULE = Law("test-rule", t("试行规则", "Test rule"), since=date(2020, 1, 1))
TEN = fixed("test.ten", t("十日", "Ten days"), 10, RULE.art(1), unit="working-day")
UNKNOWN = missing("test.unknown", t("未定", "Not established"), RULE.art(2), unit="working-day")
clerk = role("clerk", t("经办", "Clerk"))
head = role("head", t("负责人", "Head"))
firm = role("firm", t("企业", "Firm"), applicant=True)
OUTCOMES = {"granted": t("同意", "granted"), "refused": t("不同意", "refused")}


class Shape(Procedure):
    """What several procedures of one rule share."""

    asked = state(t("已申请", "Asked"))
    open_notice = state(t("公示中", "On notice"))
    agreed = state(t("已同意", "Agreed"), end=True)
    denied = state(t("不同意", "Denied"), end=True)
    ask = command(firm, start=True, to=asked, title=t("申请", "Ask"), basis=RULE.art(1))


class Notice(Shape, id="test-notice", system="0", clauses=("1.1",), subject="matter", version=3):
    title = t("公示", "Notice")

    answering = clock(t("答复", "Answer"), UNKNOWN, WORKING_DAY, acts=clerk, runs_in=(Shape.asked,), basis=RULE.art(2))
    notice = clock(
        t("公示期", "Notice"),
        given("days"),
        CALENDAR_DAY,
        acts=head,
        runs_in=(Shape.open_notice,),
        first_day_counts=True,
        basis=RULE.art(3),
    )
    publish = command(
        clerk,
        from_=Shape.asked,
        to=Shape.open_notice,
        takes=Fields(days=f.whole(t("天数", "Days"), low=1, high=90)),
        basis=RULE.art(3),
    )
    propose = command(
        clerk, head, from_=Shape.open_notice, title=t("拟办", "Propose"), once=ALREADY_DONE, basis=RULE.art(4)
    )
    decide_ = command(
        clerk,
        head,
        from_=Shape.open_notice,
        to=branch("outcome", {"granted": Shape.agreed, "refused": Shape.denied}),
        takes=Fields(outcome=f.choice(t("决定", "Outcome"), OUTCOMES)),
        other_than=("propose",),
        basis=RULE.art(4),
    )  # fmt: skip


@pytest.fixture
def office() -> Office:
    office = Office(Notice)
    office.do("2023-06-01", "firm", "ask", id="N1")
    return office


def test_a_procedure_is_an_instrument_and_a_machine() -> None:
    assert isinstance(Notice, Instrument)
    assert (Notice.id, Notice.kind.value, Notice.clauses) == ("test-notice", "procedure", ("1.1",))
    assert TEN not in Notice.parameters
    assert UNKNOWN in Notice.parameters
    assert RULE.art(4) in Notice.bases
    assert Notice.applicant_roles == {"firm"}


def test_a_shape_gives_its_parts_to_every_procedure_of_its_rule() -> None:
    assert list(Notice.commands) == ["ask", "publish", "propose", "decide"]
    assert set(Notice.states) == {"asked", "open_notice", "agreed", "denied"}


def test_a_case_keeps_the_version_it_began_under(office: Office) -> None:
    assert office.see("2023-06-01", "case", id="N1")["version"] == 3


def test_a_missing_number_leaves_the_day_open_and_says_which(office: Office) -> None:
    seen = office.see("2023-06-01", "case", id="N1")
    assert (seen["due"], seen["needed"], seen["clock"]) == (None, ["param:test.unknown"], "running")
    known = Office(Notice, programme=Programme([Notice], Context(CHINA, parameters={"test.unknown": 5})))
    assert known.do("2026-03-02", "firm", "ask", id="N1")["due"] == "2026-03-09"


def test_a_notice_counts_its_first_day(office: Office) -> None:
    assert office.do("2023-06-07", "clerk", "publish", id="N1", days=7)["due"] == "2023-06-13"


@pytest.mark.parametrize(
    ("proposer", "decider"), [("clerk:li", "clerk:li"), ("clerk:li", "head:li"), ("clerk", "clerk")]
)
def test_who_proposed_does_not_decide_in_whatever_role(office: Office, proposer: str, decider: str) -> None:
    office.do("2023-06-07", "clerk", "publish", id="N1", days=7)
    office.do("2023-06-14", proposer, "propose", id="N1")
    refusal = office.refused("second_person_needed", "2023-06-14", decider, "decide", id="N1", outcome="granted")
    assert "Propose" in refusal.text.en
    assert office.do("2023-06-14", "head:wang", "decide", id="N1", outcome="granted")["state"] == "agreed"


def test_a_step_that_is_done_once_is_not_done_twice(office: Office) -> None:
    office.do("2023-06-07", "clerk", "publish", id="N1", days=7)
    office.do("2023-06-14", "clerk:li", "propose", id="N1")
    office.refused("already_done", "2023-06-14", "clerk:wang", "propose", id="N1")


def test_a_name_that_the_machine_needs_takes_an_underscore() -> None:
    with pytest.raises(TypeError, match="decide_"):

        class Wrong(Procedure, id="wrong"):
            title = t("错", "Wrong")
            decide = command(clerk, basis=RULE.art(1))  # type: ignore[assignment]


def test_a_command_without_a_usual_name_needs_a_title() -> None:
    with pytest.raises(TypeError, match="needs a title"):

        class Wrong(Procedure, id="wrong"):
            title = t("错", "Wrong")
            twirl = command(clerk, basis=RULE.art(1))


class Chained(Procedure, id="test-chained", system="0", clauses=("1.1",), subject="matter"):
    title = t("连锁", "Chained")
    first_state = state(t("一", "One"))
    second = state(t("二", "Two"))
    done_state = state(t("完", "Done"), end=True)
    one = clock(t("一", "One"), TEN, WORKING_DAY, acts=clerk, runs_in=(first_state,), basis=RULE.art(1))
    two = clock(t("二", "Two"), TEN, WORKING_DAY, acts=clerk, runs_in=(second,), basis=RULE.art(1))
    passes = silence(t("一过", "One passes"), clock=one, to=second, basis=RULE.art(1))
    ends = silence(t("二过", "Two passes"), clock=two, to=done_state, basis=RULE.art(1))
    submit = command(
        firm,
        start=True,
        to=first_state,
        takes=Fields(follow=f.text(t("后续", "Follow-up"), optional=True)),
        then=lambda scene: _follow(scene),
        basis=RULE.art(1),
    )
    accept = command(clerk, from_=(first_state, second), to=done_state, basis=RULE.art(1))


def _follow(scene: Any) -> list[Command]:
    following = scene.given["follow"]
    return [Command("test-chained", "submit", {"id": following}, Actor("firm"), scene.at)] if following else []


def test_silences_follow_one_another_in_the_order_of_time() -> None:
    office = Office(Chained)
    office.do("2026-03-02", "firm", "submit", id="C1")
    assert office.see("2026-04-30", "case", id="C1")["state"] == "done_state"
    events = office.programme.events("test-chained", "C1")
    assert [(event.type, event.by == LAW, event.on.isoformat()) for event in events] == [
        ("submit", False, "2026-03-02"),
        ("passes", True, "2026-03-17"),
        ("ends", True, "2026-03-31"),
    ]


def test_what_follows_from_a_command_happens_with_it_or_not_at_all() -> None:
    office = Office(Chained)
    office.do("2026-03-02", "firm", "submit", id="C1", follow="C2")
    assert office.see("2026-03-02", "case", id="C2")["state"] == "first_state"
    office.refused("already_exists", "2026-03-02", "firm", "submit", id="C3", follow="C2")
    office.refused("unknown_case", "2026-03-02", "clerk", "accept", id="C3")


def test_a_view_that_nobody_declared_is_invalid_and_a_case_that_is_not_there_unknown() -> None:
    office = Office(Chained)
    office.do("2026-03-02", "firm", "submit", id="C1")
    with pytest.raises(Exception, match="no view"):
        office.see("2026-03-02", "everything", id="C1")
    with pytest.raises(Exception, match="There is no “C9”"):
        office.see("2026-03-02", "case", id="C9")


def test_the_timeline_speaks_both_languages() -> None:
    office = Office(Chained)
    office.do("2026-03-02", "firm:li", "submit", id="C1")
    office.see("2026-04-30", "case", id="C1")
    told = Chained.timeline(office.programme.events("test-chained", "C1"))
    assert [event["title"]["zh"] for event in told] == ["提交", "一过", "二过"]
    assert [event["role_title"]["en"] for event in told] == ["Firm", "By operation of law", "By operation of law"]
    assert told[1]["met"] == {"one": {"due": "2026-03-16", "published": True}}


class Broken(Procedure, id="test-broken", system="0", clauses=("1.1",), subject="matter"):
    """Everything that the checks look for."""

    title = t("坏", "Broken")
    begun = state(t("开始", "Begun"))
    stuck = state(t("卡住", "Stuck"))
    lost = state(t("丢失", "Lost"))
    finished = state(t("完", "Finished"), end=True)
    months = fixed("test.months", t("月", "Months"), 3, RULE.art(1), unit="month")
    waiting = clock(t("等", "Wait"), months, WORKING_DAY, acts=head, runs_in=(begun,), basis=RULE.art(1))
    dated = until(t("到期", "Day"), "nowhere", acts=clerk, runs_in=(stuck,), basis=RULE.art(1))
    forever = silence(t("反复", "Again"), clock=waiting, to=begun, basis=RULE.art(1))
    submit = command(firm, start=True, to=begun)
    review = command(
        clerk,
        from_=begun,
        to=branch("complete", {True: stuck}),
        takes=Fields(complete=f.yes_no(t("完备", "Complete"))),
        other_than=("nobody",),
        basis=RULE.art(1),
    )
    close = command(clerk, to=finished, basis=RULE.art(1))


def test_static_checks_find_what_cannot_be_right() -> None:
    found = {(finding.code, finding.place) for finding in findings(Broken)}
    assert found == {
        ("uncited-step", "submit"),
        ("unreachable-state", "lost"),
        ("unreachable-state", "finished"),
        ("cannot-end", "begun"),
        ("cannot-end", "stuck"),
        ("cannot-end", "lost"),
        ("unit-differs", "waiting"),
        ("nobody-can-act", "waiting"),
        ("nobody-can-act", "dated"),
        ("unknown-field", "dated"),
        ("silence-repeats", "forever"),
        ("branch-differs", "review"),
        ("unknown-command", "review"),
        ("never-possible", "close"),
        ("no-clock", "lost"),
    }


def test_a_sound_procedure_has_no_faults() -> None:
    assert [finding for finding in findings(Chained) if finding.fault] == []
