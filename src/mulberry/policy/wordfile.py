"""Text out of a .docx file: its paragraphs in order, with the numbers that Word sets by itself written out.

A zip may promise little and unpack to much, so every part is read up to a limit and never further.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.policy.numerals import chinese_numeral

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LIMIT = 20_000_000
_BROKEN = t(
    "这个 .docx 文件打不开，请用 Word 重新保存后再读。",
    "This .docx file cannot be opened; please save it again in Word.",
)
_LARGE = t(
    "这个 .docx 文件解开后过大，不像政策文本，请检查文件。",
    "This .docx file unpacks to far too much for a policy; please check the file.",
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

Levels = dict[str, dict[int, tuple[str, str, int]]]


def docx_text(data: bytes, field: str) -> str:
    """The text of a .docx, one paragraph a line; ``Invalid`` where it is damaged or hostile."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, "word/document.xml", field)
            numbering = (
                _part(archive, "word/numbering.xml", field) if "word/numbering.xml" in archive.namelist() else b""
            )
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError, RuntimeError, EOFError) as error:
        raise Invalid(field, _BROKEN) from error
    levels = _levels(_tree(numbering, field)) if numbering else {}
    counts: dict[str, dict[int, int]] = {}
    tree = _tree(body, field)
    return "\n".join(_label(p, levels, counts) + _words(p) for p in tree.iter(f"{_W}p") if not _within_fallback(p))


def _part(archive: zipfile.ZipFile, name: str, field: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        raise Invalid(field, _LARGE)
    return data


def _tree(data: bytes, field: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Invalid(field, _BROKEN) from error


def _within_fallback(p: etree._Element) -> bool:
    return any(a.tag == _MC_FALLBACK for a in p.iterancestors())


def _words(p: etree._Element) -> str:
    """The words of a paragraph; what a reviewer struck out is not read."""
    return "".join(_pieces(p))


def _pieces(p: etree._Element) -> Iterator[str]:
    for node in p.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        owner = next((a for a in node.iterancestors(f"{_W}p")), None)
        if owner is not p:
            continue
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif node.tag == f"{_W}tab":
            run = node.getparent()
            yield "\t" if run is not None and run.tag == f"{_W}r" else ""
        else:
            yield "\n"


def _value(node: etree._Element | None, name: str = "val") -> str:
    return "" if node is None else str(node.get(f"{_W}{name}") or "")


def _levels(tree: etree._Element) -> Levels:
    """Per list: format, text and first number of each level."""
    abstract = {}
    for a in tree.iter(f"{_W}abstractNum"):
        rows = {}
        for level in a.iter(f"{_W}lvl"):
            start = _value(level.find(f"{_W}start")) or "1"
            shape, words = _value(level.find(f"{_W}numFmt")), _value(level.find(f"{_W}lvlText"))
            rows[int(_value(level, "ilvl") or 0)] = (shape, words, int(start) if start.isdigit() else 1)
        abstract[_value(a, "abstractNumId")] = rows
    return {_value(n, "numId"): abstract.get(_value(n.find(f"{_W}abstractNumId")), {}) for n in tree.iter(f"{_W}num")}


def _label(p: etree._Element, levels: Levels, counts: dict[str, dict[int, int]]) -> str:
    """The number Word shows before a paragraph, such as （一） or 1."""
    props = p.find(f"{_W}pPr/{_W}numPr")
    if props is None:
        return ""
    list_id, depth = _value(props.find(f"{_W}numId")), _value(props.find(f"{_W}ilvl")) or "0"
    rows = levels.get(list_id, {})
    if not depth.isdigit() or int(depth) not in rows:
        return ""
    level, seen = int(depth), counts.setdefault(list_id, {})
    seen[level] = seen.get(level, rows[level][2] - 1) + 1
    for deeper in [k for k in seen if k > level]:
        del seen[deeper]
    words = rows[level][1]
    for k in range(level + 1):
        shape, _, first = rows.get(k, ("decimal", "", 1))
        words = words.replace(f"%{k + 1}", _shown(seen.get(k, first), shape))
    return "" if rows[level][0] in ("bullet", "none") else words


def _shown(n: int, shape: str) -> str:
    if shape.startswith(("chinese", "ideographDigital", "japanese", "taiwanese")):
        return chinese_numeral(n)
    if shape.startswith("decimalEnclosedCircle") and n <= len(_CIRCLED):
        return _CIRCLED[n - 1]
    return str(n)
