"""A value of a rule as a noun, and a comparison as a phrase, in the words the law uses.

What is too long to be said inside a sentence (a choice, a set put together, a condition taken as a value) gets a
letter, and the sentence says below what the letter stands for. A value used twice has one letter.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Fact
from mulberry.decisions.figures import NOTHING, YEARS_OF_AGE, figure, listed, quoted
from mulberry.decisions.parts import Part
from mulberry.decisions.types import PLAIN, Type
from mulberry.decisions.wording import (
    COMPUTED,
    COUNTS,
    DAYS,
    EXTREME_DAYS,
    EXTREMES,
    LETTERS_EN,
    LETTERS_ZH,
    LISTS,
    MEASURED,
    MIRRORED,
    ONE,
    OPPOSITE,
    ROUNDINGS,
    TIME,
    TIMES,
    TWO,
    UNIT_OF,
    Words,
)
from mulberry.law.basis import Law
from mulberry.law.parameters import Parameter, Version
from mulberry.law.text import Text, t
from mulberry.record.field import Field


class Phrases:
    """Says the values of one rule as they stand on a day. ``laws`` are those whose first day names a condition."""

    def __init__(self, day: date, laws: tuple[Law, ...] = ()) -> None:
        self.day, self.laws = day, laws
        self.letters: dict[Expr, Text] = {}
        self.fields: dict[Any, Field | None] = {}
        self.condition_of: Callable[[Expr], Text] = self.letter

    # -------------------------------------------------------------- nouns

    def noun(self, node: Expr, *, counter: str = "", unit: str = "") -> Text:
        """A value inside a sentence. A plain number takes the unit of what it is compared with."""
        if isinstance(node, Part):
            return quoted(node.text)
        if isinstance(node, Fact):
            return named(node.title)
        match node.op:
            case "const":
                type_ = node.type
                if unit and not type_.unit and type_.is_number:
                    type_ = Type(type_.name, unit=unit, places=type_.places)
                return figure(type_, node.value, counter=counter)
            case "param":
                return self.parameter(node.value, node.type, counter)
            case "lookup":
                zh, en = "{p}在{a}的数值", "{p} as it stands on {a}"
                return filled(t(zh, en), p=quoted(node.value.title), a=self.noun(node.args[0]))
        return self._of_parts(node)

    def inner(self, node: Expr, unit: str = "") -> Text:
        """A value inside a sum, product or quotient: one that is computed itself stands in brackets."""
        noun = self.noun(node, unit=unit)
        return filled(t("（{a}）", "({a})"), a=noun) if bare(node).op in COMPUTED else noun

    def parameter(self, parameter: Parameter, type_: Type, counter: str = "") -> Text:
        """A parameter by its value on the day, with its title; by its title alone where there is none."""
        version = parameter.at(self.day)
        if version is None:
            # a rule of another time is read with the figure of that time, and says which time that was
            version = next((one for one in reversed(parameter.versions) if one.value is not None), None)
        if version is None or version.value is None:
            name = quoted(parameter.title)
            return Text(f"{name.zh}（尚未确定）", f"{name.en} (not established)")
        value = figure(type_, type_.count(version.value), counter=counter)
        told = Text(f"{value.zh}〔{parameter.title.zh}", f"{value.en} [{parameter.title.en}")
        when = Text("〕", "]") if version.covers(self.day) else filled(t("；{p}〕", "; {p}]"), p=period(version))
        return Text(told.zh + when.zh, told.en + when.en)

    def letter(self, node: Expr) -> Text:
        """The letter of a value that is said below."""
        if node not in self.letters:
            place, round_ = len(self.letters) % 10, len(self.letters) // 10
            suffix = str(round_ + 1) if round_ else ""
            self.letters[node] = Text(LETTERS_ZH[place] + suffix, LETTERS_EN[place] + suffix)
        return self.letters[node]

    def _of_parts(self, node: Expr) -> Text:
        op = node.op
        if op == "scale":
            return self.noun(node.args[0], unit=node.type.unit)
        if op == "as_of":
            return t("判定之日", "the day asked about")
        if op == "law_day":
            return t("适用法律之日", "the day whose law applies")
        if op == "item":
            return self._field(node)
        if (op in {"add", "mul", "sub"} and node.type.is_number) or op == "add":
            return self._arithmetic(node)
        if op in {"min", "max"}:
            return self._extreme(node)
        if op in ONE:
            return filled(ONE[op], a=self.noun(node.args[0]))
        if op in {"round", "growth", "take"}:
            return self._with_rule(node)
        if op in TWO:
            return self._of_two(node)
        return self._over_list(node) if op in LISTS else self.letter(node)

    def _arithmetic(self, node: Expr) -> Text:
        if node.op == "sub":
            if is_zero(node.args[0]):
                return filled(t("负的{a}", "minus {a}"), a=self.noun(node.args[1]))
            return self._of_two(node)
        parts = flat(node)
        if node.op == "add" and node.type.name == "month":
            return filled(t("{a}之后{b}的月份", "the month {b} after {a}"), a=self.noun(parts[0]), b=self._rest(parts))
        if node.op == "add" and all(one.op == "param" and one.value is parts[0].value for one in parts):
            times = Text(str(len(parts)), str(len(parts)))
            return filled(t("{a}的{n}倍", "{n} times {a}"), a=self.noun(parts[0]), n=times)
        if node.op == "add":
            return filled(t("{all}之和", "the sum of {all}"), all=listed([self.inner(part) for part in parts]))
        rates = [part for part in parts if part.type.name == "percent" or part.type.unit == "percent"]
        if len(parts) == 2 and len(rates) == 1:
            other = next(part for part in parts if part is not rates[0])
            return filled(t("{a}的{rate}", "{rate} of {a}"), a=self.noun(other), rate=self.noun(rates[0]))
        nouns = [self.inner(part) for part in parts]
        return Text("乘以".join(n.zh for n in nouns), " times ".join(n.en for n in nouns))

    def _rest(self, parts: list[Expr]) -> Text:
        nouns = [self.noun(part, unit="month") for part in parts[1:]]
        return nouns[0] if len(nouns) == 1 else filled(t("{all}之和", "the sum of {all}"), all=listed(nouns))

    def _extreme(self, node: Expr) -> Text:
        parts = flat(node)
        zero = next((part for part in parts if is_zero(part)), None)
        if node.op == "max" and zero is not None and len(parts) == 2:
            other = self.noun(next(part for part in parts if part is not zero))
            return filled(t("{a}（不足零的按零计）", "{a} (zero where it is negative)"), a=other)
        nouns = [self.inner(part, unit=node.type.unit) for part in parts]
        if len(nouns) > 2:
            last = {"min": t("{all}中最小者", "the least of {all}"), "max": t("{all}中最大者", "the greatest of {all}")}
            return filled(last[node.op], all=listed(nouns))
        words = EXTREMES if node.type.is_number else EXTREME_DAYS
        return filled(words[node.op], all=listed(nouns))

    def _of_two(self, node: Expr) -> Text:
        a, b = plain_quotient(node) if node.op == "ratio" else (node.args[0], node.args[1])
        if node.op == "add_months" and b.op == "mul" and b.args[1].type.unit == "month/year":
            b = b.args[0]
        if b.op == "const" and node.op.startswith("add_") and b.value < 0:
            back = t("{a}之前{b}", "{b} before {a}")
            return filled(back, a=self.noun(a), b=figure(_in(b.type, UNIT_OF[node.op]), -b.value))
        if node.op in COMPUTED:
            return filled(TWO[node.op], a=self.inner(a), b=self.inner(b))
        return filled(TWO[node.op], a=self.noun(a), b=self.noun(b, unit=UNIT_OF.get(node.op, "")))

    def _with_rule(self, node: Expr) -> Text:
        a = self.noun(node.args[0])
        if node.op == "round":
            _, places, mode = node.value
            how = ROUNDINGS[mode]
            to = (
                t("取整", "to a whole number")
                if places == 0
                else t(f"保留{places}位小数", f"to {places} decimal places")
            )
            return Text(f"{a.zh}（{to.zh}，{how.zh}）", f"{a.en} ({how.en} {to.en})")
        if node.op == "take":
            return filled(t("{a}的前{n}项", "the first {n} of {a}"), a=a, n=Text(str(node.value), str(node.value)))
        years = node.value[0]
        words = t("从{a}到{b}的年均增长率（{n}年）", "the yearly growth from {a} to {b}, over {n}")
        return filled(words, a=a, b=self.noun(node.args[1]), n=Text(str(years), f"{years} year{'s' * (years > 1)}"))

    # -------------------------------------------------------------- lists

    def source(self, records: Expr) -> Field | None:
        """The field of which the records of a list are."""
        if isinstance(records, Fact):
            return records.field
        if records.op == "take":
            return self.source(records.args[0])
        if records.op == "item":
            scope, name = records.value
            outer = self.fields.get(scope)
            return outer.item.record.get(name) if outer and outer.item and outer.item.record else None
        return None

    def open(self, node: Expr) -> Text:
        """Enter a list, so that its fields can be named; its own name."""
        self.fields[node.value] = self.source(node.args[0])
        return self.noun(node.args[0])

    def _over_list(self, node: Expr) -> Text:
        name = self.open(node)
        asked = node.args[1]
        everything = asked.op == "const" and asked.value is True
        if everything:
            where = t("全部项", "without exception")
        else:
            condition = self.condition_of(asked)
            where = Text(f"符合“{condition.zh}”的项", f"where {condition.en}")
        value = self.noun(node.args[2]) if len(node.args) > 2 else NOTHING
        return filled(LISTS[node.op], list=name, where=where, value=value)

    def _field(self, node: Expr) -> Text:
        scope, name = node.value
        source = self.fields.get(scope)
        if name == PLAIN:
            return t("该项", "the item")
        field = source.item.record.get(name) if source and source.item and source.item.record else None
        return named(field.title) if field else quoted(Text(name, name))

    # -------------------------------------------------------------- comparisons

    def comparison(self, node: Expr, negated: bool) -> Text:
        """A comparison in the law's words; a negated one by its opposite."""
        op = OPPOSITE[node.op] if negated else node.op
        a, b = node.args
        if a.op in {"const", "param"} and b.op not in {"const", "param"}:
            a, b, op = b, a, MIRRORED[op]
        if (special := self._special(a, b, op)) is not None:
            return special
        return self.compared(a, b, op)

    def compared(self, a: Expr, b: Expr, op: str) -> Text:
        """Two values and the words between them."""
        words = words_of(a, b)
        if a.op == "param" and b.op == "const":
            now = self.parameter(a.value, a.type)
            left = t("{title}（现为{now}）", "{title} (now {now})")
            told = filled(left, title=quoted(a.value.title), now=_before_bracket(now))
            return filled(words[op], a=told, b=self.noun(b, unit=a.type.unit))
        counter = counter_of(a)
        unit = "item" if a.op == "size" else a.type.unit
        return filled(words[op], a=self.noun(a, unit=b.type.unit), b=self.noun(b, counter=counter, unit=unit))

    def _special(self, a: Expr, b: Expr, op: str) -> Text | None:
        if a.op == b.op == "param" and a.value is b.value and op in {"eq", "ne"}:
            words = t("{a}已经确定", "{a} is established") if op == "eq" else t("{a}尚未确定", "{a} is not established")
            return filled(words, a=quoted(a.value.title))
        if a.op == "size" and is_zero(b) and op in {"eq", "le"}:
            return filled(t("{a}没有任何一项", "{a} has no member"), a=self.noun(a.args[0]))
        if a.op == "size" and is_zero(b) and op in {"ne", "gt"}:
            return filled(t("{a}至少有一项", "{a} has at least one member"), a=self.noun(a.args[0]))
        if a.op == "law_day" and b.op == "const" and op in {"ge", "lt"}:
            return self._law_begun(b, op)
        return None

    def _law_begun(self, day: Expr, op: str) -> Text | None:
        begun = [law for law in self.laws if law.since == day.value]
        if len(begun) != 1:
            return None
        since = figure(day.type, day.value)
        law = Text(f"《{begun[0].title.zh}》", begun[0].title.en)
        words = (
            t("{law}已经施行（{day}起）", "{law} is in force (from {day})")
            if op == "ge"
            else t("{law}尚未施行（{day}起施行）", "{law} is not yet in force (from {day})")
        )
        return filled(words, law=law, day=since)


def _in(type_: Type, unit: str) -> Type:
    return Type(type_.name, unit=type_.unit or unit, places=type_.places)


def named(title: Text) -> Text:
    """A fact by its title. Chinese needs no quotation marks where nothing in the title can be mistaken."""
    zh = quoted(title).zh if set(title.zh) & set("，、；：。或与和“") else title.zh
    return Text(zh, quoted(title).en)


def filled(words: Text, **values: Text) -> Text:
    """Words with texts filled in, each in its own language."""
    zh = {name: value.zh for name, value in values.items()}
    return Text(words.zh.format(**zh), words.en.format(**{name: value.en for name, value in values.items()}))


def flat(node: Expr) -> list[Expr]:
    """The arguments of a sum, product or extreme, those of the same operation inside it taken in."""
    found: list[Expr] = []
    for arg in node.args:
        inner = arg.args[0] if arg.op == "scale" else arg
        found += flat(inner) if inner.op == node.op else [arg]
    return found


def is_zero(node: Expr) -> bool:
    return node.op == "const" and node.type.is_number and node.value == 0


def words_of(*nodes: Expr) -> Words:
    """The words by which values of one kind are compared."""
    return words_for(*nodes) if nodes[0].type.is_number else DAYS


def words_for(*nodes: Expr) -> Words:
    """不少于 and 不满 for what is counted, 不低于 and 低于 for what is measured."""
    units = {node.type.unit for node in nodes} - {""}
    if units & TIME:
        return TIMES
    return COUNTS if all(node.type.name == "int" for node in nodes) and "point" not in units else MEASURED


def _before_bracket(value: Text) -> Text:
    """A parameter's value without its title; where there is none, that it is not established."""
    if "〔" in value.zh:
        return Text(value.zh.partition("〔")[0], value.en.partition(" [")[0])
    return t("尚未确定", "not established")


def counter_of(node: Expr) -> str:
    """What Chinese counts an age in: 岁, not 年."""
    is_age = isinstance(node, Fact) and "龄" in node.title.zh and node.type.unit == "year"
    return YEARS_OF_AGE if is_age else ""


def plain_quotient(node: Expr) -> tuple[Expr, Expr]:
    """Part and whole of a quotient as they were written, without the factor that brings them to one scale."""
    part, whole = node.args[:2]
    return _unscaled(part, whole.type.places), _unscaled(whole, part.type.places)


def _unscaled(node: Expr, places: int) -> Expr:
    if node.op != "mul" or node.args[1].op != "const" or node.args[1].type.unit or node.type.places == places:
        return node
    factor = node.args[1].value
    return node.args[0] if Fraction(factor) in {Fraction(10**n) for n in range(1, 13)} else node


def bare(node: Expr) -> Expr:
    """What a change of scale wraps."""
    while node.op == "scale":
        node = node.args[0]
    return node


def period(version: Version) -> Text:
    """The days on which a version is the law."""
    day = Type("date")
    since = figure(day, version.since) if version.since else None
    until = figure(day, version.until) if version.until else None
    if since and until:
        return filled(t("{a}至{b}", "{a} to {b}"), a=since, b=until)
    if since:
        return filled(t("自{a}起", "from {a}"), a=since)
    return filled(t("至{a}止", "to {a}"), a=until) if until else t("未定起止", "without dates")
