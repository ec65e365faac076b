"""Time that the law says does not count: hearings, tests, appraisals and the like (行政许可法 art. 45)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mulberry.errors import Invalid
from mulberry.law.dates import check_day
from mulberry.law.text import t

Span = tuple[date, date]

_BACKWARDS = t(
    "suspensions：中止自{first}起、至{last}止，终止日早于起始日，请核对。",
    "suspensions: from {first} to {last} runs backwards; correct one of the two days.",
)
_NOT_NOTIFIED = t(
    "suspensions：自{first}至{last}的中止未书面告知申请人，不停止计时；请补充书面告知或删去该项。",
    "suspensions: suspension not notified: does not stop the clock; notify {first} to {last} in writing or drop it.",
)


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days that do not count, both ends included. It stops the clock only if the applicant was told in writing."""

    first: date
    last: date
    notified_in_writing: bool
    reason: str = ""

    def __post_init__(self) -> None:
        check_day(self.first, "suspensions")
        check_day(self.last, "suspensions")
        if self.last < self.first:
            raise Invalid("suspensions", _BACKWARDS.format(first=self.first, last=self.last))

    @classmethod
    def from_json(cls, item: Mapping[str, object]) -> Suspension:
        """From ``{"from", "to", "reason", "notified_in_writing"}``; no word of a notice means none was given."""
        first, last = (check_day(item.get(key), "suspensions") for key in ("from", "to"))
        return cls(first, last, item.get("notified_in_writing") is True, str(item.get("reason") or ""))


def merged(suspensions: Iterable[Suspension]) -> list[Span]:
    """Disjoint spans in order of time, so that a day covered twice is left out once.

    ``Invalid`` for a suspension of which the applicant was not told: dropping it in silence would hide the mistake.
    """
    spans: list[Span] = []
    for item in sorted(suspensions, key=lambda s: (s.first, s.last)):
        if not item.notified_in_writing:
            raise Invalid("suspensions", _NOT_NOTIFIED.format(first=item.first, last=item.last))
        if spans and (item.first - spans[-1][1]).days <= 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], item.last))
        else:
            spans.append((item.first, item.last))
    return spans
