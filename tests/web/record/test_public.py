"""What everybody may see: the public view of a register that declares one, and nothing else."""

from __future__ import annotations

import pytest
from django.db import connection

from mulberry.errors import Refused
from mulberry.instrument import Kind
from mulberry.law.text import t
from mulberry.record.acts import role
from mulberry.record.events import Actor, Command
from mulberry.record.fields import text
from mulberry.registers import Fields, Register, change, shown, state
from mulberry_web.people import door as people
from mulberry_web.record import door, read
from mulberry_web.record.programme import programme
from tests.web.record.park import NINE, Park

clerk = role("officer", t("登记员", "Registrar"))


class Holders(Register, id="permit-holders", system="test", clauses=("1",), subject="enterprise"):
    title = t("持证人", "Holders")
    listed = state(t("已登记", "Listed"))
    enter = change(
        clerk, start=True, to=listed, title=t("登记", "Enter"),
        takes=Fields(
            name=text(t("名称", "Name")),
            contact=text(t("联系人", "Contact"), personal=True),
            remark=text(t("内部备注", "Internal remark")),
        ),
    )  # fmt: skip
    public = shown(t("公开", "Public"), "name", "contact")


@pytest.fixture
def entered(park: Park) -> Park:
    programme().machines[Holders.id] = Holders  # type: ignore[index]
    office = people.office("register", t("登记处", "Registry"), handles=(Holders.id,))
    people.appoint(park.elsewhere, office, "officer")
    fields = {"id": "H1", "name": "桑蚕公司", "contact": "王小桑", "remark": "内部"}
    door.execute(park.elsewhere, Command(Holders.id, "enter", fields, Actor("officer"), NINE))
    return park


def test_everybody_sees_the_public_view_without_personal_values(entered: Park) -> None:
    seen = str(read.public(Holders.id, "H1", NINE))
    assert "桑蚕公司" in seen
    assert "内部" not in seen
    assert "王小桑" not in seen, "a personal value that the view names is withheld all the same"
    assert [stream.key for stream in read.public_entries(Holders.id)] == ["H1"]


@pytest.mark.parametrize(("instrument", "key"), [(Holders.id, "H2"), ("permit-case", "C1"), ("nothing", "H1")])
def test_nothing_else_is_public(entered: Park, instrument: str, key: str) -> None:
    entered.act("submit", "C1")
    with pytest.raises(Refused) as told:
        read.public(instrument, key, NINE)
    assert told.value.code == "not_found"


def test_a_public_register_does_not_open_its_protected_side(entered: Park) -> None:
    assert Holders.kind is Kind.REGISTER
    with pytest.raises(Refused):
        read.case(entered.stranger, Holders.id, "H1", NINE)
    assert connection.vendor in {"sqlite", "postgresql"}
