"""From a rule to columns: every distinct node of a decision, in the vocabulary that all engines share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from mulberry.decisions.columns.days import Days
from mulberry.decisions.columns.ir import Builder, Node
from mulberry.decisions.columns.numbers import Number, Numbers
from mulberry.decisions.columns.rounding import growth, rounded
from mulberry.decisions.columns.sources import Source, kind_of
from mulberry.decisions.distinct import Distinct
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr
from mulberry.decisions.facts import Fact
from mulberry.decisions.fold import folded
from mulberry.decisions.operations import COMPARISONS
from mulberry.decisions.ranges import may_settle, settled
from mulberry.decisions.tree import OVER_LIST, READ, names_read, walk
from mulberry.errors import Invalid
from mulberry.law.text import t

Value = Node | Number
NO_LIST = t(
    "{field}：含列表的规则目前只能用 --engine python 对整个人群计算。",
    "{field}: a rule over a list is computed for a population by --engine python only.",
)


class Lowering:
    """Lowers expressions about one kind of subject on one day. ``sources`` tells what the columns hold; ``dated_by`` is
    the fact whose day picks the law, row by row."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        as_of: date,
        overrides: Mapping[str, Any] | None = None,
        dated_by: Fact | None = None,
    ) -> None:
        self.sources, self.reading, self.dated_by = sources, Reading({}, as_of, overrides), dated_by
        self.b = Builder()
        self.numbers, self.days = Numbers(self.b), Days(self.b)
        self.distinct = Distinct(self._rewrite)
        self._values: list[Value] = []
        self._open: dict[Expr, bool] = {}

    def number(self, root: Expr) -> Number:
        value = self.value(root)
        assert isinstance(value, Number)  # noqa: S101
        return value

    def truth(self, root: Expr) -> Node:
        value = self.value(root)
        assert isinstance(value, Node)  # noqa: S101
        return value

    def value(self, root: Expr) -> Value:
        """The column of an expression; numbers of equal nodes are lowered once."""
        wanted = self.distinct.number(root)
        while len(self._values) < len(self.distinct.nodes):
            place = len(self._values)
            self._values.append(self._lowered(self.distinct.nodes[place], self.distinct.args[place]))
        return self._values[wanted]

    # -------------------------------------------------------------- what may be folded

    def _rewrite(self, node: Expr) -> Expr | None:
        form = folded(node, self._constant)
        if form is None and may_settle(node) and self._may_be_unknown(node):
            form = settled(node)
        return form

    def _varies(self, op: str) -> bool:
        """Whether the facts of a row can change a leaf."""
        return op in READ or (self.dated_by is not None and op in {"param", "law_day"})

    def _constant(self, node: Expr) -> Any:
        return None if any(self._varies(inner.op) for inner in walk(node)) else self.reading.value(node)

    def _may_be_unknown(self, node: Expr) -> bool:
        if node not in self._open:
            for inner in walk(node):
                if inner not in self._open:
                    self._open[inner] = self._leaf_open(inner) or any(self._open[arg] for arg in inner.args)
        return self._open[node]

    def _leaf_open(self, node: Expr) -> bool:
        match node.op:
            case "fact":
                source = self.sources[node.value.name]
                return source.nullable or source.absent
            case "param":
                return self.dated_by is not None or self.reading.value(node) is None
            case "const":
                return node.value is None
        return node.op in {"lookup", "growth", *OVER_LIST} or (node.op == "ratio" and len(node.args) == 2)

    # -------------------------------------------------------------- node by node

    def _lowered(self, node: Expr, numbers: tuple[int, ...]) -> Value:
        if node.op in OVER_LIST or node.op in {"item", "take"} or node.type.name == "list":
            raise Invalid(names_read(node), NO_LIST.format(field=names_read(node)))
        args = [self._values[number] for number in numbers]
        match node.op:
            case "fact":
                return self._fact(node)
            case "const":
                return self._literal(node, node.value)
            case "as_of":
                return self.b.lit("date", self.reading.as_of)
            case "law_day":
                return self._law_day()
            case "param" if self.dated_by is not None:
                return self._by_day(node, self._law_day())
            case "param":
                return self._literal(node, self.reading.value(node))
            case "lookup":
                return self._by_day(node, _node(args[0]))
        if node.op in COMPARISONS:
            return self._compared(node.op, args[0], args[1])
        if node.op in {"and", "or", "not", "in", "has", "set", "size", "contains"}:
            return self._truths(node, [_node(arg) if isinstance(arg, Node) else arg.node for arg in args])
        if node.op in {"ite", "branch"}:
            return self._choice(_node(args[0]), args[1:])
        if node.op in {"year", "month", "day_of", "days_from", "completed_months", "completed_years"}:
            return self._of_days(node, [_node(arg) for arg in args])
        if node.op.startswith(("add_", "next_", "working_")):
            return self._moved(node, args)
        if node.op in {"min", "max"} and isinstance(args[0], Node):
            return self.b.extreme(node.op, args[0], _node(args[1]))
        return self._arithmetic(node, [_number(arg) for arg in args])

    def _fact(self, node: Expr) -> Value:
        name, source = node.value.name, self.sources[node.value.name]
        kind = kind_of(node.type)
        self.b.field = name
        if source.absent:
            column = self.b.lit(kind, None)
        else:
            column = self.b.column(name, kind, (source.low, source.high), null=source.nullable)
        return Number(column, source.factor) if kind == "int" else column

    def _literal(self, node: Expr, value: Any) -> Value:
        kind = kind_of(node.type)
        if kind == "int":
            return self.numbers.constant(value)
        return self.b.lit(kind, value)

    def _law_day(self) -> Node:
        as_of = self.b.lit("date", self.reading.as_of)
        if self.dated_by is None:
            return as_of
        return self.b.coalesce(_node(self.value_of_fact(self.dated_by)), as_of)

    def value_of_fact(self, fact: Fact) -> Value:
        return self._fact(fact)

    def _by_day(self, node: Expr, day: Node) -> Value:
        """A parameter by the day: its versions as bands."""
        if node.value.key in self.reading.overrides:
            fixed = self._literal(node, self.reading.looked_up(node, self.reading.as_of))
            return self._choice(self.b.is_null(day), [self._literal(node, None), fixed])
        result = self._literal(node, None)
        for version in reversed(node.value.versions):
            given = self._literal(node, node.type.count(version.value))
            covered = [
                self.b.compare(op, day, self.b.lit("date", edge))
                for op, edge in (("ge", version.since), ("le", version.until))
                if edge is not None
            ]
            held = self.b.and_(*covered) if covered else self.b.not_(self.b.is_null(day))
            result = self._choice(held, [given, result], known_day=True)
        return result

    def _choice(self, c: Node, args: list[Value], *, known_day: bool = False) -> Value:
        if any(isinstance(arg, Number) for arg in args):
            numbers = [_number(arg) for arg in args]
            if len(numbers) == 3:
                return self.numbers.case(c, *numbers)
            return self.numbers.ite(c, *numbers)
        nodes = [_node(arg) for arg in args]
        if len(nodes) == 3:
            return self.b.case(c, *nodes)
        return self.b.ite(c, *nodes)

    def _compared(self, op: str, a: Value, b: Value) -> Node:
        if isinstance(a, Number) and isinstance(b, Number):
            return self.numbers.compare(op, a, b)
        return self.b.compare(op, _node(a), _node(b))

    def _truths(self, node: Expr, args: list[Node]) -> Value:
        match node.op:
            case "and":
                return self.b.and_(*args)
            case "or":
                return self.b.or_(*args)
            case "not":
                return self.b.not_(args[0])
            case "in":
                return self.b.member(args[0], node.value)
            case "has":
                return self._has(args[0], list(node.args[0].type.values).index(node.value))
            case "set":
                return Number(self._set(node, args))
            case "size":
                members = [self._has(args[0], place) for place in range(len(node.args[0].type.values))]
                counts = [self.b.case(one, self.b.one, self.b.whole(0)) for one in members]
                return Number(self._total(counts))
        return self._contains(node, args)

    def _has(self, members: Node, place: int) -> Node:
        return self.b.node("bit", "bool", (members,), place)

    def _set(self, node: Expr, args: list[Node]) -> Node:
        """A set made of conditions: the bits of the members that hold, unknown while one condition is."""
        order = list(node.type.values)
        bits = zip(node.value, args, strict=True)
        return self._total([self.b.case(c, self.b.whole(1 << order.index(m)), self.b.whole(0)) for m, c in bits])

    def _contains(self, node: Expr, args: list[Node]) -> Node:
        """Every member of the second set is one of the first; their members may be listed in different orders."""
        outer, inner = (list(arg.type.values) for arg in node.args)
        pairs = [(self._has(args[0], outer.index(m)), self._has(args[1], inner.index(m))) for m in outer]
        missing = [self.b.case(self.b.and_(b, self.b.not_(a)), self.b.one, self.b.whole(0)) for a, b in pairs]
        # counted, so that one unknown set leaves the answer open, as it does for one subject
        known = self.b.or_(self.b.is_null(args[0]), self.b.is_null(args[1]))
        held = self.b.compare("eq", self._total(missing), self.b.whole(0))
        return self.b.case(known, self.b.lit("bool", None), held)

    def _total(self, counts: Iterable[Node]) -> Node:
        total = self.b.whole(0)
        for one in counts:
            total = self.b.add(total, one)
        return total

    def _of_days(self, node: Expr, args: list[Node]) -> Value:
        match node.op:
            case "year":
                return Number(self.days.year(args[0]))
            case "month":
                return Number(self.days.month(args[0]))
            case "day_of":
                return self.b.node("day_of", "date", (args[0],))
            case "days_from":
                return Number(self.days.between(args[0], args[1]))
        months = self.days.completed_months(args[0], args[1])
        return Number(months if node.op == "completed_months" else self.b.floordiv(months, self.b.whole(12)))

    def _moved(self, node: Expr, args: list[Value]) -> Value:
        field, day = names_read(node), _node(args[0])
        if node.op == "next_working":
            return self.days.next_working(day, field)
        if node.op == "working_days_from":
            return Number(self.days.working_days_from(day, _node(args[1]), field))
        by = self.numbers.over(_number(args[1]))
        count = self.b.floordiv(*by)
        move = {
            "add_days": self.days.add_days,
            "add_months": self.days.add_months,
            "add_hours": self.days.add_hours,
            "add_working_days": self.days.add_working_days,
        }[node.op]
        return move(day, count, field)

    def _arithmetic(self, node: Expr, args: list[Number]) -> Number:
        match node.op:
            case "add":
                return self.numbers.add(*args)
            case "sub":
                return self.numbers.sub(*args)
            case "months_from":
                return self.numbers.sub(args[1], args[0])
            case "mul":
                return self.numbers.mul(*args)
            case "scale":
                return self.numbers.scaled(args[0], Fraction(node.value))
            case "min" | "max":
                return self.numbers.extreme(node.op, *args)
            case "ratio":
                return self.numbers.ratio(args[0], args[1], self.numbers.fixed(args[2]) if len(args) == 3 else None)
            case "floordiv" | "mod":
                return self._divided(node.op, *args)
            case "round":
                return Number(rounded(self.numbers, args[0], node.value))
            case "growth":
                return Number(growth(self.numbers, args[0], args[1], node.value))
        raise AssertionError(node.op)

    def _divided(self, op: str, a: Number, by: Number) -> Number:
        above, under = self.numbers.over(self.numbers.ratio(a, by, None))
        quotient = Number(self.b.floordiv(above, under))
        return quotient if op == "floordiv" else self.numbers.sub(a, self.numbers.mul(quotient, by))


def _node(value: Value) -> Node:
    assert isinstance(value, Node), value  # noqa: S101
    return value


def _number(value: Value) -> Number:
    assert isinstance(value, Number), value  # noqa: S101
    return value
