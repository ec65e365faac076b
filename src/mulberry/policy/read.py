"""Reading a policy: a Chinese text, and where there is one its English translation, become one ``Reading``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.policy import align
from mulberry.policy.analysis import analyse, find_aliases, own_names
from mulberry.policy.english import English, read_english
from mulberry.policy.glossary import Terms, terms_in
from mulberry.policy.mend import Mended, mend
from mulberry.policy.model import Finding, Header, Item, Measure, Part, Reading, Sentence, Span
from mulberry.policy.names import local_places
from mulberry.policy.remap import remapped
from mulberry.policy.source import Source, load
from mulberry.policy.structure import Outlined, outline
from mulberry.policy.translation import check, check_heading

_NO_CHINESE = t(
    "没有读到中文正文，请给出政策的中文全文。", "No Chinese text was found; please give the policy's full Chinese text."
)
_NO_STRUCTURE = t(
    "没有读出任何句子或条目，请检查文件是不是政策正文。",
    "No sentence or measure was found; please check that the file is the text of a policy.",
)
_NO_STOP = t(
    "第 {at} 字起有 {size} 字没有一个句号，不像政策正文，请检查文件。",
    "From character {at} there are {size} characters without a full stop, unlike the text of a policy; please "
    "check the file.",
)
_NO_ENGLISH = t(
    "没有读到英文正文，请给出英文译文，或只给中文。",
    "No English text was found; please give the translation, or the Chinese alone.",
)
_LONGEST_SENTENCE = 20_000
_CHINESE = re.compile("[\u4e00-\u9fff]+")


def read(zh: bytes | str, en: bytes | str | None = None) -> Reading:
    """Read a policy. ``Invalid`` (field ``zh`` or ``en``) where a file cannot be one."""
    source = _source(zh, "zh")
    english = _source(en, "en") if en is not None else None
    mended = mend(source.text)
    _check_chinese(mended)
    laid_out = outline(mended.text, mended.paragraphs)
    _check_structure(laid_out, mended)
    reading = _assemble(source, mended, laid_out)
    if english:
        reading = _with_english(reading, mended, laid_out, english)
    if source.page or (english and english.page):
        reading = remapped(
            reading,
            source.back,
            english.back if english else None,
            source.original,
            english.original if english else "",
        )
    return reading


def _source(data: bytes | str, field: str) -> Source:
    return load(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data, field)


def _check_chinese(mended: Mended) -> None:
    sample = mended.text[:200_000]
    if sum(map(len, _CHINESE.findall(sample))) * 5 < len(sample):
        raise Invalid("zh", _NO_CHINESE)


def _check_structure(laid_out: Outlined, mended: Mended) -> None:
    if not laid_out.sentences and not laid_out.measures:
        raise Invalid("zh", _NO_STRUCTURE)
    spans = [span for _, _, span in laid_out.sentences] + [u.span for u in (*laid_out.parts, *laid_out.measures)]
    for a, b in spans:
        if b - a > _LONGEST_SENTENCE:
            raise Invalid("zh", _NO_STOP.format(at=mended.at(a) + 1, size=b - a))
    if not laid_out.parts and not laid_out.measures and "。" not in mended.text:
        raise Invalid("zh", _NO_STRUCTURE)


def _header(laid_out: Outlined, mended: Mended) -> Header:
    spans = tuple((name, mended.span(*span)) for name, span in laid_out.header_spans.items())
    return replace(laid_out.header, spans=spans)


def _assemble(source: Source, mended: Mended, o: Outlined) -> Reading:
    """The reading of the Chinese text alone, with every span led back to the original."""
    span = mended.span
    return Reading(
        header=_header(o, mended),
        sha256=(("zh", source.sha256),),
        parts=tuple(Part(u.n, span(*u.span), u.title, u.label) for u in o.parts),
        measures=tuple(Measure(u.n, u.part, span(*u.span), u.title, u.label) for u in o.measures),
        items=tuple(Item(u.id, u.n, span(*u.span), u.label) for u in o.items),
        sentences=_sentences(mended, o),
        aliases=find_aliases(mended.text, span),
        findings=source.findings + tuple(mended.findings),
        source=source.text,
        blocks=tuple((b.role, span(*b.span)) for b in o.blocks),
    )


def _sentences(mended: Mended, o: Outlined) -> tuple[Sentence, ...]:
    own = own_names(o.header.title)
    local = local_places(mended.text)
    return tuple(
        analyse(Sentence(id, measure, mended.span(a, b), mended.text[a:b]), a, mended.span, own, local)
        for id, measure, (a, b) in o.sentences
    )


def _headings(o: Outlined) -> list[tuple[int, int, Span]]:
    """Depth, written number and span of every heading of the Chinese text, in its order."""
    return [(b.depth, b.mark.n, b.span) for b in o.blocks if b.role in ("part", "measure", "item")]


def _with_english(reading: Reading, mended: Mended, o: Outlined, source: Source) -> Reading:
    english = read_english(source.text)
    if not english.sentences:
        raise Invalid("en", _NO_ENGLISH)
    zh_heads = _headings(o)
    pairs = align.anchors([(d, n) for d, n, _ in zh_heads], [(h.depth, h.n) for h in english.headings])
    terms = [terms_in(s.text) for s in reading.sentences]
    matched = _match_sections(o, zh_heads, english, pairs, reading, terms, source.text)
    used = {span for spans in matched.values() for span in spans}
    heads = {mended.span(*zh_heads[i][2])[0]: english.headings[j].span for i, j in pairs}
    sentences = tuple(
        replace(s, en=matched.get(k, ()), english=tuple(source.text[a:b] for a, b in matched.get(k, ())))
        for k, s in enumerate(reading.sentences)
    )
    starts = [a for _, _, (a, _) in o.sentences]
    changed = [
        f for s, a, x in zip(sentences, starts, terms, strict=True) for f in check(s, _back(mended, a), source.text, x)
    ]
    changed += _heading_findings(o, zh_heads, pairs, english, mended, source.text)
    return replace(
        reading,
        sha256=(*reading.sha256, ("en", source.sha256)),
        parts=tuple(replace(p, en=heads.get(p.zh[0])) for p in reading.parts),
        measures=tuple(replace(m, en=heads.get(m.zh[0])) for m in reading.measures),
        sentences=sentences,
        unmatched_en=tuple(span for _, span in english.sentences if span not in used),
        findings=reading.findings + source.findings + tuple(_english_findings(english)) + tuple(changed),
        source_en=source.text,
    )


def _heading_findings(
    o: Outlined,
    heads: list[tuple[int, int, Span]],
    pairs: list[tuple[int, int]],
    english: English,
    mended: Mended,
    en: str,
) -> list[Finding]:
    """What the translation changes in the headings."""
    out: list[Finding] = []
    titles = {u.span[0]: u for u in (*o.parts, *o.measures)}
    for i, j in pairs:
        unit = titles.get(heads[i][2][0])
        if unit is not None and unit.title:
            start = mended.text.find(unit.title, *unit.span)
            out += check_heading(unit.span, english.headings[j].span, unit.title, _back(mended, start), en)
    return out


def _back(mended: Mended, start: int) -> Callable[[int, int], Span]:
    """Leads a stretch of one sentence's text to the original."""
    return lambda a, b: mended.span(start + a, start + b)


def _english_findings(english: English) -> list[Finding]:
    return sorted(english.findings, key=lambda f: f.en or (0, 0))


def _match_sections(
    o: Outlined,
    zh_heads: list[tuple[int, int, Span]],
    english: English,
    pairs: list[tuple[int, int]],
    reading: Reading,
    terms: list[Terms],
    en: str,
) -> dict[int, tuple[Span, ...]]:
    """Align the sentences between every two neighbouring pairs of matched headings."""
    out: dict[int, tuple[Span, ...]] = {}
    starts = [0, *(zh_heads[i][2][0] for i, _ in pairs), len(reading.source) + 1]
    before = [0, *(j + 1 for _, j in pairs), len(english.headings) + 1]
    zh_at = en_at = 0
    for k in range(len(starts) - 1):
        left = []
        while zh_at < len(o.sentences) and o.sentences[zh_at][2][0] < starts[k + 1]:
            left.append(zh_at)
            zh_at += 1
        right = []
        while en_at < len(english.sentences) and english.sentences[en_at][0] < before[k + 1]:
            right.append(english.sentences[en_at][1])
            en_at += 1
        groups = align.align(
            [reading.sentences[i].text for i in left], [en[a:b] for a, b in right], [terms[i] for i in left]
        )
        for i, spans in align.spans_of(groups, right).items():
            out[left[i]] = spans
    return out
