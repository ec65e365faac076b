"""Quantities: operator, value, range, closed ends and unit; and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mulberry.policy.numerals import chinese_number, chinese_numeral
from mulberry.policy.quantities import quantities

CASES = [
    ("缴费年限不足15年的", "< 15 year"),
    ("5000万元以上", ">= 50000000 CNY"),
    ("三年内", "<= 3 year"),
    ("1—2家企业", "range 1 2 11 enterprise"),
    ("营业收入3000万元以上1亿元以下的", "range 30000000 100000000 11 CNY"),
    ("出让年限不低于10年、不超过20年", "range 10 20 11 year"),
    ("营业收入2亿元（不含）以上", "> 200000000 CNY"),
    ("100万元至500万元", "range 1000000 5000000 11 CNY"),
    ("3-5万元", "range 30000 50000 11 CNY"),
    ("增长5.5%左右", "~ 5.5 %"),
    ("百分之三十以上", ">= 30 %"),
    ("年满60周岁", ">= 60 age"),
    ("受理后15个工作日内", "<= 15 working-day"),
    ("提前3个月提出", "= 3 month"),
    ("近三年无失信行为", "= 3 year"),
    ("按照不超过企业投入50%的比例", "<= 50 %"),
    ("500万美元以上", ">= 5000000 USD"),
    ("达到2.5%左右", "~ 2.5 %"),
    ("装机容量400万千瓦以上", ">= 4000000 kW"),
]
NOT_QUANTITIES = [
    "制定一企一策、一品一策",
    "一带一路国际合作",
    "5G和工业互联网",
    "国家第三代半导体",
    "二十大和二十届二中、三中全会",
    "新一代人工智能",
    "世界500强企业",
    "三年行动计划",
    "十四五时期",
    "1类新药",
    "一站式服务、统一、一体化、进一步、唯一",
    "千亿级产业集群",
    "2024年11月7日",
    "一次性告知",
    "四个意识",
]


def _shown(text: str) -> list[str]:
    out = []
    for q in quantities(text):
        number = str(q.value) if q.value is not None else f"{q.low} {q.high} {int(q.closed[0])}{int(q.closed[1])}"
        out.append(f"{q.op} {number} {q.unit}")
    return out


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_quantity_keeps_its_operator_range_and_unit(text: str, expected: str) -> None:
    assert _shown(text) == [expected]


@pytest.mark.parametrize("text", NOT_QUANTITIES)
def test_a_set_phrase_is_no_quantity(text: str) -> None:
    assert _shown(text) == []


@given(st.integers(0, 99))
def test_chinese_numerals_read_back(n: int) -> None:
    assert chinese_number(chinese_numeral(n)) == n


@given(st.integers(1, 1800), st.sampled_from(["家", "个月", "年", "万元", "%", "平方米"]))
def test_a_number_and_above_is_an_inclusive_lower_bound(n: int, unit: str) -> None:
    (q,) = quantities(f"不少于规定的{n}{unit}以上的")
    assert (q.op, q.closed) == (">=", (True, False))
    assert q.value == Decimal(n) * (10000 if unit == "万元" else 1)
