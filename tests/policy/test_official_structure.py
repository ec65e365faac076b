"""The structure and alignment of the official pair, against a gold made by reading both texts."""

from __future__ import annotations

import hashlib
import random
from datetime import date

from mulberry.policy import Reading, read
from mulberry.policy.model import Span
from tests.policy import official


def test_parts_and_measures_stand_where_the_gold_says() -> None:
    reading, gold = official.pair(), official.gold("pair")
    assert [[p.n, *p.zh, *(p.en or ())] for p in reading.parts] == gold["parts"]
    assert [[m.n, m.part, *m.zh, *(m.en or ())] for m in reading.measures] == gold["measures"]
    assert len(reading.parts) == 5
    assert len(reading.measures) == 14


def test_all_75_sentences_have_their_span_words_and_english() -> None:
    reading, gold = official.pair(), official.gold("pair")
    found = [
        [s.id, *s.zh, hashlib.sha256(s.text.encode()).hexdigest()[:12], [list(x) for x in s.en]]
        for s in reading.sentences
    ]
    assert len(found) == 75
    assert found == gold["sentences"]


def test_the_head_of_the_document_is_read() -> None:
    header = official.pair().header
    assert (header.issuer, header.number, header.dated) == ("商务部", "商资发〔2024〕282号", date(2024, 11, 7))
    assert hashlib.sha256(header.title.encode()).hexdigest()[:8] == "c4f5ead4"


def test_every_broken_line_stray_space_and_stray_word_is_found() -> None:
    found = [[f.code, *f.zh] for f in official.pair().findings if f.kind == "text" and f.zh]
    assert found == official.gold("pair")["findings"]
    assert [f[0] for f in found].count("broken-line") == 3


def test_english_without_a_chinese_counterpart_is_left_unmatched() -> None:
    assert official.pair().unmatched_en == ((0, 150), (151, 823))


def test_a_span_of_the_mended_text_leads_back_to_the_original() -> None:
    reading = official.pair()
    for sentence in reading.sentences:
        original = reading.source[slice(*sentence.zh)]
        bare = "".join(c for c in original if c not in " \n").replace("and", "和")
        assert bare == sentence.text


def _damaged(drop: float, merge: float, seed: int) -> tuple[str, dict[Span, Span]]:
    """A copy of the English with sentences left out and run together, and where the kept ones went."""
    text, rnd = official.data("en").decode(), random.Random(seed)
    kept: list[Span] = [(x[0], x[1]) for s in official.gold("pair")["sentences"] for x in s[4]]
    dropped = {s for s in kept if rnd.random() < drop}
    out, here, moved = "", 0, dict[Span, Span]()
    before: Span | None = None
    for span in kept:
        gap = text[here : span[0]]
        joined = before is not None and before not in dropped and gap in ("", " ") and rnd.random() < merge
        here = span[1]
        if span in dropped:
            out += gap if gap.strip() or "\n" in gap else ""
        elif joined and before is not None:
            out = out[:-1] + ", and " + text[span[0]].lower() + text[span[0] + 1 : span[1]]
            start = moved[before][0]
            moved = {k: (start, len(out)) if v[0] == start else v for k, v in moved.items()}
            moved[span] = (start, len(out))
        else:
            out += gap
            moved[span] = (len(out), len(out) + span[1] - span[0])
            out += text[span[0] : span[1]]
        before = span
    return out + text[here:], moved


def _right(reading: Reading, moved: dict[Span, Span]) -> float:
    gold = {
        s[0]: list(dict.fromkeys(moved[tuple(x)] for x in s[4] if tuple(x) in moved))
        for s in official.gold("pair")["sentences"]
    }
    return sum(list(s.en) == gold[s.id] for s in reading.sentences) / len(gold)


def test_alignment_holds_with_a_tenth_of_the_english_dropped() -> None:
    shares = []
    for seed in range(10):
        english, moved = _damaged(0.1, 0.0, seed)
        shares.append(_right(read(official.data("zh"), english), moved))
    assert sum(shares) / len(shares) >= 0.99


def test_alignment_holds_with_three_tenths_dropped_and_a_tenth_merged() -> None:
    shares = []
    for seed in range(10):
        english, moved = _damaged(0.3, 0.1, seed)
        shares.append(_right(read(official.data("zh"), english), moved))
    assert sum(shares) / len(shares) >= 0.95
