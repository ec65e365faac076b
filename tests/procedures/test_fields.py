"""The fields of commands: what makes no sense is refused before anything is decided, and the field is named."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.errors import Invalid, Refused
from mulberry.law.month import Month
from mulberry.law.text import t
from mulberry.record import fields as f
from mulberry.record.commitment import canonical
from mulberry.record.field import Fields, Refusal

NAME = t("字段", "Field")
CHOICES = {"a": t("甲", "A"), "b": t("乙", "B")}

ROW = Fields(id=f.text(NAME), n=f.whole(NAME))

GOOD: list[tuple[f.Field, Any, Any, Any]] = [
    (f.yes_no(NAME), True, True, True),
    (f.whole(NAME), 7, 7, 7),
    (f.whole(NAME), "7", 7, 7),
    (f.whole(NAME), Decimal("7.0"), 7, 7),
    (f.decimal(NAME), "0.0500", Decimal("0.0500"), "0.05"),
    (f.decimal(NAME), Decimal("1E+3"), Decimal(1000), "1000"),
    (f.money(NAME), "12.30", Decimal("12.30"), "12.3"),
    (f.percent(NAME), 1, Decimal(1), "1"),
    (f.day(NAME), "2026-02-28", date(2026, 2, 28), "2026-02-28"),
    (f.day(NAME), date(2026, 2, 28), date(2026, 2, 28), "2026-02-28"),
    (f.moment(NAME), "2026-02-28 09:30", datetime.fromisoformat("2026-02-28T09:30"), "2026-02-28T09:30:00"),
    (f.month(NAME), "2026-02", Month(2026, 2), "2026-02"),
    (f.text(NAME), "说明", "说明", "说明"),
    (f.choice(NAME, CHOICES), "a", "a", "a"),
    (f.choices(NAME, CHOICES), ["b", "a"], frozenset({"a", "b"}), ["a", "b"]),
    (f.many(NAME), ["x", "y"], ("x", "y"), ["x", "y"]),
    (f.many(NAME, f.day(NAME)), ["2026-01-01"], (date(2026, 1, 1),), ["2026-01-01"]),
    (f.many(NAME, ROW), [{"id": "a", "n": 1}], ({"id": "a", "n": 1},), [{"id": "a", "n": 1}]),
    (f.mapping(NAME, f.decimal(NAME)), {"a": "1.50"}, {"a": Decimal("1.50")}, {"a": "1.5"}),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value", "read", "written"), GOOD)
def test_a_value_is_read_exactly_and_written_as_plain_json(field: f.Field, value: Any, read: Any, written: Any) -> None:
    fields = Fields(x=field)
    found = fields.read({"x": value})
    assert found == {"x": read}
    kept = fields.written(found, personal=False)
    assert kept == {"x": written}
    assert json.loads(canonical(kept)) == kept
    assert fields.read(kept) == found, "what an event holds is read back as the same value"


BAD: list[tuple[f.Field, Any]] = [
    (f.yes_no(NAME), "true"),
    (f.yes_no(NAME), 1),
    (f.whole(NAME), -1),
    (f.whole(NAME), "1.5"),
    (f.whole(NAME), True),
    (f.whole(NAME), 1.0),
    (f.whole(NAME), 10**30),
    (f.whole(NAME), 10**5000),
    (f.whole(NAME, high=366), 367),
    (f.whole(NAME), "1e3"),
    (f.whole(NAME), "١٢"),
    (f.decimal(NAME), float("nan")),
    (f.decimal(NAME), Decimal("NaN")),
    (f.decimal(NAME), Decimal("Infinity")),
    (f.decimal(NAME), Decimal("1E+400")),
    (f.decimal(NAME), "0.0000001"),
    (f.money(NAME), "1.234"),
    (f.money(NAME), 0.1),
    (f.percent(NAME), 5),
    (f.day(NAME), "2026-02-30"),
    (f.day(NAME), "20260228"),
    (f.day(NAME), "2026-W09-6"),
    (f.day(NAME), "1800-01-01"),
    (f.day(NAME), datetime.fromisoformat("2026-02-28T00:00")),
    (f.day(NAME), 20260228),
    (f.moment(NAME), "2026-02-28"),
    (f.moment(NAME), "2026-02-28T25:00"),
    (f.moment(NAME), "2026-02-28T09:00+08:00"),
    (f.month(NAME), "2026-13"),
    (f.month(NAME), 202602),
    (f.text(NAME), 7),
    (f.text(NAME), "x" * 2001),
    (f.text(NAME), "a\x00b"),
    (f.text(NAME), "\ud800"),
    (f.choice(NAME, CHOICES), "c"),
    (f.choice(NAME, CHOICES), ["a"]),
    (f.choices(NAME, CHOICES), "a"),
    (f.choices(NAME, CHOICES), ["a", "c"]),
    (f.many(NAME, least=1), []),
    (f.many(NAME), "abc"),
    (f.many(NAME), ["x"] * 1001),
    (f.mapping(NAME, f.decimal(NAME)), ["a"]),
    (f.mapping(NAME, f.decimal(NAME)), {"": 1}),
    (f.mapping(NAME, f.decimal(NAME)), {7: 1}),
]


@pytest.mark.parametrize(("field", "value"), BAD, ids=[f"{field.type}-{n}" for n, (field, _) in enumerate(BAD)])
def test_what_makes_no_sense_is_refused_by_name_in_both_languages(field: f.Field, value: Any) -> None:
    with pytest.raises(Invalid) as caught:
        Fields(x=field).read({"x": value})
    assert caught.value.field == "x"
    assert "x" in caught.value.text.en
    assert "x" in caught.value.text.zh
    assert len(caught.value.text.en) < 400


def test_a_wrong_item_is_named_by_its_place() -> None:
    fields = Fields(members=f.many(NAME, Fields(share=f.percent(NAME))))
    with pytest.raises(Invalid) as caught:
        fields.read({"members": [{"share": "0.5"}, {"share": 7}]})
    assert caught.value.field == "members[2].share"
    with pytest.raises(Invalid) as caught:
        fields.read({"members": [{"share": "0.5", "colour": "red"}]})
    assert caught.value.field == "members[1].colour"


def test_unknown_and_missing_fields_are_named() -> None:
    fields = Fields(x=f.text(NAME), y=f.text(NAME, optional=True))
    for given_, field in (({"x": "a", "z": 1}, "z"), ({}, "x"), ({"x": None}, "x"), ({"x": "  "}, "x")):
        with pytest.raises(Invalid) as caught:
            fields.read(given_)
        assert caught.value.field == field
    assert fields.read({"x": "a"}) == {"x": "a", "y": None}


def test_an_absent_field_may_be_answered_by_a_refusal_of_its_own() -> None:
    missing = Refusal("pipia_missing", t("缺评估报告", "no assessment"))
    fields = Fields(pipia=f.text(NAME, absent=missing))
    found = fields.read({})
    assert found == {"pipia": None}
    with pytest.raises(Refused, match="no assessment"):
        fields.refuse_absent(found)


def test_personal_values_are_kept_apart() -> None:
    fields = Fields(name=f.text(NAME, personal=True), n=f.whole(NAME))
    found = fields.read({"name": "李", "n": 1})
    assert fields.written(found, personal=True) == {"name": "李"}
    assert fields.written(found, personal=False) == {"n": 1}


def test_a_form_can_be_made_from_the_declaration() -> None:
    told = Fields(from_=f.day(NAME), kind=f.choice(NAME, CHOICES), rows=f.many(NAME, Fields(n=f.whole(NAME)))).to_json()
    assert list(told) == ["from", "kind", "rows"]
    assert told["kind"]["values"]["a"] == {"zh": "甲", "en": "A"}
    assert told["rows"]["item"]["fields"]["n"]["type"] == "int"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(value=JSON)
@pytest.mark.parametrize("field", [field for field, *_ in GOOD[::2]])
def test_nothing_that_is_given_breaks_a_field(field: f.Field, value: Any) -> None:
    try:
        found = Fields(x=field).read({"x": value})
    except Invalid:
        return
    canonical(Fields(x=field).written(found, personal=False))
