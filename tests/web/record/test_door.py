"""The write door: one transaction that does everything or nothing."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from mulberry.errors import Invalid, Refused
from mulberry_web.record import door, read
from mulberry_web.record.check import check
from mulberry_web.record.models import Event, Head, Idempotency, Notice, Stream
from mulberry_web.record.store import Store
from tests.web.record.park import NINE, Park
from tests.web.record.permit import STEPS, command


def counts() -> tuple[int, int, int]:
    return Event.objects.count(), Stream.objects.count(), Notice.objects.count()


def test_a_case_runs_from_submission_to_notice(park: Park) -> None:
    park.run("C1")
    seen = read.case(park.owner, "permit-case", "C1", NINE)
    assert (seen.state.state, seen.version) == ("notified", 6)
    assert [told.event.type for told in read.history(park.owner, "permit-case", "C1")] == list(STEPS)
    assert check().differences == ()


def test_the_answer_tells_the_leaves_of_what_happened(park: Park) -> None:
    first = park.act("submit", "C1")
    second = park.act("submit", "C2")
    assert (first.first, first.last, second.first, second.last) == (0, 0, 1, 1)
    assert second.said == {"state": "submitted", "due": None}


def test_leaf_indices_have_no_gaps_after_refusals(park: Park) -> None:
    park.act("submit", "C1")
    with pytest.raises(Refused):
        park.act("decide", "C1")
    park.act("accept", "C1")
    assert list(Event.objects.order_by("index").values_list("index", flat=True)) == [0, 1]
    assert Head.objects.get().size == 2


def test_a_refused_command_writes_nothing(park: Park) -> None:
    park.act("submit", "C1")
    before = counts()
    with pytest.raises(Refused, match="cannot be done"):
        park.act("decide", "C1")
    assert counts() == before


def test_who_saw_an_older_version_is_told_and_nothing_is_written(park: Park) -> None:
    park.act("submit", "C1")
    park.act("accept", "C1", expected_version=1)
    before = counts()
    with pytest.raises(Refused) as told:
        park.act("review_a", "C1", expected_version=1)
    assert told.value.code == "changed_meanwhile"
    assert "第1版" in told.value.text.zh
    assert "version 1" in told.value.text.en
    assert counts() == before
    assert park.act("review_a", "C1", expected_version=2).version == 3


def test_a_repeat_under_the_same_key_gets_the_same_answer_and_happens_once(park: Park) -> None:
    park.act("submit", "C1")
    once = park.act("accept", "C1", idempotency_key="click-1")
    again = park.act("accept", "C1", idempotency_key="click-1", at=NINE + timedelta(minutes=1))
    assert again == once
    assert Event.objects.count() == 2
    assert Idempotency.objects.count() == 1


def test_a_key_used_for_another_command_is_refused(park: Park) -> None:
    park.act("submit", "C1")
    park.act("accept", "C1", idempotency_key="click-1")
    with pytest.raises(Refused) as told:
        park.act("review_a", "C1", idempotency_key="click-1")
    assert told.value.code == "key_reused"


def test_two_people_may_use_the_same_key(park: Park) -> None:
    park.act("submit", "C1", idempotency_key="1")
    assert park.act("submit", "C2", person=park.stranger, idempotency_key="1").key == "C2"


def test_what_follows_from_a_command_happens_with_it(park: Park) -> None:
    for number in range(3):
        park.act("submit", f"C{number}", quota="2026")
    assert Stream.objects.get(instrument="permit-quota", key="2026").version == 3
    assert Stream.objects.get(instrument="permit-quota").owner_organisation == park.enterprise
    assert check().differences == ()


def test_a_command_whose_consequence_is_refused_does_not_happen(park: Park) -> None:
    for number in range(3):
        park.act("submit", f"C{number}", quota="2026")
    before = counts()
    with pytest.raises(Refused) as told:
        park.act("submit", "C3", quota="2026")
    assert told.value.code == "quota_used_up"
    assert counts() == before


def test_silence_is_recorded_before_the_next_act(park: Park) -> None:
    park.act("submit", "C1")
    later = NINE + timedelta(days=8)
    park.act("review_a", "C1", at=later)
    types = [told.event.type for told in read.history(park.owner, "permit-case", "C1")]
    assert types == ["submit", "deemed_accepted", "review_a"]
    assert check().differences == ()


def test_silence_is_seen_before_it_is_recorded(park: Park) -> None:
    park.act("submit", "C1")
    later = NINE + timedelta(days=8)
    assert read.case(park.owner, "permit-case", "C1", later).state.state == "reviewing"
    assert Event.objects.count() == 1
    assert door.lapse("permit-case", "C1", later) == 1
    assert door.lapse("permit-case", "C1", later) == 0
    assert Stream.objects.get(key="C1").state == "reviewing"
    assert check().differences == ()


def test_an_act_cannot_be_put_before_the_last_entry(park: Park) -> None:
    park.act("submit", "C1")
    with pytest.raises(Refused) as told:
        park.act("accept", "C1", at=NINE - timedelta(hours=1))
    assert told.value.code == "clock_behind"


def test_clocks_of_two_machines_may_differ_by_seconds(park: Park) -> None:
    park.act("submit", "C1")
    park.act("accept", "C1", at=NINE - timedelta(seconds=5))
    assert Event.objects.get(version=2).at == NINE.isoformat()


def test_the_actor_is_always_the_person_who_signed_in(park: Park) -> None:
    forged = command("submit", "C1", NINE)
    door.execute(park.owner, forged)
    leaf = json.loads(Event.objects.get().leaf)
    assert leaf["by"] == {"name": park.owner.ref, "role": "applicant"}
    assert str(park.owner.name) not in json.dumps(leaf["by"])


def test_the_other_side_is_told_of_each_act(park: Park) -> None:
    park.run("C1", until="accept")
    assert list(Notice.objects.order_by("id").values_list("event", "to")) == [(0, "officers"), (1, "owner")]


@pytest.mark.parametrize("id", ["", "x" * 201, "a\nb", "a\x00b"])
def test_a_number_that_cannot_be_shown_is_invalid(park: Park, id: str) -> None:
    with pytest.raises(Invalid) as told:
        park.act("submit", id)
    assert told.value.field == "id"


def test_an_unknown_instrument_is_invalid(park: Park) -> None:
    import dataclasses

    with pytest.raises(Invalid) as told:
        door.execute(park.owner, dataclasses.replace(command("submit", "C1", NINE), instrument="nothing"))
    assert told.value.field == "instrument"


@pytest.fixture
def stores(monkeypatch: pytest.MonkeyPatch) -> list[Store]:
    """Every transaction's store, with the statements that it ran."""
    made: list[Store] = []
    plain = Store.__init__

    def init(store: Store) -> None:
        plain(store)
        made.append(store)

    monkeypatch.setattr(Store, "__init__", init)
    monkeypatch.setattr("mulberry_web.record.work.due_note", lambda *_: None)  # at most one a second
    return made


def test_a_step_takes_at_most_six_statements_however_long_the_case(park: Park, stores: list[Store]) -> None:
    park.act("submit", "C1", owner=park.enterprise)
    for name in list(STEPS)[1:]:
        park.act(name, "C1")
    park.act("submit", "C2", owner=park.enterprise)
    for number in range(300):
        park.act("note", "C2", note=f"n{number}")
    assert max(store.statements for store in stores) <= 6


def test_a_state_may_keep_values_in_the_order_in_which_they_came(park: Park) -> None:
    park.act("submit", "C1", holder="王", address="星湖街")
    assert check().differences == ()
    park.act("accept", "C1")
    assert check().differences == ()
