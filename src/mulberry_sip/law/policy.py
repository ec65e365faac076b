"""The policy itself / 商资发〔2024〕282号."""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.text import t

POLICY = Law(
    "sip-2024-282",
    t(
        "支持苏州工业园区深化开放创新综合试验的若干措施",
        "Measures to support Suzhou Industrial Park in deepening its comprehensive experiment of open innovation",
    ),
    number="商资发〔2024〕282号",
    since=date(2024, 11, 7),
    confirmed=True,
)
"""Cited by measure, as in ``POLICY.art(8)``."""
