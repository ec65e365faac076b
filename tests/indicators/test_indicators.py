"""Indicators: a figure with its formula, unit and good direction; no figure where nothing can be divided by."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from mulberry.errors import Invalid
from mulberry.indicators.check import findings
from mulberry.indicators.declare import Indicator, indicator
from mulberry.indicators.run import run
from mulberry.instrument import Instrument, Kind
from mulberry.law.text import t
from mulberry.record.fields import Fields, percent, whole

WORD = t("字段", "Field")


def declared(**more: Any) -> Indicator:
    heading: dict[str, Any] = {
        "id": "in-time",
        "system": "0",
        "clauses": "0.1",
        "title": t("及时率", "In time"),
        "unit": "percent",
        "better": "up",
        "formula": t("及时÷应办", "In time ÷ due"),
        "takes": Fields(due=whole(WORD), in_time=whole(WORD)),
        "gives": Fields(value=percent(WORD)),
    }

    @indicator(**{**heading, **more})
    def share(given: Mapping[str, Any]) -> Mapping[str, Any]:
        """The share of what was due; none where nothing was."""
        return {"value": Decimal(given["in_time"]) / given["due"] if given["due"] else None}

    return share


def test_an_indicator_gives_its_figure() -> None:
    assert run(declared(), {"due": 4, "in_time": 3}) == {"value": Decimal("0.75")}


def test_there_is_no_figure_where_nothing_can_be_divided_by() -> None:
    assert run(declared(), {"due": 0, "in_time": 0}) == {"value": None}


def test_an_indicator_is_an_instrument() -> None:
    asked: object = declared()
    assert isinstance(asked, Instrument)
    assert declared().kind is Kind.INDICATOR


def test_input_that_makes_no_sense_is_refused_by_name() -> None:
    with pytest.raises(Invalid) as refused:
        run(declared(), {"due": -1, "in_time": 0})
    assert refused.value.field == "due"


def test_a_result_of_another_type_is_its_authors_fault() -> None:
    with pytest.raises(TypeError, match="value as Decimal"):
        run(declared(gives=Fields(value=whole(WORD))), {"due": 4, "in_time": 3})


@pytest.mark.parametrize(
    ("heading", "way_out"),
    [({"better": "more"}, "up"), ({"formula": "a / b"}, "formula"), ({"id": "in time"}, "kebab-case")],
)
def test_an_indicator_without_a_heading_is_refused(heading: Mapping[str, Any], way_out: str) -> None:
    with pytest.raises(TypeError, match=way_out):
        declared(**heading)


def test_a_unit_that_nobody_can_read_is_found() -> None:
    assert findings(declared()) == []
    assert [finding.code for finding in findings(declared(unit="flurbs"))] == ["unknown-unit"]
