"""The sentences of the policy as the pack carries them, against the official text where it is at hand."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from mulberry.pack.coverage import State, coverage
from mulberry.pack.prints import known, table
from mulberry.policy import Reading, read
from mulberry.policy.compare import compare
from mulberry_sip import pack
from mulberry_sip.clauses.fingerprints import FINGERPRINTS

TEXT = Path(__file__).parents[2].parent / "shared" / "policy" / "sip-2024-282.zh.txt"


@pytest.fixture(scope="module")
def reading() -> Reading:
    if not TEXT.exists():
        pytest.skip(f"the official text is not kept in the project and not at {TEXT}")
    return read(TEXT.read_bytes())


def test_the_pack_carries_75_sentences_of_14_measures() -> None:
    assert len(pack.clauses) == 75
    assert [m.id for m in pack.measures] == ["P", "O", *map(str, range(1, 15)), "C"]


def test_every_sentence_stands_under_its_measure() -> None:
    for measure in pack.measures:
        assert [clause.id for clause in measure.clauses] == [
            f"{measure.id}.{n}" for n in range(1, len(measure.clauses) + 1)
        ]


def test_only_declarations_are_left_to_a_reason() -> None:
    reasoned = {line.clause.id for line in coverage(pack) if line.state is State.REASONED}
    assert reasoned == {"P.1", "P.2", "O.1"}


def test_the_sentences_are_those_of_the_official_text(reading: Reading) -> None:
    assert [sentence.id for sentence in reading.sentences] == list(pack.clauses)


def test_the_official_text_is_recognised_by_its_fingerprints(reading: Reading) -> None:
    found = compare(known(pack), reading)
    assert found.recognised
    assert found.unchanged


def test_a_changed_sentence_is_noticed() -> None:
    if not TEXT.exists():
        pytest.skip(f"the official text is not kept in the project and not at {TEXT}")
    changed = read(TEXT.read_text("utf-8").replace("遴选", "选定"))
    assert [old for old, _ in compare(known(pack), changed).differs] == ["10.3"]


def test_no_wording_repeats_the_official_sentence(reading: Reading) -> None:
    """Names and set terms recur; a run of twenty characters would be the sentence itself."""
    for sentence in reading.sentences:
        ours = pack.clauses[sentence.id].wording.zh
        shared = SequenceMatcher(None, ours, sentence.text, autojunk=False).find_longest_match()
        assert shared.size < 20, sentence.id
        assert ours != sentence.text


def test_the_kept_fingerprints_are_those_of_the_official_text(reading: Reading) -> None:
    assert table(reading) == FINGERPRINTS
