"""The outline of a document: head, parts, measures, items, sentences, closing, foot. Works on the mended text;
spans are within it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mulberry.policy.header import Line, appears_title, is_date_line, is_head, is_signer, read_date, read_head
from mulberry.policy.levels import NO_MARK, Marker, Outline, marker
from mulberry.policy.model import Header, Span
from mulberry.policy.sentences import chinese_sentences
from mulberry.policy.validity import in_force, target_years

_OVERALL = re.compile(r"总体(?:要求|思路|目标|安排|原则)|指导思想|工作目标|主要目标|发展目标|基本原则|^总则$")
_CLOSING = re.compile(
    r"(?:各(?:有关|相关)?(?:地|部门|单位|省|市|区|级)|国务院|本(?:措施|意见|办法|通知|规定|方案|细则|政策|文件|条例)|以上|上述|自.{0,30}起(?:施行|实施|执行)|特此|有效期|此前|原.{2,40}废止"
    r"|.{2,14}(?:省|市|部|委|局|政府|管委会|单位|部门|区)[^，。]{0,12}要|.{2,20}负责解释)"
)
_APPENDIX = re.compile(
    r"附(?:件|录|表)?\s*[\d一二三四五六七八九十]{0,3}\s*(?:[：:.．]|$)|附(?:件|录|表)\s*[\d一二三四五六七八九十]{1,3}(?=\s|[\u4e00-\u9fff])"
)
_HEADING_LIMIT = 42
# a heading neither allows nor demands nor counts
_NO_HEADING = re.compile(
    r"可以|应当|不得|必须|[；：]|每年|\d(?:[百千万亿]*元|%|％|日|个工作日|个月|年(?!代|度|行动|计划))"
)


@dataclass(slots=True)
class Block:
    """A paragraph with its place in the outline. ``role``: head, text, part, measure, item, closing, appendix, foot."""

    span: Span
    text: str
    mark: Marker = NO_MARK
    depth: int = -1
    role: str = "text"
    heading: int = 0


@dataclass(slots=True)
class Unit:
    """A part, measure or item found: number, part, heading span and the words of its title."""

    n: int
    part: int | None
    span: Span
    title: str
    label: str
    id: str = ""


@dataclass(slots=True)
class Outlined:
    """The document laid out; sentences are (id, measure, span)."""

    header: Header
    header_spans: dict[str, Span]
    parts: list[Unit] = field(default_factory=list)
    measures: list[Unit] = field(default_factory=list)
    items: list[Unit] = field(default_factory=list)
    sentences: list[tuple[str, int | None, Span]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def _mark(blocks: list[Block]) -> None:
    """Find markers and their depth; everything after an appendix line is appendix."""
    outline, appendix = Outline.new(), False
    for i, block in enumerate(blocks):
        if _APPENDIX.match(block.text[:24]) and len(block.text) < 200 and "。" not in block.text:
            appendix = True
        if appendix and not (_is_foot(block.text) and i > len(blocks) - 6):
            block.role = "appendix"
            continue
        if i and appears_title(block.text) and outline.stack:
            # a second document in the same paper numbers from one again
            outline = Outline.new()
        found = marker(block.text)
        depth = outline.place(found) if found else None
        if found and depth is not None:
            block.mark, block.depth = found, depth


def _is_foot(text: str) -> bool:
    return is_date_line(text) or is_signer(text)


def _head_end(blocks: list[Block]) -> int:
    """How many paragraphs at the top belong to the head."""
    n = 0
    while n < len(blocks) and not blocks[n].mark.kind and blocks[n].role == "text" and is_head(blocks[n].text):
        n += 1
    return n


def _carried_start(blocks: list[Block]) -> int | None:
    """Where the document begins that a notice carries: its title stands alone after the notice's date."""
    for i, block in enumerate(blocks[:40]):
        if not block.mark.kind and is_date_line(block.text) and any("。" in b.text for b in blocks[:i]):
            return i + 1 if i + 1 < len(blocks) else None
    return None


def _heading_length(block: Block, many: bool) -> int:
    """How much of a marked paragraph is its heading: marker and words up to the first 。, the marker alone, or the
    whole line.
    """
    stop = block.text.find("。")
    if stop < 0:
        sentence_like = block.text[-1:] in "；;：:" or (len(block.text) > 60 and "，" in block.text)
        return block.mark.length if sentence_like else len(block.text)
    title = block.text[block.mark.length : stop]
    if _NO_HEADING.search(title):
        return block.mark.length
    alone = stop == len(block.text) - 1
    short = len(title) <= _HEADING_LIMIT and (title.count("，") <= 1 if len(title) <= 30 else "，" not in title)
    if alone:
        # a marked paragraph of one sentence is that sentence, unless text follows under it
        return len(block.text) if many and short and "，" not in title else block.mark.length
    return stop + 1 if short else block.mark.length


def _headings(blocks: list[Block]) -> None:
    for i, block in enumerate(blocks):
        if not block.mark.kind:
            continue
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        deeper = following is not None and (
            following.depth > block.depth or (not following.mark.kind and following.role == "text")
        )
        block.heading = _heading_length(block, deeper)
        before = next((b for b in reversed(blocks[max(0, i - 8) : i]) if b.depth == block.depth), None)
        if before is not None and before.text[-1] in "；;":
            # the last of a list of cases is no heading either
            block.heading = block.mark.length
    _without_headings(blocks)


def _without_headings(blocks: list[Block]) -> None:
    """Where most items of a depth have no heading, a short first sentence is a sentence as well."""
    for depth in {b.depth for b in blocks if b.mark.kind}:
        same = [b for b in blocks if b.mark.kind and b.depth == depth and "。" in b.text]
        headed = [b for b in same if b.heading > b.mark.length and b.heading < len(b.text)]
        if headed and len(headed) * 2 < len(same):
            for block in headed:
                block.heading = block.mark.length


def _roles(blocks: list[Block]) -> None:
    """Part, measure or item by depth; with one depth only, everything is a measure except the overall requirements."""
    levels = {b.depth for b in blocks if b.mark.kind}
    kinds = {b.mark.kind for b in blocks if b.mark.kind and b.depth == 0}
    flat = levels == {0} or (0 in levels and kinds == {"article"})
    for block in blocks:
        if not block.mark.kind:
            continue
        depth = block.depth + (1 if flat else 0)
        overall = depth == 1 and flat and _OVERALL.search(block.text[: block.heading])
        block.role = "part" if depth == 0 or overall else "measure" if depth == 1 else "item"
    sections = {b.depth for b in blocks if b.mark.kind and b.mark.kind == "section"}
    articles = [b for b in blocks if b.mark.kind and b.mark.kind == "article"]
    for block in articles if sections else ():
        block.role = "measure"


def _close(blocks: list[Block]) -> None:
    """Unmarked paragraphs after the last marked one: continued text of the item, or closing words of the document."""
    marked = [i for i, b in enumerate(blocks) if b.mark.kind]
    if not marked:
        return
    last = marked[-1]
    plain_tails = any(
        not b.mark.kind and b.role == "text" and _under_measure(blocks[k - 1])
        for k, b in enumerate(blocks[marked[0] : last], marked[0])
    )
    heading_only = blocks[last].heading == len(blocks[last].text)
    for i in range(last + 1, len(blocks)):
        block = blocks[i]
        if block.role != "text":
            continue
        first = i == last + 1
        if not (first and heading_only) and (not plain_tails or _CLOSING.match(block.text)):
            for later in blocks[i:]:
                later.role = "closing" if later.role == "text" else later.role
            return


def _under_measure(before: Block) -> bool:
    """Whether the paragraph before is a measure or item with text of its own, so that what follows is its tail."""
    return before.role in ("measure", "item") and before.heading < len(before.text)


def _feet(blocks: list[Block]) -> list[Block]:
    """The signers and date at the very end."""
    feet = []
    for block in reversed(blocks):
        if block.role == "appendix":
            continue
        if not _is_foot(block.text) and not re.match(r"[（(]?(?:此件|联系人|抄送|本页|信息公开)", block.text):
            break
        block.role = "foot"
        feet.append(block)
    return feet[::-1]


class _Counter:
    """Gives out the ids while the document is walked from top to bottom."""

    def __init__(self, out: Outlined, runs_on: bool) -> None:
        self.out, self.runs_on = out, runs_on
        self.prefix, self.count = "P", 0
        self.part: int | None = None
        self.measure: int | None = None
        self.item = 0

    def open(self, prefix: str) -> None:
        if prefix != self.prefix:
            self.prefix, self.count = prefix, 0

    def part_starts(self, block: Block) -> None:
        n = len(self.out.parts) + 1
        self.out.parts.append(_unit(block, n, None))
        self.part, self.measure = n, None
        overall = _OVERALL.search(block.text[: block.heading])
        self.open("O" if overall and not any(s[0].startswith("O") for s in self.out.sentences) else f"S{n}")

    def measure_starts(self, block: Block) -> None:
        n = block.mark.n if self.runs_on else len(self.out.measures) + 1
        self.out.measures.append(_unit(block, n, self.part))
        self.measure, self.item = n, 0
        self.open(str(n))

    def item_starts(self, block: Block) -> None:
        self.item += 1
        unit = _unit(block, self.measure or 0, self.part)
        unit.id = f"{self.measure if self.measure is not None else self.prefix}.i{self.item}"
        self.out.items.append(unit)

    def inline_item(self, block: Block, a: int, b: int) -> int:
        """How long a marker is that stands at the head of a sentence within a paragraph: 推动…发展。3.探索…"""
        found = marker(block.text[a : min(a + 12, b)]) if block.role in ("measure", "text") else None
        if found is None or found.kind not in ("num", "num_paren", "half", "circled") or a + found.length >= b:
            return 0
        span = (block.span[0] + a, block.span[0] + a + found.length)
        self.item += 1
        prefix = self.measure if self.measure is not None else self.prefix
        label = block.text[a : a + found.length].strip()
        self.out.items.append(Unit(self.measure or 0, self.part, span, "", label, f"{prefix}.i{self.item}"))
        return found.length

    def body(self, block: Block) -> None:
        for a, b in chinese_sentences(block.text[block.heading :]):
            self.count += 1
            start = block.span[0] + block.heading
            a += self.inline_item(block, block.heading + a, block.heading + b)
            self.out.sentences.append((f"{self.prefix}.{self.count}", self.measure, (start + a, start + b)))


def _unit(block: Block, n: int, part: int | None) -> Unit:
    label = block.text[: block.mark.length].strip()
    title = block.text[block.mark.length : block.heading].rstrip("。")
    return Unit(n, part, (block.span[0], block.span[0] + max(block.heading, 1)), title, label)


def _runs_on(blocks: list[Block]) -> bool:
    """Whether measure numbers go up through the whole document, so that the written number can be the id."""
    numbers = [b.mark.n for b in blocks if b.role == "measure"]
    return all(a < b for a, b in pairwise(numbers))


def outline(text: str, paragraphs: list[Span]) -> Outlined:
    """Lay out the mended text; raises nothing: a document without levels has only preamble sentences."""
    blocks = [Block(span, text[span[0] : span[1]]) for span in paragraphs]
    _mark(blocks)
    _feet(blocks)
    first = _head_end(blocks)
    carried = _carried_start(blocks)
    if carried is not None:
        for block in blocks[first:carried]:
            block.role = "foot" if block.role == "text" and _is_foot(block.text) else block.role
        while (
            carried < len(blocks)
            and not blocks[carried].mark.kind
            and blocks[carried].role == "text"
            and is_head(blocks[carried].text)
        ):
            blocks[carried].role = "head"
            carried += 1
    for block in blocks[:first]:
        block.role = "head"
    _headings(blocks)
    _roles(blocks)
    _close(blocks)
    header, spans = read_head([Line(b.span, b.text) for b in blocks if b.role == "head"])
    _carried_title(blocks, header)
    header = _with_foot(header, spans, blocks, text)
    out = Outlined(header, spans, blocks=blocks)
    _walk(blocks, _Counter(out, _runs_on(blocks)))
    return out


def _carried_title(blocks: list[Block], header: Header) -> None:
    """The title of the document that a notice carries is a title where it stands, and no sentence."""
    name = header.carries or header.title
    for block in blocks:
        if block.role == "text" and name and (block.text == name or name.endswith(block.text)) and len(block.text) > 6:
            block.role = "head"


def _with_foot(header: Header, spans: dict[str, Span], blocks: list[Block], text: str) -> Header:
    """The header with what stands at the end: signers and date, appendices, validity; and the years set as targets."""
    feet = [b for b in blocks if b.role == "foot"]
    signers = tuple(b.text.strip() for b in feet if is_signer(b.text))
    dated = next((b for b in feet if is_date_line(b.text)), None)
    if dated is not None and header.dated is None:
        header = replace(header, dated=read_date(re.sub(r"[\s　（）()]", "", dated.text)))
        spans["date"] = dated.span
    if signers and not header.issuer:
        header = replace(header, issuer=signers[0])
    since, until = in_force(text, header.dated)
    return replace(
        header,
        signers=signers,
        appendices=_appendices(blocks),
        valid_from=since,
        valid_until=until,
        target_years=target_years(text),
    )


def _appendices(blocks: list[Block]) -> tuple[str, ...]:
    """The titles of the appendices, from the list after 附件： where there is one."""
    out: list[str] = []
    for block in blocks:
        if block.role != "appendix":
            continue
        title = re.sub(r"^附(?:件|录|表)?\s*[\d一二三四五六七八九十]{0,3}\s*[：:.．]?", "", block.text)
        title = re.sub(r"^\s*\d{1,2}\s*[.．、]\s*", "", title).strip()
        if not (_APPENDIX.match(block.text[:24]) or (out and re.match(r"\s*\d{1,2}\s*[.．、]", block.text))):
            break
        if title and len(title) < 100:
            out.append(title)
    return tuple(out)


def _walk(blocks: list[Block], counter: _Counter) -> None:
    starts = {"part": counter.part_starts, "measure": counter.measure_starts, "item": counter.item_starts}
    for block in blocks:
        if block.role in ("head", "foot", "appendix"):
            continue
        if block.role in starts:
            starts[block.role](block)
        elif block.role == "closing" and counter.prefix != "C":
            counter.measure = None
            counter.open("C")
        counter.body(block)
