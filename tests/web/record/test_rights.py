"""Who may act and who may see: every kind of person against every door."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mulberry.errors import MulberryError, Refused
from mulberry_web.people import door as people
from mulberry_web.people.models import Office, Person
from mulberry_web.record import door, guard, read, receipts
from mulberry_web.record.models import Stream
from tests.web.record.park import NINE, Park
from tests.web.record.permit import command

EVERYBODY = ("owner", "colleague", "reader", "stranger", "officer", "elsewhere", "supervisor", "data_officer", None)
SEES = {"owner", "colleague", "reader", "officer", "supervisor", "data_officer"}
SEES_PERSONAL = SEES - {"supervisor"}
APPLIES = {"owner", "colleague"}


def person(park: Park, name: str | None) -> Person | None:
    return getattr(park, name) if name else None


@pytest.mark.parametrize("name", EVERYBODY)
def test_only_those_concerned_see_a_case(park: Park, name: str | None) -> None:
    park.run("C1", holder="王")
    who = person(park, name)
    doors = (
        lambda: read.case(who, "permit-case", "C1", NINE),
        lambda: read.history(who, "permit-case", "C1"),
        lambda: receipts.receipt(who, 0),
    )
    for look in doors:
        if name in SEES:
            look()
        else:
            with pytest.raises(Refused) as told:
                look()
            assert told.value.code == "not_found"
    assert read.streams(who).filter(key="C1").exists() == (name in SEES)


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_case_of_others_and_one_that_is_not_there_look_the_same(park: Park, name: str | None) -> None:
    park.run("C1")
    if name in SEES:
        return
    with pytest.raises(Refused) as there:
        read.case(person(park, name), "permit-case", "C1", NINE)
    with pytest.raises(Refused) as not_there:
        read.case(person(park, name), "permit-case", "C2", NINE)
    assert (there.value.code, there.value.text) == (not_there.value.code, not_there.value.text)


@pytest.mark.parametrize("name", EVERYBODY)
def test_personal_values_are_for_the_owner_and_the_officers(park: Park, name: str | None) -> None:
    park.run("C1", holder="王小桑")
    if name not in SEES:
        return
    who = person(park, name)
    seen = read.case(who, "permit-case", "C1", NINE)
    shown = "王小桑" in (seen.state.applicant, *read.history(who, "permit-case", "C1")[0].event.personal.values())
    in_receipt = "王小桑" in receipts.receipt(who, 0).encode().decode()
    assert shown == in_receipt == (name in SEES_PERSONAL)


@pytest.mark.parametrize("name", [name for name in EVERYBODY if name])
def test_only_officers_of_the_office_act_as_officers(park: Park, name: str) -> None:
    park.act("submit", "C1")
    who = getattr(park, name)
    if name == "officer":
        assert park.act("accept", "C1", person=who).version == 2
        return
    with pytest.raises(Refused) as told:
        park.act("accept", "C1", person=who)
    assert told.value.code == "not_competent"


@pytest.mark.parametrize("name", [name for name in EVERYBODY if name])
def test_only_the_enterprises_own_agents_act_for_it(park: Park, name: str) -> None:
    park.act("submit", "C1")
    who = getattr(park, name)
    supplied = command("note", "C1", NINE, role="applicant", note="x")
    if name in APPLIES:
        assert door.execute(who, supplied).version == 2
        return
    with pytest.raises(Refused) as told:
        door.execute(who, supplied)
    expected = "not_competent" if name == "reader" else "unknown_case"
    assert told.value.code == expected


def test_a_stranger_who_acts_is_told_what_he_would_be_told_of_nothing(park: Park) -> None:
    park.act("submit", "C1")
    told = []
    for id in ("C1", "C2"):
        with pytest.raises(MulberryError) as error:
            door.execute(park.stranger, command("note", id, NINE, role="applicant", note="x"))
        told.append(error.value.text)
    assert told[0] == told[1]


def test_a_number_that_is_taken_cannot_be_submitted_again_by_a_stranger(park: Park) -> None:
    park.act("submit", "C1")
    with pytest.raises(Refused) as told:
        park.act("submit", "C1", person=park.stranger)
    assert told.value.code == "taken"
    assert Stream.objects.get(key="C1").owner_organisation == park.enterprise


def test_nobody_can_open_a_case_for_an_organisation_that_is_not_theirs(park: Park) -> None:
    for who in (park.stranger, park.reader):
        with pytest.raises(Refused) as told:
            park.act("submit", "C1", person=who, owner=park.enterprise)
        assert told.value.code == "not_competent"


def test_naming_ones_own_organisation_gives_no_right_to_what_has_no_owner(park: Park) -> None:
    from mulberry_web.people.models import Organisation

    other = Organisation.objects.exclude(pk=park.enterprise.pk).get()
    park.act("submit", "C1", person=park.officer, role="applicant")  # a person's own
    with pytest.raises(Refused):
        door.execute(park.stranger, command("note", "C1", NINE, role="applicant", note="x"), owner=other)


def test_somebody_without_an_organisation_owns_the_case_himself(park: Park) -> None:
    alone = people.enrol("alone", park.owner.name)
    park.act("submit", "C1", person=alone)
    stream = Stream.objects.get(key="C1")
    assert (stream.owner_person, stream.owner_organisation) == (alone, None)
    assert read.case(alone, "permit-case", "C1", NINE).version == 1


def test_a_closed_account_sees_and_does_nothing(park: Park) -> None:
    park.act("submit", "C1")
    for who in (park.owner, park.officer):
        who.is_active = False
        who.save()
    with pytest.raises(Refused):
        read.case(park.owner, "permit-case", "C1", NINE)
    with pytest.raises(Refused) as told:
        park.act("accept", "C1")
    assert told.value.code == "not_competent"


def test_an_officer_who_was_dismissed_may_not_act(park: Park) -> None:
    park.act("submit", "C1")
    people.dismiss(park.officer, Office.objects.get(code="permits"), "officer")
    with pytest.raises(Refused) as told:
        park.act("accept", "C1")
    assert told.value.code == "not_competent"


def test_every_list_is_within_what_may_be_seen(park: Park) -> None:
    for number in range(3):
        park.act("submit", f"C{number}", at=NINE + timedelta(hours=number))
    park.act("submit", "D1", person=park.stranger)
    for name in EVERYBODY:
        who = person(park, name)
        visible = set(Stream.objects.filter(guard.visible_to(who)).values_list("pk", flat=True))
        if who is None:
            assert visible == set()
            continue
        listed = {stream.pk for stream in (*read.worklist(who), *read.overseen(who), *read.mine(who))}
        assert listed == visible


def test_a_worklist_goes_on_where_its_last_page_ended(park: Park) -> None:
    for number in range(7):
        park.act("submit", f"C{number}")
    pages, after = [], None
    while page := read.worklist(park.officer, after=after, limit=3):
        pages += [stream.key for stream in page]
        after = (page[-1].due, page[-1].pk)
    assert pages == [f"C{number}" for number in range(7)]
