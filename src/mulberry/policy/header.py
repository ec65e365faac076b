"""The head and the foot of an official document: issuer, number, date, title, addressee, the document a notice
carries, signers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mulberry.policy.levels import marker
from mulberry.policy.model import Header, Span
from mulberry.policy.numerals import number

_FIELD = re.compile(
    r"【([^】]{2,10})】[\s　]*(.*)$|(发布单位|发布机构|发文机关|发布文号|发文字号|文号|发文日期|发布日期|成文日期|"
    r"标题|名称)[：:][\s　]*(.+)$",
    re.DOTALL,
)
_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,20}[〔\[（(【]\s*(?:19|20)\d{2}\s*[〕\]）)】]\s*(?:第\s*)?\d{1,5}\s*号|"
    r"[\u4e00-\u9fff]{2,20}(?:令|公告)[\s　]*(?:20\d{2}年)?第\s*\d{1,5}\s*号"
)
DATE = re.compile(
    r"((?:19|20)\d{2}|[二一][〇零○一二三四五六七八九]{3})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,3}|[一二三四五六七八九十]{1,3})日"
)
_ISO = re.compile(r"((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_CARRIES = re.compile(
    r"(?:印发|公布|发布|转发|批转|修订|修改)[^《》]{0,12}《([^》]{4,80})》(?:的通知|的决定|的公告|的函|通知)?"
)
_TITLE_END = re.compile(
    r"(?:措施|意见|通知|方案|办法|规定|条例|细则|决定|规划|纲要|计划|公告|通告|批复|函|指引|指南|清单|要点|政策|目录|制度|规则|机制|章程|纪要|公约|倡议|导则|标准|若干条|条)(?:（[^）]{1,14}）)?$"
)
_SIGNER = re.compile(
    r"[\u4e00-\u9fffA-Z（）()、\s　]{2,56}(?:部|委|委员会|局|厅|办公室|办公厅|政府|银行|署|院|总局|管委会|会|处|中心)$"
)
_LABELS = {
    "发布单位": "issuer", "发布机构": "issuer", "发文机关": "issuer", "发布文号": "number", "发文字号": "number",
    "文号": "number",
    "发文日期": "date", "发布日期": "date", "成文日期": "date", "标题": "title", "名称": "title",
}  # fmt: skip
_ISSUER = re.compile(r"^(.{2,60}?)(?:关于|印发|公布|令|公告)")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the head or foot: its place in the mended text and its words."""

    span: Span
    text: str


def read_date(text: str) -> date | None:
    """The first full date in a text, in digits or Chinese numerals; ``None`` where there is none or it cannot be."""
    found = DATE.search(text) or _ISO.search(text)
    if found is None:
        return None
    parts = [number(group) for group in found.groups()]
    try:
        return date(*(n for n in parts if n is not None))
    except (ValueError, TypeError):
        return None


def appears_title(text: str) -> bool:
    """Whether a line ends as titles do, with no sentence in it and no marker before it."""
    return (
        bool(_TITLE_END.search(text))
        and not any(c in text for c in "。；，")
        and len(text) <= 100
        and marker(text) is None
    )


def _labelled(line: Line) -> tuple[str, str] | None:
    found = _FIELD.match(line.text)
    if found is None:
        return None
    label, value = (found[1] or found[3] or "").strip(), (found[2] or found[4] or "").strip()
    return (_LABELS[label], value) if label in _LABELS and value else ("other", value)


def is_head(text: str) -> bool:
    """Whether a paragraph before the text proper belongs to the head rather than to the preamble."""
    if text[-1:] in "：:":
        return bool(_FIELD.match(text)) or _addresses(text)
    if _FIELD.match(text):
        return True
    return "。" not in text and len(text) <= 120 and ("，" not in text or appears_title(text))


def _addresses(text: str) -> bool:
    """各省、自治区、直辖市人民政府： and its like; a preamble that ends in 如下： is none."""
    return (
        len(text) < 400
        and "。" not in text
        and not re.match(r"现|为|经|根据|按照|近年|当前|依据", text)
        and "如下" not in text[-6:]
    )


def _addressee(line: Line) -> bool:
    return line.text[-1:] in "：:" and _addresses(line.text)


def _title_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that make the title: the first that ends as titles do, with the unfinished ones above it."""
    for i, line in enumerate(lines):
        if not appears_title(line.text) and not (line.text.startswith("关于") and len(line.text) > 8):
            continue
        first = i
        while (
            first > 0
            and len(lines[first - 1].text) >= 8
            and not any(c in lines[first - 1].text for c in "〔。：:【号")
            and "关于" not in line.text
        ):
            first -= 1
            if "关于" in lines[first].text:
                break
        whole = "关于" in lines[first].text or first == i or len(line.text) < 8
        return list(lines[first : i + 1]) if whole else [line]
    return []


def _free(header: Header, lines: Sequence[Line], spans: dict[str, Span]) -> Header:
    """Number, title and addressee from lines without labels."""
    for line in lines:
        found = _NUMBER.search(line.text)
        if found and not header.number and len(line.text) < 60:
            header = replace(header, number=re.sub(r"\s", "", found.group()))
            spans["number"] = (line.span[0] + found.start(), line.span[0] + found.end())
    plain = [x for x in lines if not _addressee(x)]
    # a document without any of the usual words for a title still has one
    title = _title_lines(plain) or [x for x in plain[:2] if not _NUMBER.search(x.text) and read_date(x.text) is None]
    if title and not header.title:
        header = replace(header, title="".join(x.text for x in title))
        spans["title"] = (title[0].span[0], title[-1].span[1])
    for line in lines:
        if _addressee(line) and not header.addressee:
            header = replace(header, addressee=line.text.rstrip("：:"))
            spans["addressee"] = line.span
    return header


_FIELDS: dict[str, Callable[[Header, str], Header]] = {
    "issuer": lambda header, value: replace(header, issuer=value),
    "number": lambda header, value: replace(header, number=value),
    "title": lambda header, value: replace(header, title=value),
}


def read_head(lines: Sequence[Line]) -> tuple[Header, dict[str, Span]]:
    """The header from the paragraphs above the text; spans are within the mended text."""
    header, spans, free = Header(), dict[str, Span](), list[Line]()
    for line in lines:
        field = _labelled(line)
        if field is None:
            free.append(line)
            continue
        name, value = field
        where = (line.span[1] - len(value), line.span[1])
        if name == "date" and header.dated is None:
            header, spans["date"] = replace(header, dated=read_date(value)), where
        elif name in _FIELDS and not getattr(header, name):
            header = _FIELDS[name](header, value)
            spans[name] = where
    header = _free(header, free, spans)
    dated = next((x for x in free if len(x.text) < 40 and read_date(x.text)), None)
    if header.dated is None and dated is not None:
        header, spans["date"] = replace(header, dated=read_date(dated.text)), dated.span
    return _from_title(header), spans


def _from_title(header: Header) -> Header:
    carried = _CARRIES.search(header.title.replace("<<", "《").replace(">>", "》"))
    named = _ISSUER.match(header.title)
    if carried:
        header = replace(header, carries=carried[1])
    if named and not header.issuer and not header.title.startswith("关于"):
        header = replace(header, issuer=named[1].strip())
    return header


def is_signer(text: str) -> bool:
    """Whether a line of the foot names an office that signs."""
    return len(text) <= 60 and bool(_SIGNER.match(text)) and marker(text) is None and not appears_title(text)


def is_date_line(text: str) -> bool:
    """Whether a line of the foot is the date and nothing else."""
    bare = re.sub(r"[\s　（）()]", "", text)
    return len(bare) <= 16 and DATE.fullmatch(bare) is not None
