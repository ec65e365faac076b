"""Periods in general / 期间: the Civil Code is the engine's, told here again so that the pack cites one place."""

from __future__ import annotations

from mulberry.law.statutes import CIVIL_CODE, HOLIDAY_MEASURES

__all__ = ["CIVIL_CODE", "HOLIDAY_MEASURES"]
