"""Notices are handed over at least once, in order, and one that fails does not hold up the others."""

from __future__ import annotations

from mulberry_web.people.models import Person
from mulberry_web.record.models import Notice
from mulberry_web.record.outbox_door import deliver
from tests.web.record.park import Park


def test_the_people_on_the_other_side_are_told_in_order(park: Park) -> None:
    park.run("C1", until="accept")
    told: list[tuple[int, list[str]]] = []

    def tell(notice: Notice, people: list[Person]) -> None:
        told.append((notice.event, [person.username for person in people]))

    assert deliver(tell) == 2
    assert told == [(0, ["officer"]), (1, ["owner", "colleague", "reader"])]
    assert deliver(tell) == 0
    assert not Notice.objects.exists()


def test_a_notice_that_fails_is_kept_and_does_not_hold_up_the_next(park: Park) -> None:
    park.run("C1", until="review_a")
    told: list[int] = []

    def tell(notice: Notice, people: list[Person]) -> None:
        if notice.event == 1:
            raise OSError("the post office is closed")
        told.append(notice.event)

    assert deliver(tell) == 2
    assert told == [0, 2]
    assert list(Notice.objects.values_list("event", "attempts")) == [(1, 1)]
    assert deliver(lambda *_: None) == 1


def test_what_telling_wrote_is_undone_when_it_fails(park: Park) -> None:
    park.run("C1", until="submit")

    def tell(notice: Notice, people: list[Person]) -> None:
        Person.objects.filter(pk=park.officer.pk).update(username="renamed")
        raise OSError

    assert deliver(tell) == 0
    assert Person.objects.get(pk=park.officer.pk).username == "officer"


def test_closed_accounts_are_told_nothing(park: Park) -> None:
    park.run("C1", until="submit")
    Person.objects.filter(pk=park.officer.pk).update(is_active=False)
    told: list[int] = []
    deliver(lambda _, people: told.append(len(people)))
    assert told == [0]
