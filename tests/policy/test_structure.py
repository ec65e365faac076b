"""Documents in the numbering styles of other offices; all texts here are invented."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from mulberry.errors import Invalid
from mulberry.policy import read
from tests.policy.marked import FOLDER

NOTICE = (FOLDER / "notice.txt").read_text("utf-8")
ARTICLES = (FOLDER / "articles.txt").read_text("utf-8")
PLAIN = (FOLDER / "plain.txt").read_text("utf-8")


def test_a_notice_that_carries_measures() -> None:
    reading = read(NOTICE)
    head = reading.header
    assert head.number == "江政办发〔2025〕12号"
    assert head.carries == "江海市支持先进制造业发展若干措施"
    assert head.addressee.startswith("各区县人民政府")
    assert head.signers == ("江海市人民政府办公室",)
    assert head.dated == date(2025, 3, 1)
    assert head.appendices == ("先进制造业目录", "申报流程图")
    assert (head.valid_from, head.valid_until) == (date(2025, 4, 1), date(2028, 3, 31))
    assert (reading.parts[0].n, reading.parts[0].title) == (1, "支持企业做大做强")
    assert [(m.n, m.part) for m in reading.measures] == [(1, 1), (2, 1), (3, 2), (4, 2)]


def test_a_bracketed_word_that_looks_like_a_level_is_none() -> None:
    assert [s.id for s in read(NOTICE).sentences if s.text.startswith("（一期）")] == ["4.1"]


def test_a_tail_paragraph_belongs_to_the_measure_before_it() -> None:
    assert [s.id for s in read(NOTICE).sentences if "连续三年" in s.text] == ["1.2"]


def test_articles_in_chapters_with_items() -> None:
    reading = read(ARTICLES)
    assert [p.title for p in reading.parts] == ["总则", "组织实施", "附则"]
    assert [(m.n, m.part) for m in reading.measures] == [(1, 1), (2, 1), (3, 2), (4, 2), (5, 2), (6, 3)]
    assert [i.id for i in reading.items] == ["2.i1", "2.i2", "4.i1", "4.i2"]
    assert reading.sentence("4.3").text.startswith("近三年")


def test_numbering_that_runs_on_through_parts_without_headings() -> None:
    reading = read(PLAIN)
    assert [(m.n, m.part) for m in reading.measures] == [(1, 1), (2, 1), (3, 2), (4, 2), (5, 2)]
    assert reading.sentence("3.1").text.endswith("20年。")
    assert reading.header.target_years == (2027,)


def test_the_office_in_brackets_after_a_sentence_belongs_to_no_sentence() -> None:
    assert read(PLAIN).sentence("1.1").text.endswith("开展经营。")


def test_numbering_that_restarts_counts_on() -> None:
    parts = ["一、甲\n（一）支持企业。鼓励创新。\n（二）优化服务。提升效率。", "二、乙\n（一）加强保障。完善制度。"]
    text = "\n".join(["关于某事项的若干措施", *parts])
    assert [(m.n, m.part, m.label) for m in read(text).measures] == [
        (1, 1, "（一）"),
        (2, 1, "（二）"),
        (3, 2, "（一）"),
    ]


def test_broken_lines_page_numbers_and_half_width_marks_of_a_pdf_are_mended_and_told() -> None:
    body = "".join(s.strip() for s in PLAIN.splitlines()[3:10])
    wrapped = [body[i : i + 20] for i in range(0, len(body), 20)]
    text = "关于某事项的若干措施\n" + "\n".join([*wrapped[:3], "— 1 —", *wrapped[3:]]).replace("，", ",")
    reading = read(text)
    codes = {f.code for f in reading.findings}
    assert {"broken-line", "page-number", "half-width"} <= codes
    assert all(f.zh is not None for f in reading.findings)


@given(
    st.lists(
        st.sampled_from(
            [
                "一、",
                "（一）",
                "1.",
                "支持企业。",
                "（",
                "“",
                "》",
                "\n",
                " ",
                "and",
                "，",
                "。",
                "甲乙丙丁",
                "\r\n",
                "\u202e",
            ]
        ),
        max_size=60,
    )
)
@settings(max_examples=200)
def test_whatever_is_read_its_stretches_joined_give_back_the_file(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        reading = read(text)
    except Invalid:
        return
    assert "".join(reading.source[a:b] for _, (a, b) in reading.partition()) == text
    for sentence in reading.sentences:
        assert 0 <= sentence.zh[0] < sentence.zh[1] <= len(text)
