"""The same policy as HTML and as .docx; and files made to do harm."""

from __future__ import annotations

import html
import io
import zipfile

import pytest

from mulberry.errors import Invalid
from mulberry.policy import read
from tests.policy.marked import FOLDER

NOTICE = (FOLDER / "notice.txt").read_text("utf-8")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _page(text: str) -> str:
    lines = "\n".join(f"<p>&nbsp;&nbsp;<span>{html.escape(x)}</span></p>" for x in text.split("\n") if x.strip())
    head = "<!DOCTYPE html>\n<html><head><title>x</title><style>p {}</style></head>"
    return f"{head}<body><form>{lines}</form></body></html>"


def _docx(paragraphs: list[str], numbering: str = "") -> bytes:
    body = "".join(paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        if numbering:
            archive.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>')
    return out.getvalue()


def _paragraph(text: str, level: int | None = None) -> str:
    props = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>' if level is not None else ""
    )
    return f"<w:p>{props}<w:r><w:t>{html.escape(text)}</w:t></w:r></w:p>"


def test_a_page_reads_like_the_text_and_its_spans_point_into_the_page() -> None:
    plain, page = read(NOTICE), _page(NOTICE)
    reading = read(page)
    assert [s.text for s in reading.sentences] == [s.text for s in plain.sentences]
    assert "".join(page[a:b] for _, (a, b) in reading.partition()) == page
    for sentence in reading.sentences:
        assert page[slice(*sentence.zh)].startswith(sentence.text[:4])


def test_a_docx_reads_like_the_text() -> None:
    plain = read(NOTICE)
    reading = read(_docx([_paragraph(x) for x in NOTICE.split("\n") if x.strip()]))
    assert [(s.id, s.text) for s in reading.sentences] == [(s.id, s.text) for s in plain.sentences]


def test_the_numbers_that_word_sets_by_itself_are_read() -> None:
    levels = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    texts = [
        ("优化环境", 0),
        ("支持企业。鼓励企业创新。", 1),
        ("提升服务。完善服务体系。", 1),
        ("加强保障", 0),
        ("加大投入。设立专项资金。", 1),
    ]
    reading = read(_docx([_paragraph(*x) for x in texts], levels))
    assert [p.title for p in reading.parts] == ["优化环境", "加强保障"]
    assert [(m.label, m.part) for m in reading.measures] == [("（一）", 1), ("（二）", 1), ("（一）", 2)]


def _bomb() -> bytes:
    return _docx(["<w:p><w:r><w:t>" + "支" * 30_000_000 + "</w:t></w:r></w:p>"])


def _entities() -> bytes:
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE d [<!ENTITY e0 "支持">{rows}]>{body}')
    return out.getvalue()


@pytest.mark.parametrize(
    "make",
    [_bomb, _entities, lambda: b"PK\x03\x04broken", lambda: _docx([])],
    ids=["bomb", "entities", "broken", "empty"],
)
def test_a_docx_made_to_do_harm_is_refused(make: object) -> None:
    assert callable(make)
    with pytest.raises(Invalid):
        read(make())


@pytest.mark.parametrize(
    "text",
    [
        "关于措施\n" + "（" * 100_000 + "支持企业创新发展。" * 20_000,
        "关于措施\n" + "支持企业）" * 50_000 + "。",
        "关于措施\n" + "（“《支持企业发展，" * 20_000 + "。",
        "支 持 企 业 " * 50_000 + "。",
        "支持" + "（以下简称" * 50_000 + "。",
        "<html><p>" + "<" * 100_000 + "支持企业发展。</p>",
    ],
    ids=["open", "close", "nested", "spaces", "aliases", "angles"],
)
def test_hostile_text_ends_in_a_reading_or_a_clear_error(text: str) -> None:
    try:
        reading = read(text)
    except Invalid as error:
        told = error.text.en
    else:
        told = "."
        assert "".join(reading.source[a:b] for _, (a, b) in reading.partition()) == reading.source
    assert told.endswith(".")


def test_right_to_left_marks_are_passed_over_and_told() -> None:
    reading = read("关于措施\n一、支持\u202e企业\u202d发展。鼓励\u200b创新。")
    assert reading.sentences[0].text == "鼓励创新。"
    assert {f.code for f in reading.findings} == {"stray-space"}
