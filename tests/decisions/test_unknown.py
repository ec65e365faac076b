"""What is told while facts are missing: never more than is known, never less, and what to ask next."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import amount, first, require, route
from mulberry.decisions.run import decide
from mulberry.law.text import t
from tests.decisions.forms import holds, value
from tests.decisions.subjects import ARTICLE, AS_OF, KINDS, TAGS, UNSETTLED, WORDS, Firm, declared, requiring


def needed(*conditions: Any, **facts: Any) -> tuple[str, ...]:
    return decide(requiring(*conditions), facts, AS_OF).needed


def test_an_omitted_fact_is_not_zero_and_not_false() -> None:
    answer = decide(requiring(Firm.staff >= 0, ~Firm.listed), {}, AS_OF)
    assert answer.outcome == "undetermined"
    assert answer.needed == ("staff", "listed")


def test_a_given_null_and_blank_text_are_unknown() -> None:
    assert needed(Firm.listed, listed=None) == ("listed",)
    assert needed(Firm.size == "small", size=" ") == ("size",)


def test_one_failing_requirement_settles_the_answer_and_nothing_is_asked() -> None:
    answer = decide(requiring(Firm.listed, Firm.clean, Firm.staff > 3), {"clean": False}, AS_OF)
    assert (answer.outcome, answer.needed, answer.failed()) == ("no", (), ["r1"])
    assert [reason.holds for reason in answer.reasons] == [None, False, None]


def test_what_is_needed_comes_in_the_order_the_rule_reads() -> None:
    assert needed(Firm.staff > 3, Firm.listed & (Firm.experts > Firm.staff)) == ("staff", "listed", "experts")


def test_what_cannot_matter_any_more_is_not_asked() -> None:
    assert needed(Firm.listed & (Firm.clean | Firm.in_zone), clean=True) == ("listed",)
    assert needed(Firm.listed | (Firm.clean & Firm.in_zone), clean=False) == ("listed",)


def test_the_branch_that_is_not_taken_is_not_asked() -> None:
    either = v.ite(Firm.listed, Firm.staff, Firm.experts) > 3
    assert needed(either) == ("listed", "staff", "experts")
    assert needed(either, listed=True) == ("staff",)
    assert needed(either, listed=False) == ("experts",)


def test_a_missing_parameter_is_named_as_such() -> None:
    assert needed(Firm.staff >= UNSETTLED) == ("staff", "param:unsettled")
    assert needed(Firm.staff >= UNSETTLED, staff=3) == ("param:unsettled",)


# ------------------------------------------------------------------ routes


def by_routes(**facts: Any) -> Any:
    said = {name: t(name, name) for name in ("approval", "filing", "free")}
    result = first(
        route("approval", said["approval"], Firm.listed),
        route("filing", said["filing"], Firm.staff >= 10),
        route("filing", said["filing"], Firm.in_zone),
        route("free", said["free"], Firm.clean),
        otherwise=("free", said["free"]),
    )
    return decide(requiring(Firm.listed, result=result), facts, AS_OF)


def test_the_first_route_that_holds_is_taken() -> None:
    assert by_routes(listed=True, staff=40, in_zone=True, clean=True).outcome == "approval"
    assert by_routes(listed=False, staff=9, in_zone=True, clean=True).outcome == "filing"
    assert by_routes(listed=False, staff=9, in_zone=False, clean=False).outcome == "free"


def test_an_open_route_leaves_the_answer_open_unless_what_follows_is_the_same() -> None:
    assert by_routes(listed=False, in_zone=True).outcome == "filing"  # by staff or by zone
    assert by_routes(listed=False, staff=9, in_zone=False).outcome == "free"  # clean or not
    assert by_routes(listed=False, staff=9).needed == ("in_zone",)
    assert by_routes(staff=40).needed == ("listed",)


def test_a_route_that_comes_out_like_the_rest_is_not_asked_about() -> None:
    assert "clean" not in by_routes().needed
    assert by_routes().needed == ("listed", "staff", "in_zone")
    assert by_routes(in_zone=True).needed == ("listed",)


def test_a_decision_for_one_of_many_activities_asks_only_what_that_one_needs() -> None:
    result = first(
        route("a", t("甲", "A"), (Firm.size == "small") & (Firm.staff > 3)),
        route("b", t("乙", "B"), (Firm.size == "middle") & Firm.listed),
        otherwise=("c", t("丙", "C")),
    )
    asked = declared(result=result, listed=require(Firm.listed, WORDS, ARTICLE))
    assert decide(asked, {"size": "small"}, AS_OF).needed == ("staff",)
    assert decide(asked, {"size": "large"}, AS_OF).outcome == "c"


# ------------------------------------------------------------------ ranges of what is open


POINTS = v.score(Firm.size, {"small": 0, "middle": 10, "large": 15}) + v.bands(Firm.staff, (10, 5), (20, 20), below=0)


@pytest.mark.parametrize(
    ("facts", "at_least_15"),
    [
        ({}, None),
        ({"size": "large"}, True),  # whatever the staff
        ({"size": "small"}, None),
        ({"size": "middle", "staff": 10}, True),
        ({"staff": 20}, True),  # whatever the size
        ({"staff": 10}, None),
        ({"size": "middle"}, None),
    ],
)
def test_points_still_open_do_not_matter_where_the_rest_is_enough(facts: Any, at_least_15: bool | None) -> None:
    assert holds(POINTS >= 15, **facts) is at_least_15
    assert holds(POINTS > 14, **facts) is at_least_15
    assert holds(POINTS < 15, **facts) is (None if at_least_15 is None else not at_least_15)
    assert holds(POINTS <= 14, **facts) is (None if at_least_15 is None else not at_least_15)


def test_points_that_cannot_be_reached_any_more_are_settled() -> None:
    assert holds(POINTS >= 36) is False
    assert holds(POINTS == 36) is False
    assert holds(POINTS >= 31, staff=9) is False
    assert holds(POINTS == 15, size="large") is None
    assert holds(POINTS != 40) is True


def test_a_rate_by_size_does_not_matter_to_a_firm_far_above_all_rates() -> None:
    rate = v.ite(Firm.size == "small", 5, v.ite(Firm.size == "middle", 4, 3))
    enough = Firm.staff * 100 >= Firm.experts * rate * 10
    assert holds(enough, staff=40, experts=40) is True
    assert holds(enough, staff=13, experts=40) is None
    assert holds(enough, staff=1, experts=40) is False
    assert holds(enough, staff=13, experts=40, size="large") is True


def test_a_range_knows_that_a_product_may_turn_round_below_zero() -> None:
    loss = v.ite(Firm.listed, 2, 3) * Firm.result
    assert holds(loss >= -9, result=-3) is True
    assert holds(loss >= -8, result=-3) is None
    assert holds(loss <= -6, result=-3) is True
    assert holds(loss > -6, result=-3) is False


def test_a_range_of_days_gives_a_range_of_times() -> None:
    begun = v.ite(Firm.listed, Firm.founded_on, Firm.audited_on)
    facts: dict[str, Any] = {"founded_on": "2020-01-01", "audited_on": "2022-01-01"}
    for word, most, least in ((v.completed_years, 6, 4), (v.completed_months, 82, 58), (v.days_from, 2516, 1785)):
        time = word(begun, v.AS_OF)
        assert holds(time >= least, **facts) is True
        assert holds(time >= least + 1, **facts) is None
        assert holds(time > most, **facts) is False
    assert holds(v.days_from(begun, Firm.paid_on) >= 0, paid_on="2022-01-01", **facts) is True
    assert holds(v.days_from(Firm.paid_on, begun) >= 0, paid_on="2022-01-01", **facts) is None
    assert holds(v.days_from(Firm.paid_on, begun) <= 0, paid_on="2022-01-01", **facts) is True


def test_a_choice_among_words_is_asked_branch_by_branch() -> None:
    kind = v.ite(Firm.listed, Firm.size, Firm.rating)
    assert holds(kind == "small", size="large", rating="middle") is False
    assert holds(kind.one_of("large", "middle"), size="large", rating="middle") is True
    assert holds(kind == "large", size="large", rating="middle") is None
    assert needed(kind == "large", size="large", rating="middle") == ("listed",)


def test_a_number_of_records_may_be_enough_although_some_are_unclear() -> None:
    abroad = v.count_in(Firm.members, lambda m: ~m.domestic)
    members = [{"domestic": False}, {"domestic": False}, {}]
    assert holds(abroad >= 2, members=members) is True
    assert holds(abroad >= 3, members=members) is None
    assert holds(abroad >= 4, members=members) is False
    assert needed(abroad >= 3, members=members) == ("members[3].domestic",)


def test_an_amount_stays_open_while_it_could_be_another() -> None:
    assert value(POINTS) is None
    assert value(v.ite(Firm.clean, 7, 7)) == 7
    assert value(v.greatest(Firm.staff, 3)) is None  # a fact without a value has no range


# ------------------------------------------------------------------ values that there are not


def test_there_is_no_quotient_of_nothing_and_nothing_is_asked() -> None:
    asked = declared(
        given=amount(v.ratio(Firm.experts, Firm.staff), WORDS, ARTICLE),
        listed=require(Firm.listed, WORDS, ARTICLE),
    )
    answer = decide(asked, {"experts": 3, "staff": 0, "listed": True}, AS_OF)
    assert (answer.outcome, answer.amounts, answer.needed) == ("yes", {"given": None}, ())


def test_a_share_of_nothing_never_meets_a_rate() -> None:
    for asked in (
        v.share(Firm.experts, Firm.staff) >= 0,
        v.share(Firm.experts, Firm.staff) <= 1,
        v.share(Firm.experts, Firm.staff) < 1,
    ):
        assert holds(asked, experts=0, staff=0) is False
        assert holds(asked, staff=0) is False


def test_an_amount_that_does_not_apply_is_none() -> None:
    asked = declared(
        given=amount(Firm.staff, WORDS, ARTICLE, when=Firm.clean), listed=require(Firm.listed, WORDS, ARTICLE)
    )
    assert decide(asked, {"staff": 3, "clean": False, "listed": True}, AS_OF).amounts == {"given": None}
    assert decide(asked, {"staff": 3, "clean": True, "listed": True}, AS_OF).amounts == {"given": 3}


# ------------------------------------------------------------------ lists and sets


def test_a_field_of_a_record_is_needed_by_its_place() -> None:
    members = [{"persons": 3, "domestic": True}, {"persons": None, "domestic": True}, {"domestic": False}]
    many = v.sum_in(Firm.members, lambda m: m.persons, lambda m: m.domestic) >= 5
    assert needed(many, members=members) == ("members[2].persons",)
    assert needed(many) == ("members",)


def test_one_record_may_settle_what_others_leave_open() -> None:
    members = [{}, {"domestic": True}]
    assert holds(v.any_in(Firm.members, lambda m: m.domestic), members=members) is True
    assert holds(v.all_in(Firm.members, lambda m: m.domestic), members=members) is None
    assert holds(v.all_in(Firm.members, lambda m: ~m.domestic), members=members) is False
    assert holds(v.any_in(Firm.members, lambda m: m.persons > 3), members=[]) is False
    assert holds(v.all_in(Firm.members, lambda m: m.persons > 3), members=[]) is True


def test_a_list_of_plain_values_is_asked_value_by_value() -> None:
    old = v.all_in(Firm.breaches, lambda day: v.completed_years(day, v.AS_OF) >= 3)
    assert holds(old, breaches=["2023-11-21", "2020-01-01"]) is True
    assert holds(old, breaches=["2023-11-22"]) is False
    assert holds(old, breaches=[]) is True
    assert holds(old) is None


def test_the_latest_record_is_found_by_its_day() -> None:
    latest = v.greatest_in(Firm.members, lambda m: m.joined_on)
    small = v.any_in(Firm.members, lambda m: (m.joined_on == latest) & (m.kind == "small"))
    members = [{"joined_on": "2025-01-01", "kind": "small"}, {"joined_on": "2026-01-01", "kind": "large"}]
    assert value(latest, members=members) == date(2026, 1, 1)
    assert value(latest, members=[]) is None
    assert value(v.least_in(Firm.members, lambda m: m.persons, of_nothing=0), members=[]) == 0
    with pytest.raises(TypeError, match="not always"):
        holds(small, members=members)
    dated = v.greatest_in(Firm.members, lambda m: m.joined_on, of_nothing=date(1949, 1, 1))
    assert holds(dated > date(2025, 6, 1), members=members) is True
    assert needed(dated > date(2025, 6, 1), members=[{}, *members]) == ("members[1].joined_on",)


def test_only_the_first_of_a_list_are_asked() -> None:
    lately = v.first_of(Firm.breaches, 2)
    two_years_clean = v.all_in(lately, lambda day: day < date(2020, 1, 1)) & (v.count_in(lately) == 2)
    assert holds(two_years_clean, breaches=["2019-01-01", "2018-01-01", "2025-01-01"]) is True
    assert holds(two_years_clean, breaches=["2019-01-01"]) is False
    members = [{}, {}, {"persons": 1}]
    assert needed(v.all_in(v.first_of(Firm.members, 1), lambda m: m.persons > 0), members=members) == (
        "members[1].persons",
    )


def test_records_of_two_lists_are_kept_apart() -> None:
    pair = v.any_in(
        Firm.members, lambda a: v.any_in(Firm.members, lambda b: (a.kind == "small") & (b.persons > a.persons))
    )
    members = [{"kind": "small", "persons": 3}, {"kind": "large", "persons": 4}]
    assert holds(pair, members=members) is True
    assert holds(pair, members=members[::-1]) is True
    assert holds(pair, members=[{"kind": "large", "persons": 3}, {"kind": "small", "persons": 4}]) is False


def test_an_empty_set_is_known_and_an_unknown_one_is_not() -> None:
    assert holds(v.is_empty(Firm.tags), tags=[]) is True
    assert holds(v.is_empty(Firm.tags)) is None
    assert holds(Firm.tags.has("red"), tags=[]) is False
    assert holds(~Firm.tags.has_any("red", "green"), tags=["blue"]) is True
    assert holds(Firm.tags.has_all("red", "green"), tags=["green", "red"]) is True
    assert holds(v.contains(Firm.tags, Firm.other_tags), tags=["red"], other_tags=[]) is True
    assert holds(v.contains(Firm.tags, Firm.other_tags), tags=["red"], other_tags=["red", "blue"]) is False


def test_an_amount_may_be_a_word_a_set_a_truth() -> None:
    word = v.chosen(KINDS, (Firm.listed, "large"), (Firm.clean, "middle"), otherwise="small")
    assert value(word, listed=False, clean=True) == "middle"
    assert value(v.chosen(KINDS, (Firm.clean, "middle")), clean=False) is None
    held = v.members_where(TAGS, {"red": Firm.staff > 3, "blue": Firm.clean})
    assert value(held, staff=4, clean=True) == {"red", "blue"}
    assert value(held, staff=4) is None
    assert value(Firm.staff > 3, staff=3) is False


def test_a_truth_and_the_number_one_are_told_apart() -> None:
    asked = declared(
        truth=amount(v.ite(Firm.clean, True, False), WORDS, ARTICLE),
        number=amount(v.ite(Firm.clean, 1, 0), WORDS, ARTICLE),
        listed=require(Firm.listed, WORDS, ARTICLE),
    )
    amounts = decide(asked, {"clean": True, "listed": True}, AS_OF).amounts
    assert amounts["truth"] is True
    assert type(amounts["number"]) is int
