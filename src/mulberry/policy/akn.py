"""A reading as Akoma Ntoso 3.0 (OASIS LegalDocML): the outline, sentences with their clauses marked, both
languages, findings as notes.
"""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from mulberry.policy.model import Measure, Part, Reading, Sentence

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNDATED = date(1, 1, 1)
# XML 1.0 allows no control characters
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EDITOR = "#mulberry"


def _add(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", {k.rstrip("_"): v for k, v in attributes.items()})
    if text:
        made.text = _CONTROL.sub("", text)
    return made


def to_akn(reading: Reading, *, made_on: date | None = None) -> bytes:
    """The document in UTF-8. ``made_on`` dates the manifestation; without it the document's own date stands."""
    root = etree.fromstring(f'<akomaNtoso xmlns="{NAMESPACE}"/>')
    doc = _add(root, "doc", name="policy")
    _meta(doc, reading, made_on)
    _preface(doc, reading)
    body = _add(doc, "mainBody")
    _body(body, reading)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _uri(reading: Reading) -> str:
    number = re.sub(r"\W+", "-", reading.header.number).strip("-") or dict(reading.sha256)["zh"][:16]
    return f"/akn/cn/doc/{(reading.header.dated or _UNDATED).isoformat()}/{number}"


def _meta(doc: etree._Element, reading: Reading, made_on: date | None) -> None:
    meta = _add(doc, "meta")
    identification = _add(meta, "identification", source=_EDITOR)
    dated = (reading.header.dated or _UNDATED).isoformat()
    uri = _uri(reading)
    for level, address in (("Work", uri), ("Expression", f"{uri}/zho@"), ("Manifestation", f"{uri}/zho@.xml")):
        part = _add(identification, f"FRBR{level}")
        _add(part, "FRBRthis", value=f"{address}/!main")
        _add(part, "FRBRuri", value=address)
        on = made_on.isoformat() if made_on and level == "Manifestation" else dated
        _add(part, "FRBRdate", date=on, name="issued" if level == "Work" else level.lower())
        _add(part, "FRBRauthor", href="#issuer" if level != "Manifestation" else _EDITOR)
        if level == "Work":
            _add(part, "FRBRcountry", value="cn")
        if level == "Expression":
            _add(part, "FRBRlanguage", language="zho")
    references = _add(meta, "references", source=_EDITOR)
    _add(
        references,
        "TLCOrganization",
        eId="issuer",
        href="/akn/ontology/organization/cn/issuer",
        showAs=reading.header.issuer or "—",
    )
    _add(references, "TLCOrganization", eId="mulberry", href="/akn/ontology/organization/mulberry", showAs="Mulberry")
    for force in sorted({c.cls for s in reading.sentences for c in s.clauses}):
        _add(references, "TLCConcept", eId=f"force-{force}", href=f"/akn/ontology/concept/force/{force}", showAs=force)
    if reading.findings:
        notes = _add(meta, "notes", source=_EDITOR)
        for k, f in enumerate(reading.findings, 1):
            note = _add(notes, "note", eId=f"note_{k}", class_=f"{f.kind} {f.code}")
            _add(note, "p", f.why.zh).set(_XML_LANG, "zh-Hans")
            _add(note, "p", f.why.en).set(_XML_LANG, "en")


def _preface(doc: etree._Element, reading: Reading) -> None:
    preface = _add(doc, "preface")
    head = reading.header
    _add(_add(preface, "p"), "docTitle", head.title or "—")
    if head.number:
        _add(_add(preface, "p"), "docNumber", head.number)
    if head.dated:
        _add(_add(preface, "p"), "docDate", head.dated.isoformat(), date=head.dated.isoformat())


def _body(body: etree._Element, reading: Reading) -> None:
    """Preamble, parts with their measures, measures without a part, closing, each in the order of the text."""
    groups: dict[str, list[Sentence]] = {}
    for s in reading.sentences:
        groups.setdefault(s.id.rpartition(".")[0], []).append(s)
    _container(body, "preamble", groups.pop("P", []))
    order: list[Part | Measure] = [*reading.parts, *(m for m in reading.measures if m.part is None)]
    closing = groups.pop("C", [])
    for unit in sorted(order, key=lambda u: u.zh[0]):
        if isinstance(unit, Part):
            _part(body, unit, reading, groups)
        else:
            _measure(body, unit, "", groups)
    for prefix, rest in groups.items():
        _container(body, f"section-{prefix}", rest)
    _container(body, "closing", closing)


def _part(body: etree._Element, part: Part, reading: Reading, groups: dict[str, list[Sentence]]) -> None:
    at = f"part_{part.n}"
    made = _add(body, "part", eId=at)
    _heading(made, part.label, part.title)
    measures = [m for m in reading.measures if m.part == part.n]
    own = [s for prefix in ("O", f"S{part.n}") for s in groups.get(prefix, []) if part.zh[1] <= s.zh[0]]
    own = [s for s in own if not any(p.n > part.n and p.zh[0] < s.zh[0] for p in reading.parts)]
    for s in own:
        groups[s.id.rpartition(".")[0]].remove(s)
    _sentences(made, f"{at}__intro", own)
    for measure in measures:
        _measure(made, measure, f"{at}__", groups)
    if len(made) <= 2 and not measures and not own:
        _add(_add(made, "content", eId=f"{at}__content"), "p")


def _measure(parent: etree._Element, measure: Measure, within: str, groups: dict[str, list[Sentence]]) -> None:
    at = f"{within}art_{measure.n}"
    made = _add(parent, "article", eId=at)
    _heading(made, measure.label, measure.title)
    own = groups.pop(str(measure.n), [])
    _sentences(made, at, own)
    if not own:
        _add(_add(made, "content", eId=f"{at}__content"), "p")


def _heading(made: etree._Element, label: str, title: str) -> None:
    if label.strip():
        _add(made, "num", label.strip())
    if title:
        _add(made, "heading", title)


def _container(body: etree._Element, name: str, sentences: list[Sentence]) -> None:
    if sentences:
        made = _add(body, "hcontainer", eId=f"hcontainer_{name}", name=name)
        _sentences(made, f"hcontainer_{name}", sentences)


def _sentences(parent: etree._Element, within: str, sentences: list[Sentence]) -> None:
    for s in sentences:
        at = f"{within}__para_{s.id.rpartition('.')[2]}"
        content = _add(_add(parent, "paragraph", eId=at), "content", eId=f"{at}__content")
        _chinese(content, s, at)
        for english in s.english:
            _add(content, "p", english).set(_XML_LANG, "en")


def _chinese(content: etree._Element, s: Sentence, at: str) -> None:
    """The sentence with a span for every clause; what stands between clauses stays as text."""
    p = _add(content, "p")
    p.set(_XML_LANG, "zh-Hans")
    here, last = 0, None
    for k, clause in enumerate(s.clauses, 1):
        start = s.text.find(clause.text, here)
        if start < 0:
            continue
        _append(p, last, s.text[here:start])
        last = _add(p, "span", clause.text, eId=f"{at}__span_{k}", class_="clause", refersTo=f"#force-{clause.cls}")
        here = start + len(clause.text)
    _append(p, last, s.text[here:])


def _append(p: etree._Element, last: etree._Element | None, text: str) -> None:
    clean = _CONTROL.sub("", text)
    if last is None:
        p.text = (p.text or "") + clean
    else:
        last.tail = (last.tail or "") + clean
