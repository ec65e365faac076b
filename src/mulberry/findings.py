"""What a static check has to say about an instrument: the one shape that every kind's checks answer in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mulberry.law.text import Text


class Severity(StrEnum):
    """How much a finding weighs."""

    FAULT = "fault"  # the instrument cannot be right as it stands; ``mulberry check`` fails
    DOUBT = "doubt"  # a person should look and may leave it as it is


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or doubtful in an instrument.

    ``code`` is stable and kebab-case; ``place`` is the requirement, amount, step or field it is about, empty where it
    is about the whole. ``text`` tells a pack's author what to do.
    """

    code: str
    instrument: str
    text: Text
    place: str = ""
    severity: Severity = Severity.FAULT

    @property
    def fault(self) -> bool:
        return self.severity is Severity.FAULT

    def to_json(self) -> dict[str, str]:
        return {
            "code": self.code,
            "instrument": self.instrument,
            "place": self.place,
            "severity": self.severity.value,
            **self.text.to_json(),
        }
