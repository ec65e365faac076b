"""Foreign-related disputes: level, forum and periods, against a second reading of the law."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mulberry.decisions.run import UNDETERMINED, decide
from mulberry.law.calendar_years import CHINA
from mulberry.law.dates import days_in_month
from mulberry_sip.m01_opening.court_forum import ForumNonConveniens, PrcJurisdiction, SupremeCourt
from mulberry_sip.m01_opening.court_level import CourtLevel, SuzhouCourt
from mulberry_sip.m01_opening.dispute_facts import Dispute
from mulberry_sip.m01_opening.dispute_period import DisputePeriod

TODAY = date(2026, 11, 21)
HIGHER = ("Beijing", "Tianjin", "Shanghai", "Jiangsu", "Zhejiang", "Fujian", "Shandong", "Guangdong", "Chongqing")
FEN = Decimal("0.01")
LINES = [Decimal(n) for n in (0, 20_000_000, 40_000_000, 300_000_000, 5_000_000_000)]
claims = st.builds(lambda line, cents: max(Decimal(0), line + cents * FEN), st.sampled_from(LINES), st.integers(-1, 1))


def values(name: str) -> st.SearchStrategy[Any]:
    if name == "claim_amount":
        return claims
    type_ = Dispute.facts()[name].type
    if type_.name == "set":
        return st.sets(st.sampled_from(list(type_.values)), max_size=2)
    return st.booleans() if type_.name == "bool" else st.sampled_from(list(type_.values))


def disputes(*names: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({name: values(name) for name in names})


@given(disputes("foreign_elements", "province", "case_kind", "claim_amount", "complex_or_major_influence"))
def test_the_level_and_the_court_are_those_a_second_reading_gives(f: dict[str, Any]) -> None:
    claim, governed = f["claim_amount"], f["case_kind"] == "commercial"
    line = 40_000_000 if f["province"] in HIGHER else 20_000_000
    if claim >= 5_000_000_000:
        level = "high"
    else:
        level = "intermediate" if claim >= line or f["complex_or_major_influence"] else "basic"
    expected = "not_foreign_related" if not f["foreign_elements"] else level if governed else "not_governed"
    assert decide(CourtLevel, {**f, "claim_currency": "CNY"}, TODAY).outcome == expected
    f = {**f, "claim_currency": "CNY"}
    del f["province"]
    in_suzhou = decide(SuzhouCourt, f, TODAY)
    if not (f["foreign_elements"] and governed):
        assert in_suzhou.outcome == "not_governed"
    elif claim >= 5_000_000_000:
        assert in_suzhou.outcome == "jiangsu_high_court"
    elif claim >= 40_000_000 or f["complex_or_major_influence"]:
        assert in_suzhou.outcome == "suzhou_international_commercial_court"
    else:
        assert (in_suzhou.outcome, in_suzhou.needed) == (UNDETERMINED, ("param:suzhou_centralisation",))
        assert len(in_suzhou.amounts["alternatives"]) == 3


@given(claims, st.sampled_from(["0.0068", "1", "7.1234", "9.87654321"]).map(Decimal))
def test_a_claim_in_another_currency_is_converted_to_the_fen(claim: Decimal, rate: Decimal) -> None:
    facts = {"claim_amount": claim, "claim_currency": "USD", "exchange_rate": rate}
    amount = decide(CourtLevel, facts, TODAY).amounts["claim_cny"]
    assert amount == amount.quantize(FEN)
    assert abs(amount - claim * rate) <= FEN / 2


FORUM = (
    "foreign_elements",
    "exclusive_matter",
    "forum_agreement",
    "defendant_domiciled_cn",
    "connections",
    "appeared_without_objection",
    "harms_sovereignty_security_public_interest",
)


def forum(f: dict[str, Any]) -> tuple[str, str | None]:
    agreed, foreign = f["forum_agreement"], bool(f["foreign_elements"])
    if agreed == "arbitration" and not f["appeared_without_objection"]:
        return "arbitration", None
    if f["exclusive_matter"] != "none":
        return "prc_exclusive", "exclusive_matter"
    grounds = {
        "domicile": f["defendant_domiciled_cn"],
        "connection": foreign and f["connections"],
        "written_choice": foreign and agreed in ("prc_court", "supreme_court_icc"),
        "submission": f["appeared_without_objection"],
    }
    ground = next((name for name, holds in grounds.items() if holds), None)
    if ground is None:
        return "no_jurisdiction", None
    clause = agreed == "foreign_exclusive" and foreign and not f["harms_sovereignty_security_public_interest"]
    return "may_decline" if clause and not f["appeared_without_objection"] else "prc_jurisdiction", ground


@given(disputes(*FORUM))
def test_the_forum_and_its_ground_are_those_a_second_reading_gives(f: dict[str, Any]) -> None:
    answer = decide(PrcJurisdiction, f, TODAY)
    assert (answer.outcome, answer.amounts["ground"]) == forum(f)


@given(disputes("foreign_elements", "forum_agreement", "claim_amount", "other_statutory_ground"))
def test_the_supreme_court_takes_what_was_agreed_and_is_large_enough_or_what_the_law_names(f: dict[str, Any]) -> None:
    abroad = {"foreign_party", "habitual_residence_abroad", "object_abroad", "fact_abroad"} & f["foreign_elements"]
    agreed = f["forum_agreement"] == "supreme_court_icc" and f["claim_amount"] >= 300_000_000
    takes = bool(abroad) and (agreed or f["other_statutory_ground"])
    outcome = decide(SupremeCourt, {**f, "claim_currency": "CNY"}, TODAY).outcome
    assert outcome == ("admissible" if takes else "not_admissible")


INCONVENIENT = tuple(ForumNonConveniens.facts)


@given(disputes(*INCONVENIENT))
def test_a_case_is_sent_away_only_where_all_five_hold(f: dict[str, Any]) -> None:
    five = (
        f["basic_facts_abroad"] and f["clearly_inconvenient_for_court_and_parties"],
        f["forum_agreement"] not in ("prc_court", "supreme_court_icc"),
        f["exclusive_matter"] == "none",
        not f["harms_sovereignty_security_public_interest"],
        f["foreign_court_more_convenient"],
    )
    assert decide(ForumNonConveniens, f, TODAY).outcome == ("may_dismiss" if all(five) else "keep")


def months_on(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, days_in_month(year, month)))


def last_day(period: str, start: date) -> date:
    if period == "post_service":
        return months_on(start, 3)
    if period == "publication_service":
        return start + timedelta(days=60)
    if period == "award_set_aside":
        end = months_on(start, 6 if start < date(2026, 3, 1) else 3)
    elif period == "execution":
        end = months_on(start, 24)
    else:
        end = start + timedelta(days=10 if period == "judgment_reconsideration" else 30)
    while not CHINA.is_working(end):
        end += timedelta(days=1)
    return end


@given(
    st.sampled_from(list(Dispute.litigation_period.type.values)),
    st.dates(date(2024, 1, 1), date(2026, 9, 30)),
    st.integers(-2, 2),
)
def test_a_period_ends_on_the_day_a_second_reading_gives(period: str, start: date, late: int) -> None:
    end = last_day(period, start)
    facts = {"litigation_period": period, "started_on": start, "done_on": end + timedelta(days=late)}
    answer = decide(DisputePeriod, {**facts, "party_domiciled_cn": False, "circumstances_suffice": True}, TODAY)
    assert answer.amounts["ends_on"] == end
    assert answer.outcome == ("late" if late > 0 else "in_time")
