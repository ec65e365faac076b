"""The reading as JSON: the one place where the published shape is written down."""

from __future__ import annotations

from decimal import Decimal

from mulberry.policy.model import Clause, Finding, Header, Phrase, Quantity, Reading, Sentence, Span

Json = dict[str, object]


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _number(value: Decimal | None) -> int | str | None:
    """Whole numbers as JSON numbers; a fraction as a string, so that no reader makes a binary float of it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else format(value.normalize(), "f")


def _phrase(phrase: Phrase) -> Json:
    return {"text": phrase.text, "zh": _span(phrase.zh)}


def _quantity(q: Quantity) -> Json:
    return {
        "text": q.text,
        "zh": _span(q.zh),
        "op": q.op,
        "value": _number(q.value),
        "low": _number(q.low),
        "high": _number(q.high),
        "closed": list(q.closed),
        "unit": q.unit,
    }


def clause_json(clause: Clause) -> Json:
    return {
        "id": clause.id,
        "zh": _span(clause.zh),
        "force": clause.force,
        "force_at": clause.force_at,
        "class": clause.cls,
        "under": clause.under,
        "actor": clause.actor,
        "beneficiary": clause.beneficiary,
        "objects": list(clause.objects),
        "names": [_phrase(p) for p in clause.names],
        "conditions": [_phrase(p) for p in clause.conditions],
        "quantities": [_quantity(q) for q in clause.quantities],
    }


def sentence_json(sentence: Sentence) -> Json:
    return {
        "id": sentence.id,
        "measure": sentence.measure,
        "zh": _span(sentence.zh),
        "en": [_span(s) for s in sentence.en],
        "clauses": [clause_json(c) for c in sentence.clauses],
    }


def finding_json(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "code": finding.code,
        "zh": _span(finding.zh),
        "en": _span(finding.en),
        "why": finding.why.to_json(),
    }


def _header(header: Header, sha256: tuple[tuple[str, str], ...]) -> Json:
    return {
        "title": header.title,
        "issuer": header.issuer,
        "number": header.number,
        "date": header.dated.isoformat() if header.dated else None,
        "sha256": dict(sha256),
        "addressee": header.addressee or None,
        "carries": header.carries or None,
        "signers": list(header.signers),
        "appendices": list(header.appendices),
        "valid_from": header.valid_from.isoformat() if header.valid_from else None,
        "valid_until": header.valid_until.isoformat() if header.valid_until else None,
        "target_years": list(header.target_years),
        "spans": {name: _span(span) for name, span in header.spans},
    }


def to_json(reading: Reading) -> Json:
    """The whole reading in the published shape; spans are code-point offsets, dates ISO 8601."""
    return {
        "document": _header(reading.header, reading.sha256),
        "parts": [{"n": p.n, "zh": _span(p.zh), "en": _span(p.en)} for p in reading.parts],
        "measures": [{"n": m.n, "part": m.part, "zh": _span(m.zh), "en": _span(m.en)} for m in reading.measures],
        "items": [{"id": i.id, "measure": i.measure, "zh": _span(i.zh)} for i in reading.items],
        "sentences": [sentence_json(s) for s in reading.sentences],
        "aliases": [{"short": a.short, "long": a.long, "zh": _span(a.zh)} for a in reading.aliases],
        "unmatched_en": [_span(s) for s in reading.unmatched_en],
        "findings": [finding_json(f) for f in reading.findings],
    }
