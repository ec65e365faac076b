"""Cases as rows of a list: state, deadline in words, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mulberry.law.text import Text, t
from mulberry.procedures import Procedure
from mulberry_web.people.models import Organisation, Person
from mulberry_web.procedures.course import state_title
from mulberry_web.procedures.known import named, procedures, whose_turn
from mulberry_web.record.models import Stream
from mulberry_web.record.programme import programme

SOON = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One case in a list. ``days`` is working days left, negative when late; ``None`` where no clock runs."""

    stream: Stream
    procedure: type[Procedure]
    state: Text
    days: int | None
    owner: Text | None

    @property
    def with_whom(self) -> Text | None:
        """Who must act while the case stands where it does."""
        roles = whose_turn(self.procedure, self.stream.state)
        return named(roles) if roles else None

    @property
    def with_applicant(self) -> bool:
        """Whether that is the applicant."""
        return any(role.applicant for role in whose_turn(self.procedure, self.stream.state))

    @property
    def tone(self) -> str:
        """The colour that goes with the words; never without them."""
        if self.days is None:
            return ""
        return "bad" if self.days < 0 else "wait" if self.days <= SOON else ""

    @property
    def left(self) -> Text | None:
        """The deadline in words."""
        if self.days is None:
            return None
        if self.days < 0:
            return t(f"逾期{-self.days}个工作日", _days(-self.days, "late"))
        return t("今天到期", "due today") if self.days == 0 else t(f"还剩{self.days}个工作日", _days(self.days, "left"))


def _days(count: int, word: str) -> str:
    return f"{count} working day{'' if count == 1 else 's'} {word}"


def rows(streams: Iterable[Stream], at: datetime, *, people: bool = True) -> list[Row]:
    """Rows of streams; those of instruments that are no procedures are left out. ``people`` names private owners."""
    known = procedures()
    listed = [stream for stream in streams if stream.instrument in known]
    names = _Names(listed, people)
    return [_row(stream, known[stream.instrument], at.date(), names) for stream in listed]


class _Names:
    """Whose the cases are, looked up for a whole list at once."""

    def __init__(self, streams: list[Stream], private: bool) -> None:
        organisations = {one.owner_organisation_id for one in streams if one.owner_organisation_id is not None}
        people = {one.owner_person_id for one in streams if private and one.owner_person_id is not None}
        self.organisations = {one.pk: one.name for one in Organisation.objects.filter(pk__in=organisations)}
        self.people = {one.pk: one.name for one in Person.objects.filter(pk__in=people)} if people else {}

    def owner(self, stream: Stream) -> Text | None:
        if stream.owner_organisation_id is not None:
            return self.organisations.get(stream.owner_organisation_id)
        return self.people.get(stream.owner_person_id) if stream.owner_person_id is not None else None


def _row(stream: Stream, procedure: type[Procedure], today: date, names: _Names) -> Row:
    days = None if stream.due is None else _left(today, stream.due)
    return Row(stream, procedure, state_title(procedure, stream.state), days, names.owner(stream))


def _left(today: date, due: date) -> int:
    """Working days left; a deadline that passed on a day off is late by at least one."""
    between = programme().calendar.working_days_between(today, due)
    return between if due >= today else min(between, -1)
