"""A condition or a value of a rule as a passage: a sentence where it is short, a list of lines where it is not.

Negation is carried inward to what can be said directly (不低于 becomes 低于), which is equal for unknown facts too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from mulberry.decisions.expression import Expr, all_of, any_of
from mulberry.decisions.facts import Fact
from mulberry.decisions.figures import figure, fraction, listed, quoted
from mulberry.decisions.operations import COMPARISONS
from mulberry.decisions.parts import Part
from mulberry.decisions.passages import Passage
from mulberry.decisions.phrases import Phrases, bare, counter_of, filled, is_zero
from mulberry.decisions.wording import MEASURED, OPPOSITE
from mulberry.law.basis import Law
from mulberry.law.text import Text, t

SHORT = 44
"""The most Chinese characters of two conditions in one line."""
Said = tuple[Expr, bool]
"""A condition and whether it is negated."""

LEADS = {
    "and": t("下列各项同时成立：", "all of these hold:"),
    "or": t("下列至少一项成立：", "at least one of these holds:"),
}
PAIRS = {"and": t("{a}，且{b}", "{a}, and {b}"), "or": t("{a}，或者{b}", "{a}, or {b}")}
IMPLIES = t("如{a}，则{b}", "if {a}, then {b}")
OTHER = {"and": "or", "or": "and"}
NOT_SO = t("不属于“{a}”的情形", "it is not so that {a}")


class Sentences(Phrases):
    """Says the conditions and values of one part of a decision as they stand on a day."""

    def __init__(self, day: date, laws: tuple[Law, ...] = (), terms: Mapping[Expr, Text] | None = None) -> None:
        super().__init__(day, laws)
        self.named: dict[Expr, Text] = dict(terms or {})
        self.pairs: dict[tuple[Expr, Expr], Expr] = {}
        self.condition_of = lambda node: self.inline(node) or self.letter(node)

    def whole(self, passage: Passage) -> Passage:
        """A passage with what its letters stand for below it."""
        told: list[Passage] = []
        while len(told) < len(self.letters):
            node, letter = list(self.letters.items())[len(told)]
            value = self.condition(node) if node.type.name == "bool" else self.value(node)
            text = filled(t("{letter}：{text}", "{letter}: {text}"), letter=letter, text=value.text)
            told.append(Passage(text, value.parts, value.ordered))
        if not told:
            return passage
        return replace(passage, where=tuple(told))

    # -------------------------------------------------------------- conditions

    def condition(self, node: Expr, negated: bool = False) -> Passage:
        """A condition, in one line where it fits."""
        if (text := self.inline(node, negated)) is not None:
            return Passage(text)
        match node.op:
            case "not":
                return self.condition(node.args[0], not negated)
            case "and" | "or":
                return self._outline(node, negated)
            case "any" | "all":
                return self._of_records(node, negated)
            case "ite":
                return self._either(node, negated)
        return Passage(holds(self.letter(node), negated))

    def inline(self, node: Expr, negated: bool = False) -> Text | None:
        """A condition in one line, ``None`` where it takes several."""
        if node in self.named:
            return holds(self.named[node], negated)
        if isinstance(node, Part):
            return holds(quoted(node.text), negated)
        if isinstance(node, Fact) or node.op == "item":
            name = quoted(node.title) if isinstance(node, Fact) else self.noun(node)
            return filled(t("{a}不属实", "{a} is not true") if negated else t("{a}属实", "{a} is true"), a=name)
        match node.op:
            case "const":
                return (
                    t("不论何种情形", "in any case") if node.value is not negated else t("任何情形都不", "in no case")
                )
            case "param":
                return self._switch(node, negated)
            case "not":
                return self.inline(node.args[0], not negated)
            case "in" | "has" | "contains":
                return self._membership(node, negated)
            case op if op in COMPARISONS:
                return self._compared(node, negated)
            case "and" | "or":
                return self._joined(node, negated)
        return None

    def _switch(self, node: Expr, negated: bool) -> Text:
        """A parameter that says whether a rule applies."""
        version = node.value.at(self.day)
        value = None if version is None else version.value
        now = (
            t("尚未确定", "not established")
            if value is None
            else t("现为“是”", "now yes")
            if value
            else t("现为“否”", "now no")
        )
        words = (
            t("{a}定为“否”〔{now}〕", "{a} is answered no [{now}]")
            if negated
            else t("{a}定为“是”〔{now}〕", "{a} is answered yes [{now}]")
        )
        return filled(words, a=quoted(node.value.title), now=now)

    def _membership(self, node: Expr, negated: bool) -> Text:
        a = self.noun(node.args[0])
        if node.op == "contains":
            words = (
                t("{a}未包含{b}的每一项", "{a} lacks some of {b}")
                if negated
                else t("{a}包含{b}的每一项", "{a} has all of {b}")
            )
            return filled(words, a=a, b=self.noun(node.args[1]))
        type_ = node.args[0].type
        if node.op == "has":
            words = t("{a}不含{b}", "{a} does not include {b}") if negated else t("{a}含{b}", "{a} includes {b}")
            return filled(words, a=a, b=figure(type_, node.value))
        members = [figure(type_, member) for member in type_.values if member in node.value]
        return self._one_of(a, members, negated)

    def _one_of(self, a: Text, members: Sequence[Text], negated: bool) -> Text:
        if negated:
            words = t("{a}既不为{b}", "{a} is neither {b}") if len(members) > 1 else t("{a}不为{b}", "{a} is not {b}")
            return filled(words, a=a, b=listed(members, last=t("也不为", "nor")))
        return filled(t("{a}为{b}", "{a} is {b}"), a=a, b=listed(members, last=t("或", "or")))

    def _compared(self, node: Expr, negated: bool) -> Text:
        a, b = node.args
        if a.type.name == "bool":
            same = (node.op == "eq") is not negated
            words = t("{a}与{b}一致", "{a} and {b} agree") if same else t("{a}与{b}不一致", "{a} and {b} differ")
            return filled(words, a=self._truth(a), b=self._truth(b))
        return self.comparison(node, negated)

    def _truth(self, node: Expr) -> Text:
        return quoted(node.title) if isinstance(node, Fact) else self.noun(node)

    # -------------------------------------------------------------- and, or

    def terms(self, node: Expr, negated: bool) -> list[Said]:
        """The conditions that are joined, each with whether it is negated. A share or a growth, which is two of them,
        is the one that the law states; conditions joined the same way inside are taken in."""
        found: list[Said] = []
        waiting = self._with_names(node)
        while waiting:
            first = waiting.pop(0)
            if waiting and node.op == "and" and self._share(first, waiting[0]) is not None:
                found.append((self._pair(first, waiting.pop(0)), negated))
            else:
                found += self._taken_in(first, negated, OTHER[node.op] if negated else node.op)
        return found

    def _pair(self, first: Expr, second: Expr) -> Expr:
        """Two conditions that the law states as one, the same node whenever they are met."""
        return self.pairs.setdefault((first, second), all_of(first, second))

    def share_of(self, node: Expr) -> Text | None:
        """What a conjunction says where it is a share or a growth and nothing else."""
        return self._share(*node.args) if node.op == "and" and len(node.args) == 2 else None

    def _taken_in(self, node: Expr, negated: bool, op: str) -> list[Said]:
        while node.op == "not":
            node, negated = node.args[0], not negated
        joined = node.op in OTHER and (OTHER[node.op] if negated else node.op) == op
        whole = node in self.named or self._grouped(node, negated) is not None or self.share_of(node) is not None
        return self.terms(node, negated) if joined and not whole else [(node, negated)]

    def _with_names(self, node: Expr) -> list[Expr]:
        """What is joined; where a named condition was joined the same way, its name instead of its parts."""
        args = list(node.args)
        for term in self.named:
            size = len(term.args)
            if term.op != node.op or size >= len(args):
                continue
            for place in range(len(args) - size + 1):
                if all(a is b for a, b in zip(args[place : place + size], term.args, strict=True)):
                    args[place : place + size] = [term]
                    break
        return args

    def _joined(self, node: Expr, negated: bool) -> Text | None:
        """Two short conditions in one line, or several of one kind about one thing."""
        if (share := self.share_of(node)) is not None:
            return filled(NOT_SO, a=share) if negated else share
        if (grouped := self._grouped(node, negated)) is not None:
            return grouped
        terms = self.terms(node, negated)
        if len(terms) > 2 or any(self._takes_a_line(*term) for term in terms):
            return None
        op = OTHER[node.op] if negated else node.op
        (first, first_negated), second = terms
        if op == "or" and first_negated:
            words, a, b = IMPLIES, self.inline(first), self.inline(*second)
        else:
            words, a, b = PAIRS[op], self.inline(first, first_negated), self.inline(*second)
        return filled(words, a=a, b=b) if a and b and len(a.zh) + len(b.zh) <= SHORT else None

    def _takes_a_line(self, node: Expr, negated: bool) -> bool:
        plain = node.op not in OTHER or node in self.named or self.share_of(node) is not None
        return not plain and self._grouped(node, negated) is None

    def _grouped(self, node: Expr, negated: bool) -> Text | None:
        """为甲、乙或丙; 含甲、乙或丙: conditions of one kind on one thing."""
        ops = {arg.op for arg in node.args}
        if len(ops) != 1 or not ops <= {"eq", "has"} or len({arg.args[0] for arg in node.args}) != 1:
            return None
        a = node.args[0].args[0]
        if ops == {"eq"} and node.op == "or" and all(arg.args[1].op in {"const", "param"} for arg in node.args):
            others = [arg.args[1] for arg in node.args]
            unit, counter = a.type.unit, counter_of(a)
            return self._one_of(self.noun(a), [self.noun(b, unit=unit, counter=counter) for b in others], negated)
        if ops == {"has"} and not negated:
            words = t("{a}含{b}", "{a} includes {b}")
            last = t("或", "or") if node.op == "or" else t("和", "and")
            return filled(words, a=self.noun(a), b=listed([figure(a.type, arg.value) for arg in node.args], last=last))
        return None

    def _outline(self, node: Expr, negated: bool) -> Passage:
        parts = tuple(self.condition(*said) for said in self.terms(node, negated))
        return Passage(LEADS[OTHER[node.op] if negated else node.op], parts)

    def asked(self, node: Expr, negated: bool = False) -> Passage:
        """A condition after the word "if": one that has an "if" of its own goes on a line of its own."""
        passage = self.condition(node, negated)
        own = passage.text.zh.startswith("如")
        return Passage(t("下列一项成立：", "this holds:"), (passage,)) if own else passage

    def _either(self, node: Expr, negated: bool) -> Passage:
        asked, then, otherwise = node.args
        met = self.asked(asked)
        so, else_ = self.condition(then, negated), self.condition(otherwise, negated)
        if not met.parts and not so.parts:
            first = Passage(filled(t("如{a}，须{b}", "if {a}: {b}"), a=met.text, b=so.text))
        else:
            first = Passage(
                t("如第一组成立，须第二组成立：", "if the first holds, so must the second:"), (met, so), ordered=True
            )
        last = Passage(filled(t("否则，须{b}", "otherwise: {b}"), b=else_.text), else_.parts)
        return Passage(t("视情形而定：", "as the case may be:"), (first, last))

    def _of_records(self, node: Expr, negated: bool) -> Passage:
        name = self.open(node)
        some = (node.op == "any") is not negated
        words = (
            t("{a}中至少有一项：", "of {a}, at least one is such that:")
            if some
            else t("{a}中每一项：", "of {a}, each is such that:")
        )
        inner = self.condition(node.args[1], negated)
        return Passage(filled(words, a=name), (inner,))

    # -------------------------------------------------------------- shares and growth

    def _share(self, whole: Expr, compared: Expr) -> Text | None:
        """``whole > 0`` and ``part >= whole * rate`` together: a share, or a growth where the rate is compounded."""
        if whole.op != "gt" or not is_zero(whole.args[1]) or compared.op not in OPPOSITE:
            return None
        part, rated = (bare(arg) for arg in compared.args)
        factors = []
        while rated.op == "mul" and rated is not whole.args[0]:
            factors.append(rated.args[1])
            rated = rated.args[0]
        if rated is not whole.args[0] or not factors:
            return None
        years = len(factors)
        if factors[0].op == "add" and is_one(factors[0].args[0]):
            return self._growth(whole.args[0], part, bare(factors[0].args[1]), years, compared.op)
        return self._rate(part, whole.args[0], factors[0], compared.op) if years == 1 else None

    def _rate(self, part: Expr, whole: Expr, rate: Expr, op: str) -> Text:
        if rate.type.name == "int" and rate.op != "const":
            times = filled(t("{b}的{n}倍", "{n} times {b}"), b=self.noun(whole), n=self.noun(rate))
            return filled(MEASURED[op], a=self.noun(part), b=times)
        said = self.noun(rate)
        if rate.op == "const" and rate.type.name != "percent":
            value = Fraction(rate.value, rate.type.scale)
            if part.op == "mul" and part.args[1].op == "const" and rate.type.name == "int":
                value /= part.args[1].value
                part = part.args[0]
            said = self._percent(value)
        share = filled(t("{a}占{b}的比例", "the share of {a} in {b}"), a=self.noun(part), b=self.noun(whole))
        return filled(MEASURED[op], a=share, b=said)

    def _percent(self, value: Fraction) -> Text:
        hundredths = value * 100
        if hundredths.denominator == 1:
            return Text(f"{hundredths}%", f"{hundredths}%")
        return fraction(value)

    def _growth(self, first: Expr, last: Expr, rate: Expr, years: int, op: str) -> Text:
        words = t("从{a}到{b}的年均增长率", "the yearly growth from {a} to {b}")
        grown = filled(words, a=self.noun(first), b=self.noun(last))
        return filled(MEASURED[op], a=grown, b=self.noun(rate))

    # -------------------------------------------------------------- values

    def value(self, node: Expr) -> Passage:
        """A figure, a day, a choice or a set that a decision gives."""
        node = bare(node)
        if node.op == "ite":
            return self._cases(node)
        if node.op == "set":
            members = [self._member(node, place) for place in range(len(node.args))]
            return Passage(t("由符合条件的各项组成：", "made of those whose condition holds:"), tuple(members))
        return Passage(self.noun(node))

    def _member(self, node: Expr, place: int) -> Passage:
        asked = self.condition(node.args[place])
        name = figure(node.type, node.value[place])
        return Passage(filled(t("{a}：{b}", "{a}: {b}"), a=name, b=asked.text), asked.parts)

    def _cases(self, node: Expr) -> Passage:
        cases: list[Passage] = []
        while node.op == "ite":
            conditions, given = [node.args[0]], node.args[1]
            node = bare(node.args[2])
            while node.op == "ite" and same(node.args[1], given):
                conditions.append(node.args[0])
                node = bare(node.args[2])
            cases.append(self._case(any_of(*conditions), given))
        rest = t("其余情形，没有这一项", "in any other case there is none")
        if not (node.op == "const" and node.value is None):
            rest = filled(t("其余情形，为{a}", "in any other case {a}"), a=self.noun(node))
        lead = t("依次看下列情形，以最先符合的为准：", "the first of these cases that applies:")
        return Passage(lead, (*cases, Passage(rest)), ordered=True)

    def _case(self, condition: Expr, value: Expr) -> Passage:
        asked, given = self.asked(condition), self.noun(value)
        if not asked.parts:
            return Passage(filled(t("{a}的，为{b}", "{b}, if {a}"), a=asked.text, b=given))
        return Passage(filled(t("为{b}，如果{a}", "{b}, if {a}"), a=asked.text, b=given), asked.parts, asked.ordered)


def holds(name: Text, negated: bool) -> Text:
    """That a named condition holds, or does not."""
    return filled(t("{a}不成立", "{a} does not hold") if negated else t("{a}成立", "{a} holds"), a=name)


def same(a: Expr, b: Expr) -> bool:
    """Whether two values are one node, one parameter or one constant."""
    if a.op == b.op == "const":
        return a.type.name == b.type.name and a.value == b.value
    return a is b or (a.op == b.op == "param" and a.value is b.value)


def is_one(node: Expr) -> bool:
    return node.op == "const" and node.type.is_number and node.value == node.type.scale
