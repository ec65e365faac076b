"""Personal values can be erased for good, by a recorded act, and every proof still stands."""

from __future__ import annotations

import json

import pytest
from django.db import connection

from mulberry.errors import Refused
from mulberry.record.receipt import verify_receipt
from mulberry_web.record import read, receipts
from mulberry_web.record.check import check
from mulberry_web.record.erase import erase
from mulberry_web.record.models import Event, Idempotency, Personal, Stream
from mulberry_web.record.signing import trusted_keys
from tests.web.record.park import NINE, Park
from tests.web.record.test_check import let_change

REASON = "the purpose has been fulfilled"


def everything_stored() -> str:
    with connection.cursor() as cursor:
        stored = []
        for table in ("record_event", "record_stream", "record_personal", "record_idempotency"):
            cursor.execute(f"SELECT * FROM {table}")
            stored += cursor.fetchall()
    return repr(stored)


def test_an_erased_value_is_nowhere_and_the_record_is_whole(park: Park) -> None:
    park.act("submit", "C1", holder="王小桑", idempotency_key="k")
    given_before = receipts.receipt(park.owner, 0).encode()
    assert "王小桑" in everything_stored()
    assert erase(park.data_officer, "permit-case", "C1", REASON, NINE) == 1
    assert "王小桑" not in everything_stored()
    assert not Personal.objects.exists()
    assert not Idempotency.objects.exists()
    assert read.case(park.owner, "permit-case", "C1", NINE).state.applicant == ""
    assert check().differences == ()
    # What was proved before stays proved, and the event can still be proved, its value now withheld.
    assert verify_receipt(given_before, trusted_keys()).personal == {"/personal/holder": "王小桑"}
    assert verify_receipt(receipts.receipt(park.owner, 0).encode(), trusted_keys()).withheld == ("/personal/holder",)


def test_the_case_goes_on_after_an_erasure(park: Park) -> None:
    park.act("submit", "C1", holder="王小桑")
    erase(park.data_officer, "permit-case", "C1", REASON, NINE)
    assert park.act("accept", "C1").version == 2
    assert check().ok


def test_who_erased_what_and_why_stands_in_the_record(park: Park) -> None:
    park.act("submit", "C1", holder="王小桑")
    erase(park.data_officer, "permit-case", "C1", REASON, NINE)
    leaf = json.loads(Event.objects.order_by("-index")[0].leaf)
    assert leaf["by"] == {"name": park.data_officer.ref, "role": "data_officer"}
    assert leaf["data"] == {"reason": REASON, "places": {"0": ["/personal/holder"]}}


@pytest.mark.parametrize("name", ["owner", "officer", "supervisor"])
def test_only_a_data_officer_erases(park: Park, name: str) -> None:
    park.act("submit", "C1", holder="王小桑")
    with pytest.raises(Refused) as told:
        erase(getattr(park, name), "permit-case", "C1", REASON, NINE)
    assert told.value.code == "not_competent"
    assert Personal.objects.exists()


def test_nothing_is_erased_that_one_may_not_see(park: Park) -> None:
    park.act("submit", "C1", holder="王小桑")
    with pytest.raises(Refused) as told:
        erase(park.elsewhere, "permit-case", "C1", REASON, NINE)
    assert told.value.code == "not_found"


def test_there_must_be_something_to_erase(park: Park) -> None:
    park.act("submit", "C1")
    with pytest.raises(Refused) as told:
        erase(park.data_officer, "permit-case", "C1", REASON, NINE)
    assert told.value.code == "nothing_to_erase"
    assert Stream.objects.count() == 1


def test_a_value_that_vanished_without_a_recorded_act_is_found(park: Park) -> None:
    park.act("submit", "C1", holder="王小桑")
    let_change()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM record_personal")
    assert ("event 0", "personal /personal/holder") in {(one.at, one.field) for one in check().differences}
