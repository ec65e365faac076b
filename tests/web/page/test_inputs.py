"""Forms made from declared fields: what is shown, sent back unchanged, is the same value."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from mulberry.law.month import Month
from mulberry.law.text import t
from mulberry.record import fields
from mulberry.record.field import Field
from mulberry.record.fields import Fields
from mulberry.record.values import write
from mulberry_web.page.inputs import Form, Input, blank, filled

TITLE = t("字段", "Field")
MEMBERS = {"a": t("甲", "A"), "b": t("乙", "B"), "c": t("丙", "C")}
WORDS = st.text(st.characters(max_codepoint=0xFFFF, categories=("L", "N")), min_size=1, max_size=20)
DAYS = st.dates(date(1949, 1, 1), date(2200, 12, 31))
MOMENTS = st.builds(datetime.combine, DAYS, st.times().map(lambda at: at.replace(second=0, microsecond=0)))
MONTHS = st.builds(Month, st.integers(1949, 2200), st.integers(1, 12))
SHARES = st.integers(0, 10_000).map(lambda n: Decimal(n) / 10_000)
SUMS = st.integers(0, 10**12).map(lambda n: Decimal(n) / 100)
RECORD = Fields(name=fields.text(TITLE), count=fields.optional(fields.whole(TITLE)))
CASES: dict[str, tuple[Field, st.SearchStrategy[Any]]] = {
    "bool": (fields.yes_no(TITLE), st.booleans()),
    "int": (fields.whole(TITLE, unit="person"), st.integers(0, 10**15)),
    "decimal": (fields.decimal(TITLE), SUMS),
    "money": (fields.money(TITLE), SUMS),
    "percent": (fields.percent(TITLE), SHARES),
    "date": (fields.day(TITLE), DAYS),
    "datetime": (fields.moment(TITLE), MOMENTS),
    "month": (fields.month(TITLE), MONTHS),
    "short": (fields.text(TITLE, length=100), WORDS),
    "long": (fields.text(TITLE), WORDS),
    "enum": (fields.choice(TITLE, MEMBERS), st.sampled_from(sorted(MEMBERS))),
    "set": (fields.choices(TITLE, MEMBERS), st.frozensets(st.sampled_from(sorted(MEMBERS)), min_size=1)),
    "words": (fields.many(TITLE), st.lists(WORDS, min_size=1, max_size=4).map(tuple)),
    "map": (
        fields.mapping(TITLE, fields.whole(TITLE)),
        st.dictionaries(WORDS, st.integers(0, 9), min_size=1, max_size=3),
    ),
    "records": (
        fields.many(TITLE, RECORD),
        st.lists(
            st.fixed_dictionaries({"name": WORDS, "count": st.none() | st.integers(0, 9)}), min_size=1, max_size=3
        ).map(tuple),
    ),
}


def sent(form: Form) -> QueryDict:
    """What a browser sends of a form that nobody has touched."""
    data = QueryDict(mutable=True)
    for one in form.inputs:
        put(data, one)
    return data


def put(data: QueryDict, one: Input) -> None:
    for part in (*one.parts, *(part for row in one.rows for part in row)):
        put(data, part)
    if one.shape == "ticks":
        data.setlist(one.name, [option.value for option in one.options if option.chosen])
    elif one.shape == "radios":
        data[one.name] = next((option.value for option in one.options if option.chosen), "")
    elif not one.rows and not one.parts:
        data[one.name] = one.typed


@pytest.mark.parametrize("kind", CASES)
@given(data=st.data())
def test_what_is_shown_and_sent_back_is_the_same_value(kind: str, data: st.DataObject) -> None:
    field, values = CASES[kind]
    value = data.draw(values)
    form = filled({"x": field}, sent(blank({"x": field}, {"x": value})))
    assert form.errors == {}
    assert write(form.values["x"]) == write(value)


@pytest.mark.parametrize("kind", CASES)
def test_nothing_typed_is_unknown_where_that_is_allowed_and_asked_for_otherwise(kind: str) -> None:
    field = CASES[kind][0]
    assert filled({"x": field}, QueryDict(), unknown=True).values == {"x": None}
    assert filled({"x": field}, QueryDict()).errors.keys() == {"x"}


@given(typed=st.text(max_size=40))
@pytest.mark.parametrize("kind", ["int", "money", "percent", "date", "month", "enum", "bool"])
def test_whatever_is_typed_is_read_or_told_beside_its_input(kind: str, typed: str) -> None:
    data = QueryDict(mutable=True)
    data["x"] = typed
    form = filled({"x": CASES[kind][0]}, data)
    assert form.ok or (form.wrong[0].name == "x" and form.wrong[0].typed == typed)


@pytest.mark.parametrize("typed", ["1,200,000", "1，200，000", " 1200000 "])
def test_separators_that_people_write_are_read(typed: str) -> None:
    data = QueryDict(mutable=True)
    data["x"] = typed
    assert filled({"x": fields.whole(TITLE)}, data).values == {"x": 1_200_000}


def test_all_mistakes_are_told_at_once() -> None:
    data = QueryDict(mutable=True)
    data["a"], data["b"] = "many", "2026-02-30"
    form = filled({"a": fields.whole(TITLE), "b": fields.day(TITLE), "c": fields.optional(fields.day(TITLE))}, data)
    assert [one.name for one in form.wrong] == ["a", "b"]


def test_another_row_is_added_without_losing_those_that_were_typed() -> None:
    field = fields.many(TITLE, RECORD)
    data = QueryDict(mutable=True)
    data["x.0.name"], data["x.more"] = "甲", "1"
    rows = filled({"x": field}, data).inputs[0].rows
    assert [row[0].typed for row in rows] == ["甲", ""]


def test_a_number_of_rows_that_nobody_types_is_not_made() -> None:
    data = QueryDict(mutable=True)
    data["x.99999999.name"] = "甲"
    assert filled({"x": fields.many(TITLE, RECORD)}, data, unknown=True).values == {"x": None}
