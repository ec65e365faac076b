"""Random well-typed rules, each together with what it means: a plain Python function of facts, written apart from the
engine, that an independent judge evaluates for facts that are all known. Numbers in the meaning are Fractions in their
own unit, never counted in parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from hypothesis import strategies as st

from mulberry.decisions import vocabulary as v
from mulberry.decisions.declare import amount, require
from mulberry.decisions.expression import Expr, lift
from mulberry.decisions.types import Type
from mulberry.law.parameters import Parameter
from tests.decisions.subjects import ARTICLE, AS_OF, KINDS, LEAST_STAFF, RATE, TAGS, WORDS, Firm

Facts = Mapping[str, Any]
Meaning = Callable[[Facts], Any]


class Rule(NamedTuple):
    """An expression and its meaning."""

    node: Expr
    means: Meaning


DAYS = [
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2023, 8, 31),
    date(2025, 11, 21),
    date(2026, 11, 21),
    date(2026, 12, 1),
]
BOOLS = ["listed", "clean", "in_zone"]
NUMBERS = ["staff", "experts", "result", "turnover", "spending", "foreign_share"]
DATES = ["founded_on", "audited_on"]
CHOICES = ["size", "rating"]
SETS = ["tags", "other_tags"]
numerals = st.sampled_from([Decimal(n) for n in ("0", "1", "2", "3", "10", "0.05", "0.5", "-1", "1.25", "40")])


# ------------------------------------------------------------------ facts

VALUES: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(BOOLS, st.booleans()),
    "staff": st.integers(0, 40),
    "experts": st.integers(0, 4),
    "result": st.integers(-40, 40),
    "turnover": st.sampled_from([Decimal(n) for n in ("0", "0.05", "1", "9.99", "10", "1000000000.01")]),
    "spending": st.sampled_from([Decimal(n) for n in ("0", "0.05", "0.5", "1", "100")]),
    "foreign_share": st.sampled_from([Decimal(n) for n in ("0", "0.05", "0.25", "0.5", "0.333333", "1")]),
    **dict.fromkeys(DATES, st.sampled_from(DAYS)),
    **dict.fromkeys(CHOICES, st.sampled_from([*KINDS])),
    **dict.fromkeys(SETS, st.sets(st.sampled_from([*TAGS])).map(sorted)),
    "breaches": st.lists(st.sampled_from(DAYS), max_size=3),
}
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "domestic": st.booleans(),
    "persons": st.integers(0, 4),
    "share": VALUES["foreign_share"],
    "kind": st.sampled_from([*KINDS]),
    "joined_on": st.sampled_from(DAYS),
}
COMPLETE = st.fixed_dictionaries({**VALUES, "members": st.lists(st.fixed_dictionaries(FIELDS), max_size=3)})
HOLED_FIELDS = {name: st.none() | values for name, values in FIELDS.items()}
PARTIAL = st.fixed_dictionaries(
    {
        **{name: st.none() | values for name, values in VALUES.items()},
        "members": st.none() | st.lists(st.fixed_dictionaries(HOLED_FIELDS), max_size=2),
    }
)


def completions(facts: Facts) -> st.SearchStrategy[dict[str, Any]]:
    """Every way to fill in what is unknown."""
    given = {name: st.just(facts[name]) if facts.get(name) is not None else VALUES[name] for name in VALUES}
    records = facts.get("members")
    members = st.lists(st.fixed_dictionaries(FIELDS), max_size=3) if records is None else _filled(records)
    return st.fixed_dictionaries({**given, "members": members})


def _filled(records: list[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    filled = [
        st.fixed_dictionaries({n: FIELDS[n] if value is None else st.just(value) for n, value in record.items()})
        for record in records
    ]
    return st.tuples(*filled).map(list)


def said(facts: Facts) -> Callable[[str], Any]:
    """A fact as the judge reads it: numbers as exact fractions."""

    def of(name: str) -> Any:
        value = facts[name]
        return Fraction(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value

    return of


def fixed_value(parameter: Parameter) -> Fraction:
    """The one value of a parameter that never changed."""
    value = parameter.versions[0].value
    assert isinstance(value, int | Decimal)
    return Fraction(value)


# ------------------------------------------------------------------ rules


@cache
def truths(depth: int) -> st.SearchStrategy[Rule]:
    facts = st.sampled_from(BOOLS).map(lambda n: Rule(getattr(Firm, n), lambda f: f[n]))
    return facts if depth == 0 else facts | st.deferred(lambda: st.one_of(*(build(depth - 1) for build in TRUTHS)))


@cache
def numbers(depth: int) -> st.SearchStrategy[Rule]:
    facts = st.sampled_from(NUMBERS).map(lambda n: Rule(getattr(Firm, n), lambda f: said(f)(n)))
    fixed = numerals.map(lambda n: Rule(lift(n), lambda _: Fraction(n)))
    params = st.sampled_from([LEAST_STAFF, RATE]).map(lambda p: Rule(lift(p), lambda _: fixed_value(p)))
    plain = facts | fixed | params
    return plain if depth == 0 else plain | st.deferred(lambda: st.one_of(*(build(depth - 1) for build in FIGURES)))


@cache
def days(depth: int) -> st.SearchStrategy[Rule]:
    facts = st.sampled_from(DATES).map(lambda n: Rule(getattr(Firm, n), lambda f: f[n]))
    plain = facts | st.just(Rule(v.AS_OF, lambda _: AS_OF))
    if depth == 0:
        return plain
    moved = st.builds(_moved, days(depth - 1), st.integers(-20, 20), st.sampled_from(["days", "months"]))
    return st.one_of(plain, moved, st.builds(_either, truths(depth - 1), days(depth - 1), days(depth - 1)))


@cache
def choices() -> st.SearchStrategy[Rule]:
    return st.sampled_from(CHOICES).map(lambda n: Rule(getattr(Firm, n), lambda f: f[n]))


@cache
def sets() -> st.SearchStrategy[Rule]:
    return st.sampled_from(SETS).map(lambda n: Rule(getattr(Firm, n), lambda f: frozenset(f[n])))


def _compared(op: str, a: Rule, b: Rule) -> Rule:
    compare: dict[str, Callable[[Any, Any], Any]] = {
        "<": lambda x, y: x < y,
        "<=": lambda x, y: x <= y,
        ">": lambda x, y: x > y,
        ">=": lambda x, y: x >= y,
        "==": lambda x, y: x == y,
        "!=": lambda x, y: x != y,
    }
    return Rule(compare[op](a.node, b.node), lambda f: compare[op](a.means(f), b.means(f)))


OPERATORS = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])


def _joined(every: bool, parts: list[Rule]) -> Rule:
    node = (v.all_of if every else v.any_of)(*(part.node for part in parts))
    return Rule(node, lambda f: (all if every else any)([part.means(f) for part in parts]))


def _either(condition: Rule, a: Rule, b: Rule) -> Rule:
    node = v.ite(condition.node, a.node, b.node)
    return Rule(node, lambda f: a.means(f) if condition.means(f) else b.means(f))


def _moved(day: Rule, by: int, unit: str) -> Rule:
    if unit == "days":
        return Rule(v.add_days(day.node, by), lambda f: day.means(f) + timedelta(days=by))
    return Rule(v.add_months(day.node, by), lambda f: naive_add_months(day.means(f), by))


def naive_add_months(day: date, months: int) -> date:
    """The corresponding day found by trying: the last day of the month that is not after it in number."""
    index = day.year * 12 + day.month - 1 + months
    for number in range(day.day, 0, -1):
        try:
            return date(index // 12, index % 12 + 1, number)
        except ValueError:
            continue
    raise AssertionError(day)


def naive_completed_months(since: date, on: date) -> int:
    """Counted up or down, one month at a time."""
    count = 0
    while naive_add_months(since, count + 1) <= on:
        count += 1
    while naive_add_months(since, count) > on:
        count -= 1
    return count


def _share(op: str, part: Rule, whole: Rule, rate: Fraction) -> Rule:
    shared = v.share(part.node, whole.node)
    node = {"<": shared < rate, "<=": shared <= rate, ">": shared > rate, ">=": shared >= rate}[op]

    def means(f: Facts) -> bool:
        a, b = part.means(f), whole.means(f)
        if b <= 0:
            return False
        quotient = a / b
        return bool({"<": quotient < rate, "<=": quotient <= rate, ">": quotient > rate, ">=": quotient >= rate}[op])

    return Rule(node, means)


def _among_kinds(choice: Rule, chosen: frozenset[str]) -> Rule:
    return Rule(choice.node.one_of(*chosen), lambda f: choice.means(f) in chosen)


def _with_tag(tags: Rule, tag: str) -> Rule:
    return Rule(tags.node.has(tag), lambda f: tag in tags.means(f))


TRUTHS: list[Callable[[int], st.SearchStrategy[Rule]]] = [
    lambda d: st.builds(_compared, OPERATORS, numbers(d), numbers(d)),
    lambda d: st.builds(_compared, OPERATORS, numbers(d), numbers(d)),
    lambda d: st.builds(_compared, OPERATORS, days(d), days(d)),
    lambda _: st.builds(_compared, st.sampled_from(["==", "!="]), choices(), choices()),
    lambda d: st.builds(_compared, st.sampled_from(["==", "!="]), truths(d), truths(d)),
    lambda d: st.builds(_joined, st.booleans(), st.lists(truths(d), min_size=1, max_size=4)),
    lambda d: truths(d).map(lambda a: Rule(~a.node, lambda f: not a.means(f))),
    lambda d: st.builds(_either, truths(d), truths(d), truths(d)),
    lambda d: st.builds(_share, st.sampled_from(["<", "<=", ">", ">="]), numbers(d), numbers(d), st.fractions(0, 2)),
    lambda _: st.builds(_among_kinds, choices(), st.frozensets(st.sampled_from([*KINDS]), min_size=1)),
    lambda _: st.builds(_with_tag, sets(), st.sampled_from([*TAGS])),
    lambda _: st.builds(
        lambda a, b: Rule(v.contains(a.node, b.node), lambda f: a.means(f) >= b.means(f)), sets(), sets()
    ),
    lambda d: st.builds(_any_or_all, st.booleans(), _of_member(d)),
    lambda d: days(d).map(
        lambda a: Rule(
            v.any_in(Firm.breaches, lambda day: day > a.node), lambda f: any(day > a.means(f) for day in f["breaches"])
        )
    ),
    lambda _: st.integers(0, 2).map(_pairs_of_one_kind),
    lambda d: truths(d).map(lambda a: Rule(require(a.node, WORDS, ARTICLE), a.means)),
    lambda d: st.builds(_latest, st.booleans(), _of_member(d), days(d)),
]


# ------------------------------------------------------------------ figures


def _arithmetic(op: str, a: Rule, b: Rule) -> Rule:
    match op:
        case "+":
            return Rule(a.node + b.node, lambda f: a.means(f) + b.means(f))
        case "-":
            return Rule(a.node - b.node, lambda f: a.means(f) - b.means(f))
        case "*":
            return Rule(a.node * b.node, lambda f: a.means(f) * b.means(f))
        case "least":
            return Rule(v.least(a.node, b.node), lambda f: min(a.means(f), b.means(f)))
    return Rule(v.greatest(a.node, b.node), lambda f: max(a.means(f), b.means(f)))


def _rounded(a: Rule, places: int, mode: str) -> Rule:
    return Rule(v.rounded(a.node, places, mode), lambda f: naive_rounded(a.means(f), places, mode))


def naive_rounded(value: Fraction, places: int, mode: str) -> Fraction:
    """Rounded by looking at the two neighbours and their distances."""
    step = Fraction(1, 10**places)
    below = (value // step) * step
    above = below if below == value else below + step
    nearer_zero, further = sorted((below, above), key=abs)
    match mode:
        case "down":
            return nearer_zero
        case "up":
            return further
        case "floor":
            return below
        case "ceiling":
            return above
    left, right = value - below, above - value
    if left != right:
        return below if left < right else above
    if mode == "half_up":
        return further
    return below if (below / step) % 2 == 0 else above


def _divided(a: Rule, by: int, rest: bool) -> Rule:
    whole = v.greatest(0, v.rounded(a.node, 0, "floor"))
    floored: Meaning = lambda f: max(0, a.means(f).__floor__())  # noqa: E731
    if rest:
        return Rule(whole % by, lambda f: Fraction(floored(f) % by))
    return Rule(whole // by, lambda f: Fraction(floored(f) // by))


def _scored(choice: Rule, points: tuple[int, int, int]) -> Rule:
    table = dict(zip(KINDS, points, strict=True))
    return Rule(v.score(choice.node, table), lambda f: Fraction(table[choice.means(f)]))


def _banded(a: Rule, points: tuple[int, int, int]) -> Rule:
    node = v.bands(a.node, (Decimal("0.5"), points[0]), (10, points[1]), below=points[2])

    def means(f: Facts) -> Fraction:
        value = a.means(f)
        return Fraction(points[1] if value >= 10 else points[0] if value >= Fraction(1, 2) else points[2])

    return Rule(node, means)


def _elapsed(word: str, a: Rule, b: Rule) -> Rule:
    naive: dict[str, Callable[[date, date], int]] = {
        "days_from": lambda x, y: (y - x).days,
        "months_from": lambda x, y: (y.year - x.year) * 12 + y.month - x.month,
        "completed_months": naive_completed_months,
        "completed_years": lambda x, y: naive_completed_months(x, y) // 12,
    }
    return Rule(_bare(getattr(v, word)(a.node, b.node)), lambda f: Fraction(naive[word](a.means(f), b.means(f))))


def _bare(node: Expr) -> Expr:
    """A number without its unit, so that random rules may compare years with points."""
    return Expr("scale", Type("int"), (node,), 1)


def _quotient(part: Rule, whole: Rule) -> Rule:
    node = v.ratio(part.node, whole.node, of_nothing=7)
    return Rule(node, lambda f: part.means(f) / whole.means(f) if whole.means(f) else Fraction(7))


FIGURES: list[Callable[[int], st.SearchStrategy[Rule]]] = [
    lambda d: st.builds(_arithmetic, st.sampled_from(["+", "-", "*", "least", "greatest"]), numbers(d), numbers(d)),
    lambda d: st.builds(_either, truths(d), numbers(d), numbers(d)),
    lambda d: st.builds(
        _rounded,
        numbers(d),
        st.sampled_from([0, 1, 2]),
        st.sampled_from(["half_up", "half_even", "down", "up", "floor", "ceiling"]),
    ),
    lambda d: st.builds(_divided, numbers(d), st.integers(1, 7), st.booleans()),
    lambda _: st.builds(_scored, choices(), st.tuples(*[st.integers(0, 20)] * 3)),
    lambda d: st.builds(_banded, numbers(d), st.tuples(*[st.integers(0, 20)] * 3)),
    lambda d: st.builds(
        _elapsed,
        st.sampled_from(["days_from", "months_from", "completed_months", "completed_years"]),
        days(d),
        days(d),
    ),
    lambda d: st.builds(_quotient, numbers(d), numbers(d)),
    lambda d: days(d).map(lambda a: Rule(_bare(v.year(a.node)), lambda f: Fraction(a.means(f).year))),
    lambda _: sets().map(lambda a: Rule(v.size(a.node), lambda f: Fraction(len(a.means(f))))),
    lambda d: st.builds(_counted, _of_member(d)),
    lambda d: numbers(d).map(lambda a: Rule(amount(a.node, WORDS, ARTICLE), a.means)),
    lambda d: st.builds(_most_persons, st.integers(1, 2), _of_member(d), numbers(d)),
    lambda d: st.builds(_summed, st.sampled_from(["persons", "share"]), _of_member(d)),
]


# ------------------------------------------------------------------ lists


class OfMember(NamedTuple):
    """A condition on one member, as a word over a list takes it, and its meaning."""

    node: Callable[[Any], Expr]
    means: Callable[[Facts, Mapping[str, Any]], bool]


def _of_member(depth: int) -> st.SearchStrategy[OfMember]:
    flags = st.just(OfMember(lambda m: m.domestic, lambda _f, m: m["domestic"]))
    kinds = st.sampled_from([*KINDS]).map(lambda k: OfMember(lambda m: m.kind == k, lambda _f, m: m["kind"] == k))
    counts = st.builds(_member_compared, OPERATORS, st.sampled_from(["persons", "share"]), numbers(depth))
    joined = days(depth).map(
        lambda a: OfMember(lambda m: m.joined_on <= a.node, lambda f, m: m["joined_on"] <= a.means(f))
    )
    plain = st.one_of(flags, kinds, counts, joined)
    either = st.builds(
        lambda a, b: OfMember(lambda m: a.node(m) | ~b.node(m), lambda f, m: a.means(f, m) or not b.means(f, m)),
        plain,
        plain,
    )
    return plain | either


def _member_compared(op: str, field: str, b: Rule) -> OfMember:
    def node(member: Any) -> Expr:
        return _compared(op, Rule(getattr(member, field), lambda _: None), b).node

    def means(f: Facts, member: Mapping[str, Any]) -> bool:
        truth: bool = _compared(op, Rule(lift(0), lambda _: Fraction(member[field])), b).means(f)
        return truth

    return OfMember(node, means)


def _any_or_all(every: bool, where: OfMember) -> Rule:
    node = (v.all_in if every else v.any_in)(Firm.members, where.node)
    return Rule(node, lambda f: (all if every else any)(where.means(f, m) for m in f["members"]))


def _counted(where: OfMember) -> Rule:
    node = v.count_in(Firm.members, where.node, unit="")
    return Rule(node, lambda f: Fraction(sum(where.means(f, m) for m in f["members"])))


def _summed(field: str, where: OfMember) -> Rule:
    node = v.sum_in(Firm.members, lambda m: getattr(m, field), where.node)
    return Rule(node, lambda f: sum((Fraction(m[field]) for m in f["members"] if where.means(f, m)), Fraction(0)))


def _latest(greatest: bool, where: OfMember, otherwise: Rule) -> Rule:
    word = v.greatest_in if greatest else v.least_in
    node = word(Firm.members, lambda m: m.joined_on, where.node, of_nothing=otherwise.node) <= v.AS_OF

    def means(f: Facts) -> bool:
        joined = [m["joined_on"] for m in f["members"] if where.means(f, m)]
        latest: date = (max if greatest else min)(joined) if joined else otherwise.means(f)
        return latest <= AS_OF

    return Rule(node, means)


def _most_persons(first: int, where: OfMember, otherwise: Rule) -> Rule:
    """The greatest of the first few members."""
    some = v.first_of(Firm.members, first)
    node = v.greatest_in(some, lambda m: m.persons, where.node, of_nothing=otherwise.node)

    def means(f: Facts) -> Fraction:
        persons = [Fraction(m["persons"]) for m in f["members"][:first] if where.means(f, m)]
        return max(persons) if persons else otherwise.means(f)

    return Rule(node, means)


def _pairs_of_one_kind(least: int) -> Rule:
    """A word over a list inside a word over the same list: each record is compared with every other."""
    node = v.any_in(
        Firm.members,
        lambda a: v.count_in(Firm.members, lambda b: (a.kind == b.kind) & (b.persons >= a.persons), unit="") > least,
    )

    def means(f: Facts) -> bool:
        return any(
            sum(a["kind"] == b["kind"] and b["persons"] >= a["persons"] for b in f["members"]) > least
            for a in f["members"]
        )

    return Rule(node, means)
