"""Data leaving the country: what only the choice of the route rests on / 数据出境路径.

The laws and the numbers that the procedures share are in ``data_export``.
"""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.parameters import Parameter, fixed, parameter
from mulberry.law.text import Text, t
from mulberry_sip.law.data_export import CAC_ORDER_11, NETWORK_DATA_REGULATION

HGR_REGULATION = Law(
    "human-genetic-resources-regulation",
    t("中华人民共和国人类遗传资源管理条例", "Regulation on the Administration of Human Genetic Resources"),
    number="国务院令第717号",
    since=date(2019, 7, 1),
    confirmed=True,
)

JIANGSU_NEGATIVE_LIST = Law(
    "jiangsu-ftz-data-negative-list",
    t("江苏自贸试验区数据出境负面清单", "Negative List for Data Exports of the Jiangsu Free-Trade Zone"),
    since=date(2025, 8, 13),
)
"""Pharmaceutical sector, 21 scenarios; the thresholds inside it have not been read."""


def _former(name: str, title: Text, persons: int) -> Parameter:
    """A line of Order 11 that gave way to Order 16 on 2024-03-22."""
    row = (persons, "2022-09-01", "2024-03-21", CAC_ORDER_11.art(4), "unconfirmed")
    return parameter(f"data_export.pre_2024.{name}", title, row, unit="person")


FORMER_PERSONS = _former(
    "persons",
    t("原规则：须申报安全评估的出境人数", "Former rule: persons exported that call for an assessment"),
    100_000,
)
FORMER_SENSITIVE_PERSONS = _former(
    "sensitive_persons",
    t("原规则：须申报安全评估的敏感个人信息人数", "Former rule: the same, with sensitive information"),
    10_000,
)
FORMER_PERSONS_PROCESSED = _former(
    "persons_processed",
    t("原规则：须申报安全评估的处理人数", "Former rule: persons processed that call for an assessment"),
    1_000_000,
)

LARGE_PROCESSOR_PERSONS = fixed(
    "data_export.large_processor_persons",
    t("须履行重要数据处理者义务的处理人数", "Persons processed that bring the duties of an important-data processor"),
    10_000_000,
    NETWORK_DATA_REGULATION.art(28),
    unit="person",
    standing="confirmed",
)
