"""A decision read out: every requirement, outcome, amount and warning as sentences in Chinese and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mulberry.decisions.declare import Amount, Decision, Notice, Requirement, Route, roots
from mulberry.decisions.expression import Expr
from mulberry.decisions.figures import figure, quoted
from mulberry.decisions.passages import Passage, Section, escaped, joined
from mulberry.decisions.phrases import filled, period
from mulberry.decisions.sentences import Sentences
from mulberry.decisions.tree import free_scopes, walk
from mulberry.decisions.types import Type
from mulberry.law.basis import Basis, Law
from mulberry.law.parameters import Parameter, Standing, Version
from mulberry.law.text import Lang, Text, t

STANDINGS = {
    Standing.CONFIRMED: t("已核对", "confirmed"),
    Standing.UNCONFIRMED: t("尚未与官方文本核对", "not compared with the official text"),
    Standing.MISSING: t("尚未确定", "not established"),
}


@dataclass(frozen=True, slots=True)
class Prose:
    """A decision as sections of passages; Markdown and pages are made of the same."""

    id: str
    title: Text
    about: Text
    sections: tuple[Section, ...]

    def markdown(self, lang: Lang) -> str:
        """The whole as Markdown in one language."""
        lines = [f"# {escaped(self.title.in_(lang))}", "", escaped(self.about.in_(lang)), ""]
        for section in self.sections:
            lines += section.lines(lang)
        return "\n".join(lines).rstrip() + "\n"


def prose(decision: type[Decision[Any]], day: date) -> Prose:
    """A decision in words, with its parameters as they stand on a day."""
    return Prose(decision.id, decision.title, _about(decision, day), tuple(Reader(decision, day).sections()))


class Reader:
    """Reads one decision; every part is said by itself, so that each can be read alone."""

    def __init__(self, decision: type[Decision[Any]], day: date) -> None:
        self.decision, self.day = decision, day
        self.laws = laws(decision)
        self.terms = {node: _term(number) for number, node in enumerate(self._shared(), 1)}

    def sections(self) -> Iterator[Section]:
        """The parts in the order in which a person asks: what is asked, what comes out, what is to be heeded."""
        decision = self.decision
        asked = tuple(self.requirement(one) for one in decision.requirements if one.decides)
        found = tuple(self.requirement(one) for one in decision.requirements if not one.decides)
        if self.terms:
            lead = t("下列情形在后文中反复提到。", "The situations below are spoken of again and again.")
            yield Section(t("用语", "Terms"), tuple(map(self.term, self.terms)), lead=lead)
        if asked:
            yield Section(t("条件", "Requirements"), asked)
        if found:
            yield Section(t("另行认定的事项", "Findings"), found)
        yield self.outcomes()
        if decision.amounts:
            yield Section(t("数额与期日", "Amounts and days"), tuple(map(self.amount, decision.amounts)))
        if decision.warnings:
            yield Section(t("提示", "Warnings"), tuple(map(self.warning, decision.warnings)))
        if decision.parameters:
            yield Section(t("所用参数", "Parameters used"), tuple(map(self.parameter, decision.parameters)))

    def term(self, node: Expr) -> Passage:
        """A condition that several parts speak of."""
        speaker = Sentences(self.day, self.laws, {term: name for term, name in self.terms.items() if term is not node})
        return self._part(self.terms[node], speaker, node)

    def _shared(self) -> Iterator[Expr]:
        """Conditions of several lines that are used more than once, those inside others first."""
        every = list(walk(*roots(self.decision)))
        uses = Counter(arg for node in every for arg in node.args)
        uses.update(roots(self.decision))
        again = (node for node in every if node.op in {"and", "or"} and uses[node] > 1 and not free_scopes(node))
        return (node for node in again if Sentences(self.day, self.laws).inline(node) is None)

    def requirement(self, requirement: Requirement) -> Passage:
        """What is asked, and what that means in facts."""
        return self._part(requirement.text, self.speaker(), requirement.condition, law=requirement.basis)

    def outcomes(self) -> Section:
        """Which outcome follows when."""
        title, routes = t("结论", "Outcome"), self.decision.routes.ordered
        if self.plain():
            granted, refused = (quoted(route.text) for route in routes)
            zh, en = "上述条件全部成立的，结论为{a}；否则为{b}。", "Where all requirements hold: {a}; otherwise: {b}."
            return Section(title, (Passage(filled(t(zh, en), a=granted, b=refused)),))
        lead = t("依次看下列各项，以最先符合的为准。", "The first of these that applies is the answer.")
        return Section(title, tuple(map(self.route, routes)), ordered=True, lead=lead)

    def plain(self) -> bool:
        """Whether the outcome only asks whether all requirements hold."""
        routes = self.decision.routes.ordered
        deciding = tuple(one for one in self.decision.requirements if one.decides)
        when = routes[0].when
        joined_ = when.args if when.op == "and" else (when,)
        return (
            len(routes) == 2
            and len(joined_) == len(deciding)
            and all(a is b for a, b in zip(joined_, deciding, strict=True))
        )

    def route(self, route: Route) -> Passage:
        """One outcome and when it follows."""
        if route.when.op == "const":
            return Passage(filled(t("其余情形：{a}", "in any other case: {a}"), a=quoted(route.text)))
        speaker = self.speaker()
        asked = speaker.asked(route.when)
        text = filled(t("{a}：如果{b}", "{a}, if {b}"), a=quoted(route.text), b=asked.text)
        return speaker.whole(Passage(text, asked.parts, asked.ordered))

    def amount(self, amount: Amount) -> Passage:
        """How a figure comes about."""
        speaker = self.speaker()
        value = speaker.value(amount.args[0]) if amount.type.name != "bool" else speaker.condition(amount.args[0])
        return speaker.whole(self._told(amount.text, value, amount.basis))

    def warning(self, notice: Notice) -> Passage:
        """What is told, and when."""
        speaker = self.speaker()
        asked = speaker.asked(notice.condition)
        text = filled(t("{text}（如果{asked}", "{text} (If {asked}"), text=notice.text, asked=asked.text)
        closed = Text(f"{text.zh.rstrip('：')}）", f"{text.en.rstrip(':')})")
        return speaker.whole(Passage(closed, asked.parts, asked.ordered, cited(notice.basis)))

    def parameter(self, parameter: Parameter) -> Passage:
        """A parameter and all its versions."""
        versions = tuple(Passage(self._version(parameter, one), note=one.basis.label()) for one in parameter.versions)
        return Passage(Text(f"{parameter.title.zh}：", f"{parameter.title.en}:"), versions)

    def speaker(self) -> Sentences:
        return Sentences(self.day, self.laws, self.terms)

    def _part(self, title: Text, speaker: Sentences, condition: Expr, law: tuple[Basis, ...] = ()) -> Passage:
        return speaker.whole(self._told(title, speaker.condition(condition), law))

    def _told(self, title: Text, value: Passage, law: tuple[Basis, ...]) -> Passage:
        text = filled(t("{a}：{b}", "{a}: {b}"), a=title, b=value.text)
        return Passage(text, value.parts, value.ordered, cited(law) if law else None)

    def _version(self, parameter: Parameter, version: Version) -> Text:
        standing = STANDINGS[version.standing]
        if version.value is None:
            return standing
        type_ = Type(parameter.type if parameter.type != "enum" else "str", unit=parameter.unit)
        value = figure(type_, type_.count(version.value))
        return joined(value, period(version), standing, zh="，", en="; ")


def _term(number: int) -> Text:
    return Text(f"情形{number}", f"situation {number}")


def laws(decision: type[Decision[Any]]) -> tuple[Law, ...]:
    """The laws a decision cites, each once."""
    return tuple(dict.fromkeys(basis.law for basis in decision.bases))


def cited(basis: tuple[Basis, ...]) -> Text:
    """Where it stands in the law."""
    return joined(*(one.label() for one in basis), zh="；", en="; ")


def _about(decision: type[Decision[Any]], day: date) -> Text:
    on = figure(Type("date"), day)
    clauses = "、".join(decision.clauses), ", ".join(decision.clauses)
    by = decision.dated_by
    told = f"落实条款 {clauses[0]}；参数以{on.zh}为准。", f"Carries out clause {clauses[1]}; parameters as of {on.en}."
    if by is None:
        return Text(*told)
    return Text(
        f"{told[0]}适用法律以“{by.title.zh}”之日为准。", f"{told[1]} The law is that of the day “{by.title.en}”."
    )
