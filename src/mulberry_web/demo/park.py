"""The park as made: who is who, so that cases can be played in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from mulberry_web.people.models import Office, Organisation, Person


@dataclass
class Park:
    """People by user name, organisations and offices by code, officers by instrument and role.

    ``now`` is the moment at which the park is made; everything in it is dated before, so that a park made on one day is
    the same whoever makes it.
    """

    now: datetime
    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    officers: dict[tuple[str, str], list[Person]] = field(default_factory=dict)
    agents: dict[str, Person] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)

    def officer(self, instrument: str, role: str, nth: int = 0) -> Person:
        """Somebody who acts in a role of an instrument; ``nth`` tells two officers of one role apart."""
        return self.officers[instrument, role][nth]

    def agent(self, organisation: str) -> Person:
        """Who acts for an organisation."""
        return self.agents[organisation]

    def ago(self, days: int, hour: int = 9, minute: int = 30) -> datetime:
        """A moment so many calendar days before the park was made."""
        return datetime.combine(self.now.date() - timedelta(days=days), time(hour, minute))


Names = Mapping[str, str]
