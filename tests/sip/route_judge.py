"""The route of a data export, written a second time: plain steps in the order of the rules, for complete facts only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

EXEMPT = {"individual_contract": "exempt_art5_1", "emergency": "exempt_art5_3"}
CONTRACT = "standard_contract_or_certification"


def judge(f: Mapping[str, Any], on: date) -> str:
    if not f["exported_or_accessed_abroad"]:
        return "no_action"
    return judge_former(f) if on < date(2024, 3, 22) else judge_current(f, on)


def judge_former(f: Mapping[str, Any]) -> str:
    if f["important_data"] != "none":
        return "security_assessment"
    if not f["contains_personal_info"]:
        return "exempt_non_personal"
    many = f["persons_since_previous_year"] >= 100_000 or f["sensitive_persons_since_previous_year"] >= 10_000
    large = f["is_ciio"] or f["persons_processed_total"] >= 1_000_000
    return "security_assessment" if many or large else CONTRACT


def judge_current(f: Mapping[str, Any], on: date) -> str:
    purpose = f["export_purpose"]
    if f["important_data"] == "notified_or_published":
        return "security_assessment"
    if not f["contains_personal_info"]:
        return "exempt_art3" if purpose == "trade_or_cooperation" else "exempt_non_personal"
    if f["data_origin"] == "collected_abroad_processed_here" and not f["mixed_with_domestic_pi_or_important"]:
        return "exempt_art4"
    if purpose in EXEMPT:
        return EXEMPT[purpose]
    if purpose == "hr_management" and f["hr_rules_or_collective_contract"]:
        return "exempt_art5_2"
    if purpose == "legal_duty" and on >= date(2025, 1, 1):
        return "exempt_reg35_6"
    if f["registered_in_ftz"] and on >= date(2025, 8, 13):
        if not f["on_negative_list"] or f["negative_list_route"] == "exempt":
            return "exempt_art6"
        return str(f["negative_list_route"])
    if f["is_ciio"]:
        return "security_assessment"
    return by_count(f)


def by_count(f: Mapping[str, Any]) -> str:
    others = f["persons_nonsensitive_ytd"] + f["persons_nonsensitive_new"]
    sensitive = f["persons_sensitive_ytd"] + f["persons_sensitive_new"]
    if others >= 1_000_000 or sensitive >= 10_000:
        return "security_assessment"
    return CONTRACT if others >= 100_000 or sensitive >= 1 else "exempt_art5_4"
