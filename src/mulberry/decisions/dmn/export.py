"""A decision as a DMN 1.5 document: its facts as inputs, every part as a decision of its own, the outcome last."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxml import etree

from mulberry.decisions.declare import Decision
from mulberry.decisions.dmn.feel import Entries, Writer, literal
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr
from mulberry.decisions.parts import Amount, Part, Requirement
from mulberry.decisions.sentences import Sentences
from mulberry.decisions.sound import UNDETERMINED
from mulberry.decisions.types import Type
from mulberry.law.text import Text

MODEL = "https://www.omg.org/spec/DMN/20230324/MODEL/"
FEEL = "https://www.omg.org/spec/DMN/20230324/FEEL/"
TYPES = {"bool": "boolean", "date": "date", "datetime": "date and time", "str": "string", "enum": "string"}
OUTCOME = "outcome"


def export(decision: type[Decision[Any]], day: date) -> bytes:
    """A decision as DMN 1.5 with the law and the parameters of a day, as UTF-8 XML."""
    return Document(decision, day).to_bytes()


class Document:
    """One decision being written."""

    def __init__(self, decision: type[Decision[Any]], day: date) -> None:
        self.decision, self.day = decision, day
        self.outside: dict[Expr, str] = {}
        self.parts: dict[Expr, str] = {
            **{one: f"requirement_{one.id}" for one in decision.requirements},
            **{one: f"amount_{one.id}" for one in decision.amounts},
        }
        self.writer = Writer(Reading({}, day), self._name, self._input)
        self.root = etree.Element(
            _tag("definitions"),
            {"id": _id(decision.id), "name": decision.id, "namespace": f"urn:mulberry:{decision.id}"},
            nsmap={None: MODEL},  # type: ignore[dict-item]  # the default namespace has no prefix
        )
        self.root.set("expressionLanguage", FEEL)
        self.root.set("typeLanguage", FEEL)

    def to_bytes(self) -> bytes:
        """The document, inputs first."""
        told = f"{_both(self.decision.title)}. {self.day.isoformat()}"
        _child(self.root, "description", told)
        drawn = [*self._drawn_parts(), self._outcome()]
        for name, fact in self.decision.facts.items():
            self._drawn_input(name, fact.title, fact.type)
        for node, name in self.outside.items():
            self._drawn_input(name, self._said(node), node.type)
        for element in drawn:
            self.root.append(element)
        written: bytes = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        return written

    # -------------------------------------------------------------- parts

    def _drawn_parts(self) -> list[Any]:
        drawn = [self._drawn(name, _part(node).text, node.args[0]) for node, name in self.parts.items()]
        warnings = [self._drawn(f"warning_{one.id}", one.text, one.condition) for one in self.decision.warnings]
        routes = [
            self._drawn(f"route_{place}", route.text, route.when)
            for place, route in enumerate(self.decision.routes.ordered, 1)
        ]
        return [*drawn, *warnings, *routes]

    def _drawn(self, name: str, text: Text, node: Expr) -> Any:
        entries, reads = self.writer.context(node)
        element = self._decision(name, text, node.type, reads)
        _context(element, entries)
        return element

    def _decision(self, name: str, text: Text, type_: Type, reads: tuple[str, ...]) -> Any:
        element = etree.Element(_tag("decision"), {"id": _id(name), "name": name, "label": _both(text)})
        etree.SubElement(element, _tag("variable"), _typed({"name": name}, type_))
        for place, read in enumerate(reads, 1):
            required = etree.SubElement(element, _tag("informationRequirement"), {"id": f"{_id(name)}-{place}"})
            kind = "requiredDecision" if read in self._decisions() else "requiredInput"
            etree.SubElement(required, _tag(kind), {"href": f"#{_id(read)}"})
        return element

    def _decisions(self) -> set[str]:
        places = range(1, len(self.decision.routes.ordered) + 1)
        return {*self.parts.values(), *(f"route_{place}" for place in places)}

    def _outcome(self) -> Any:
        """The first route that holds; one that is open leaves the answer open unless the rest comes out the same."""
        ordered = self.decision.routes.ordered
        entries: Entries = [(f"from_{len(ordered)}", literal(ordered[-1].outcome))]
        for place in range(len(ordered) - 1, 0, -1):
            after, own, when = f"from_{place + 1}", literal(ordered[place - 1].outcome), f"route_{place}"
            open_ = f"if {after} = {own} then {own} else {literal(UNDETERMINED)}"
            asked = f"if {when} = true then {own} else if {when} = false then {after} else ({open_})"
            entries.append((f"from_{place}", asked))
        entries.append(("result", "from_1"))
        reads = tuple(f"route_{place}" for place in range(1, len(ordered)))
        element = self._decision(OUTCOME, self.decision.title, Type("str"), reads)
        _context(element, entries)
        return element

    # -------------------------------------------------------------- inputs

    def _drawn_input(self, name: str, title: Text, type_: Type) -> None:
        element = etree.SubElement(self.root, _tag("inputData"), {"id": _id(name), "name": name, "label": _both(title)})
        etree.SubElement(element, _tag("variable"), _typed({"name": name}, type_))

    def _name(self, part: Part) -> str:
        return self.parts[part]

    def _input(self, node: Expr) -> str:
        """A value FEEL has no word for here: whoever runs the document gives it, counted in its smallest part."""
        return self.outside.setdefault(node, f"given_{len(self.outside) + 1}")

    def _said(self, node: Expr) -> Text:
        speaker = Sentences(self.day)
        condition = node.type.name == "bool"
        passage = speaker.whole(speaker.condition(node) if condition else speaker.value(node))
        below = [part.text for part in (*passage.parts, *passage.where)]
        zh, en = "；".join(one.zh for one in below), "; ".join(one.en for one in below)
        return Text(f"{passage.text.zh} {zh}".strip(), f"{passage.text.en} {en}".strip())


def outside_values(decision: type[Decision[Any]], day: date) -> dict[str, Expr]:
    """The values that a document asks for because FEEL has no word for how they come about, by their names in it."""
    document = Document(decision, day)
    document.to_bytes()
    return {name: node for node, name in document.outside.items()}


def _context(element: Any, entries: Entries) -> None:
    if len(entries) == 1:
        _literal(element, entries[0][1])
        return
    context = etree.SubElement(element, _tag("context"))
    for name, text in entries:
        entry = etree.SubElement(context, _tag("contextEntry"))
        if name != "result":
            etree.SubElement(entry, _tag("variable"), {"name": name})
        _literal(entry, text)


def _literal(element: Any, text: str) -> None:
    _child(etree.SubElement(element, _tag("literalExpression")), "text", text)


def _child(element: Any, name: str, text: str) -> None:
    etree.SubElement(element, _tag(name)).text = text


def _tag(name: str) -> str:
    return f"{{{MODEL}}}{name}"


def _id(name: str) -> str:
    return f"_{name}"


def _both(text: Text) -> str:
    return f"{text.zh} / {text.en}"


def _part(node: Expr) -> Requirement | Amount:
    if not isinstance(node, Requirement | Amount):
        raise TypeError(f"{node} is no part of a decision")
    return node


def _typed(attributes: dict[str, str], type_: Type) -> dict[str, str]:
    """A type where FEEL has one; a list of words has none that needs no definition of its own."""
    named = TYPES.get(type_.name, "number" if type_.is_number or type_.name == "month" else "")
    return {**attributes, "typeRef": named} if named else attributes
