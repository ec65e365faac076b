"""Every worked case of the pack, run as `mulberry test` runs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mulberry.pack import documents
from mulberry.pack.worked_cases import run_case
from mulberry_sip import pack

TODAY = date(2026, 11, 21)


def cases() -> Iterator[Any]:
    for path in sorted(pack.folder.rglob("cases.yaml")):
        for case in documents.load(path):
            yield pytest.param(case, path, id=f"{case['system']}: {case['title']}")


@pytest.mark.parametrize(("case", "path"), list(cases()))
def test_a_worked_case_comes_out_as_written(case: Mapping[str, Any], path: Path) -> None:
    assert run_case(case, pack.by_id, TODAY, path).differs == ()


def test_every_worked_case_has_a_title_of_its_own_and_a_reason() -> None:
    found = [(path.parent.name, case) for path in pack.folder.rglob("cases.yaml") for case in documents.load(path)]
    names = [(folder, case["system"], case["title"]) for folder, case in found]
    assert len(set(names)) == len(names)
    assert all(case["because"] for _, case in found)
    assert all(case["system"] in pack.systems for _, case in found)
