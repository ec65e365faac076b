"""Erasing personal values, as the law demands, without touching what was sealed: a recorded act of its own.

The leaf keeps its commitment and every proof stays whole; value and salt are deleted, and the views are folded anew
without them. Who erased what, when and why stands in the record as an event of the register ``personal-data-erasure``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

from mulberry.errors import Refused
from mulberry.instrument import Kind
from mulberry.law.text import t
from mulberry.record.acts import Role, read_key, role
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.field import Field, Fields

ERASURE = "personal-data-erasure"
DATA_OFFICER = role("data_officer", t("个人信息保护负责人", "Personal information protection officer"))
TAKES = Fields(
    id=Field("str", t("所属办件", "Case"), length=100),
    reason=Field("str", t("删除理由", "Reason for erasing")),
    places=Field(
        "map",
        t("个人信息所在之处", "Where the values stand"),
        item=Field("list", t("处", "Places"), item=Field("str", t("处", "Place"))),
    ),
)


@dataclass(frozen=True, slots=True)
class Erasures:
    """What has been erased of one stream; ``id`` is the leaf index of its first event."""

    id: str
    times: int = 0


class ErasureRegister:
    """The built-in register of erasures: every desk keeps one, whatever packs it runs."""

    id = ERASURE
    kind = Kind.REGISTER
    title = t("个人信息删除登记", "Register of erased personal data")
    roles: ClassVar[Mapping[str, Role]] = {DATA_OFFICER.id: DATA_OFFICER}
    applicant_roles: ClassVar[frozenset[str]] = frozenset()

    def key(self, command: str, fields: Mapping[str, Any]) -> str:
        return read_key("id", fields)

    def initial(self, key: str) -> Erasures:
        return Erasures(key)

    def decide(self, state: Erasures, command: Command, context: Context) -> Decided:
        given = TAKES.read(command.fields)
        if not given["places"]:
            raise Refused("nothing_to_erase", t("没有可删除的个人信息。", "There is no personal value left to erase."))
        data = {"reason": given["reason"], "places": {at: list(places) for at, places in given["places"].items()}}
        return Decided([Event("erased", command.at, command.by, data)], {"times": state.times + 1})

    def evolve(self, state: Erasures, event: Event) -> Erasures:
        return replace(state, times=state.times + 1)

    def lapse(self, state: Erasures, now: datetime, context: Context) -> Sequence[Event]:
        return ()

    def view(
        self, state: Erasures, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> Mapping[str, Any]:
        return {"id": state.id, "times": state.times}
