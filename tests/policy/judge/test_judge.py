"""An independent reader's gold: the thresholds that the policy reader must hold, on the official text and on others."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from html import escape

import pytest

from mulberry.errors import Invalid
from mulberry.policy import Reading, read
from tests.policy.judge.gold import Document, Pair, invented_documents, invented_pair, official_pair, official_texts
from tests.policy.judge.measures import Score, Tally
from tests.policy.judge.pairs import align, findings
from tests.policy.judge.score import THRESHOLDS, official, score
from tests.policy.judge.strain import hostile_inputs

ABSENT = "the official text is not stored in the project and does not lie beside it (../shared/policy)"
SEEDS = range(8)


@cache
def scored(name: str) -> Score:
    documents = official() if name == "official" else invented_documents()
    if not documents:
        pytest.skip(ABSENT)
    return score(documents)


def pair(name: str) -> Pair:
    if name == "invented":
        return invented_pair()
    texts = official_texts()
    if texts is None:
        pytest.skip(ABSENT)
    return official_pair(*texts)


@pytest.mark.parametrize("text", ["official", "invented"])
@pytest.mark.parametrize("measure", sorted(THRESHOLDS))
def test_the_reading_agrees_with_the_independent_gold(text: str, measure: str) -> None:
    tally: Tally = getattr(scored(text), measure)
    assert tally.f1 >= THRESHOLDS[measure], "\n".join(tally.notes)


@pytest.mark.parametrize("text", ["official", "invented"])
def test_every_sentence_finds_its_translation(text: str) -> None:
    value, remarks = align(pair(text), range(0))["as given"]
    assert value == 1.0, "\n".join(remarks)


def test_alignment_survives_dropped_and_merged_sentences() -> None:
    shares = align(pair("official"), SEEDS)
    dropped, remarks = shares["a tenth dropped"]
    assert dropped >= 0.99, "\n".join(remarks)
    merged, remarks = shares["30 % dropped, 10 % merged"]
    assert merged >= 0.95, "\n".join(remarks)


@pytest.mark.parametrize("text", ["official", "invented"])
def test_changes_of_meaning_are_found_with_few_false_alarms(text: str) -> None:
    given = pair(text)
    found = findings(given)
    assert found.recall >= 0.85, "\n".join(found.notes)
    assert found.groundless <= 5 * len(given.alignment) / 75, "\n".join(found.notes)


@pytest.mark.parametrize("name", sorted(hostile_inputs()))
def test_hostile_input_is_read_or_refused_in_one_clear_sentence(name: str) -> None:
    refusal = refused(hostile_inputs()[name])
    assert refusal is None or (refusal.field == "zh" and str(refusal))


def refused(data: bytes) -> Invalid | None:
    """The refusal that a file meets with, or none if it is read; anything else that escapes fails the test."""
    try:
        read(data)
    except Invalid as refusal:
        return refusal
    return None


def word_file(document: Document) -> bytes:
    """The document as a .docx, a paragraph a line."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in document.text.split("\n"))
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        body = f'<w:document xmlns:w="{namespace}"><w:body>{paragraphs}</w:body></w:document>'
        archive.writestr("word/document.xml", '<?xml version="1.0" encoding="UTF-8"?>' + body)
    return buffer.getvalue()


@pytest.mark.parametrize("document", [d for d in invented_documents() if "<p>" not in d.text], ids=lambda d: d.name)
def test_a_word_file_reads_like_its_plain_text(document: Document) -> None:
    plain, word = (read(data) for data in (document.text.encode(), word_file(document)))
    for answer in ("parts", "measures", "items", "sentences"):
        assert len(getattr(plain, answer)) == len(getattr(word, answer))
    assert forces(plain) == forces(word)


def forces(reading: Reading) -> list[str]:
    return [clause.force for sentence in reading.sentences for clause in sentence.clauses]
