"""Decisions as DMN: valid by the standard's own schema, and answered alike by an engine that knows nothing of ours."""

from __future__ import annotations

import json
import math
import random
import shutil
import subprocess
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from mulberry.decisions.coherence import contradictions
from mulberry.decisions.dmn.export import MODEL, export, outside_values
from mulberry.decisions.dmn.feel import SAFE, literal
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.facts import Fact
from mulberry.decisions.run import answer
from mulberry.instrument import Kind
from mulberry.pack.pack import library
from tests.decisions.subjects import AS_OF

DECISIONS: list[Any] = [i for pack in library().packs for i in pack.instruments if i.kind is Kind.DECISION]
SCHEMAS = "@kie-tools/dmn-marshaller@10.2.0"
RECORDS = 60
ENGINE = "feelin@8.2.0"
NUMBERS = [0, 1, 2, 3, 5, 7, 10, 18, 30, 40, 55, 60, 61, 85, 100, 180, 365, 500, 9_999, 10_000, 99_999, 100_000]
NUMBERS += [1_000_000, 50_000_000, 200_000_000, 1_000_000_000]


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the FEEL engine and the schemas, from the ordinary package registry."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not installed: nobody else reads what is exported")
    folder = tmp_path_factory.mktemp("node")
    for command in (
        ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", ENGINE],
        ["npm", "pack", SCHEMAS],
    ):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"{command[1]} {command[-1]} did not work: {done.stderr[-200:]}")
    shutil.unpack_archive(next(folder.glob("*.tgz")), folder, "gztar", filter="data")
    return folder


@pytest.mark.node
@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
def test_the_document_is_valid_by_the_schema_of_the_standard(decision: Any, packages: Path) -> None:
    schema = etree.XMLSchema(etree.parse(packages / "package/src/schemas/dmn-1_5/DMN15.xsd"))
    schema.assertValid(etree.fromstring(export(decision, AS_OF)))


@pytest.mark.node
@pytest.mark.parametrize("decision", DECISIONS, ids=lambda decision: decision.id)
def test_another_engine_gives_the_same_outcome_and_the_same_reasons(
    decision: Any, packages: Path, tmp_path: Path
) -> None:
    if decision.dated_by is not None:
        pytest.skip("the law of another day is another document")
    chance = random.Random(decision.id)
    tried = (_record(decision, chance, gaps=0.0 if place % 2 else 0.15) for place in range(4000))
    possible = (one for one in tried if not list(contradictions(decision.coherences, Reading(one, AS_OF))))
    records = list(islice(possible, RECORDS))
    assert len(records) == RECORDS
    given = outside_values(decision, AS_OF)
    asked = [{**_written(decision, one), **_outside(given, one)} for one in records]
    told = _run(decision, asked, packages, tmp_path)
    for record, got in zip(records, told, strict=True):
        expected = answer(decision, record, AS_OF)
        assert got["outcome"] == expected.outcome
        for reason in expected.reasons:
            assert got[f"requirement_{reason.requirement.id}"] == reason.holds, (reason.requirement.id, record)
        for warning in decision.warnings:
            assert (got[f"warning_{warning.id}"] is True) == (warning.id in expected.warnings), (warning.id, record)
        for amount in decision.amounts:
            assert _same(got[f"amount_{amount.id}"], expected.reading.value(amount)), (amount.id, record)


def _same(got: Any, value: Any) -> bool:
    """A value of the other engine, which counts in binary floats, against ours."""
    if isinstance(value, frozenset):
        return sorted(got) == sorted(value)
    if isinstance(value, Fraction) or (isinstance(value, int) and abs(value) > SAFE):
        return math.isclose(got, value, rel_tol=1e-12)
    same: bool = str(got)[:10] == value.isoformat() if isinstance(value, date) else got == value
    return same


def _run(decision: Any, asked: list[dict[str, str]], packages: Path, folder: Path) -> list[dict[str, Any]]:
    (folder / "asked.json").write_text(json.dumps({"decisions": _contexts(decision), "records": asked}))
    script = Path(__file__).with_name("feel_runner.mjs")
    engine = next((packages / "node_modules/feelin/dist").glob("index.js"))
    command = ["node", str(script), str(engine), str(folder / "asked.json"), str(folder / "told.json")]
    subprocess.run(command, check=True, capture_output=True)
    told: list[dict[str, Any]] = json.loads((folder / "told.json").read_text())
    return told


def _contexts(decision: Any) -> list[tuple[str, str]]:
    """Every decision of the document as one FEEL context, those that others read first."""
    found: dict[str, tuple[set[str], str]] = {}
    for element in etree.fromstring(export(decision, AS_OF)).iter(f"{{{MODEL}}}decision"):
        needs = {one.get("href", "")[2:] for one in element.iter(f"{{{MODEL}}}requiredDecision")}
        texts = [one.text or "" for one in element.iter(f"{{{MODEL}}}text")]
        parents = [one.getparent() for one in element.iter(f"{{{MODEL}}}literalExpression")]
        names = [None if parent is None else parent.find(f"{{{MODEL}}}variable") for parent in parents]
        entries = [f"{'r' if v is None else v.get('name')}: {text}" for v, text in zip(names, texts, strict=True)]
        found[element.get("name", "")] = needs, f"{{{', '.join(entries)}}}.r" if len(texts) > 1 else texts[0]
    ordered: dict[str, str] = {}
    while len(ordered) < len(found):
        ready = {name: text for name, (needs, text) in found.items() if name not in ordered and needs <= set(ordered)}
        assert ready, "decisions that read each other"
        ordered |= ready
    return list(ordered.items())


def _record(decision: Any, chance: random.Random, gaps: float) -> dict[str, Any]:
    values = {name: _value(fact, chance) for name, fact in decision.facts.items() if chance.random() >= gaps}
    return {name: decision.facts[name].type.count(value) for name, value in values.items()}


def _value(fact: Fact, chance: random.Random) -> Any:
    type_ = fact.type
    match type_.name:
        case "bool":
            return chance.random() < 0.5
        case "enum":
            return chance.choice(list(type_.values))
        case "set":
            return frozenset(one for one in type_.values if chance.random() < 0.3)
        case "str":
            return chance.choice(["CNY", "USD", "Suzhou"])
        case "date":
            return AS_OF + timedelta(days=chance.choice([-9000, -4000, -1100, -366, -365, -30, -1, 0, 1, 40]))
        case "percent":
            return chance.choice([Decimal(n) / 100 for n in (0, 3, 4, 5, 10, 20, 50, 60, 70, 100)])
    number = Decimal(chance.choice(NUMBERS))
    return min(number, type_.high) if type_.high is not None else number


def _written(decision: Any, record: dict[str, Any]) -> dict[str, str]:
    told = {}
    for name, fact in decision.facts.items():
        value = record.get(name)
        told[name] = literal(value) if value is None or not fact.type.is_number else str(fact.type.show(value))
    return told


def _outside(given: dict[str, Any], record: dict[str, Any]) -> dict[str, str]:
    reading = Reading(record, AS_OF)
    return {name: literal(reading.value(node)) for name, node in given.items()}


def test_a_document_names_the_day_of_its_law() -> None:
    assert date(2024, 2, 29).isoformat() in export(DECISIONS[0], date(2024, 2, 29)).decode()
