"""The tree put to the solver: the meaning of ``evaluate`` and ``operations``, with some facts left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr
from mulberry.decisions.lists import Scope
from mulberry.decisions.operations import COMPARISONS
from mulberry.decisions.parts import Route
from mulberry.decisions.ranges import may_settle, settled
from mulberry.decisions.solve import terms
from mulberry.decisions.solve.calendar import Calendar, within
from mulberry.decisions.solve.terms import Beyond, Codes, Term, Val, both, div, either, negated, pick
from mulberry.decisions.tree import OVER_LIST, TRANSPARENT, free_scopes, walk
from mulberry.decisions.types import Type

_DAY, _HOUR = 86_400_000_000, 3_600_000_000


class Encoder:
    """The values of a rule where the facts in ``free``, and the parameters in ``open_parameters``, are the solver's to
    choose and everything else is as a reading has it. ``held`` collects what makes the encoding hold."""

    def __init__(
        self,
        reading: Reading,
        free: Mapping[str, Val],
        context: Any,
        codes: Codes,
        open_parameters: Mapping[str, Val] | None = None,
    ) -> None:
        self.reading, self.free, self.context, self.codes = reading, free, context, codes
        self.open_parameters = open_parameters or {}
        self.held: list[Term] = []
        self.calendar = Calendar(self._fresh, self.held.append)
        self._varies: dict[Expr, bool] = {}
        self._scoped: dict[Expr, bool] = {}
        self._root = _Frame({}, True)

    def value(self, node: Expr) -> Val:
        """The value of a node of the whole rule."""
        return self._value(node, self._root)

    def outcome(self, routes: Sequence[Route]) -> Val:
        """The first outcome whose condition holds, as the code of its name; unknown while an unknown condition before
        it may lead elsewhere."""
        result = Val(self.codes.of(routes[-1].outcome))
        for route in reversed(routes[:-1]):
            result = _either_way(Type("int"), self.value(route.when), Val(self.codes.of(route.outcome)), result)
        return result

    # -------------------------------------------------------------- values

    def _fresh(self) -> Term:
        return terms.solver().FreshInt("n", self.context)

    def _depends(self, node: Expr) -> bool:
        """Whether something the solver chooses can change a node."""
        if node not in self._varies:
            for inner in walk(node):
                if inner not in self._varies:
                    self._varies[inner] = self._is_open(inner) or any(self._varies[arg] for arg in inner.args)
        return self._varies[node]

    def _is_open(self, node: Expr) -> bool:
        if node.op == "fact":
            return node.value.name in self.free
        return node.op in {"param", "lookup"} and node.value.key in self.open_parameters

    def _of_records(self, node: Expr) -> bool:
        """Whether a node speaks of a record in hand."""
        if node not in self._scoped:
            self._scoped[node] = bool(free_scopes(node))
        return self._scoped[node]

    def _value(self, node: Expr, frame: _Frame) -> Val:
        home = frame if self._of_records(node) else self._root
        if node not in home.known:
            home.known[node] = self._made(node, home)
        return home.known[node]

    def _made(self, node: Expr, frame: _Frame) -> Val:
        if not self._depends(node) and not self._of_records(node):
            return self.codes.plain(self.reading.value(node), node.type)
        match node.op:
            case "fact":
                return self.free[node.value.name]
            case "item":
                scope, name = node.value
                return frame.items[scope][name]
            case "param":
                return self.open_parameters[node.value.key]
            case "ite" | "branch":
                args = [self._value(arg, frame) for arg in node.args]
                return _branch(node.type, *args) if node.op == "branch" else _either_way(node.type, *args)
            case op if op in OVER_LIST:
                return self._over_list(node, frame)
        args = [self._value(arg, frame) for arg in node.args]
        result = self._operation(node, args, frame)
        if result.known is not True and may_settle(node) and (form := settled(node)) is not None:
            return self._value(form, frame)
        return result

    def _operation(self, node: Expr, args: list[Val], frame: _Frame) -> Val:
        if node.op in TRANSPARENT:
            return args[0]
        if node.op in {"and", "or"}:
            return _kleene(node.op, args)
        known = both(*(arg.known for arg in args))
        if node.op in COMPARISONS:
            return Val(_compared(node, *args), known)
        if node.op == "lookup":
            return self._looked_up(node, args[0])
        made = self._arithmetic(node, args) or self._members(node, args)
        if made is None:
            term = self._by_calendar(node, [arg.term for arg in args], both(frame.present, known))
            return Val(term, known)
        return Val(made.term, known, made.den)

    def _arithmetic(self, node: Expr, args: list[Val]) -> Val | None:
        a = args[0]
        match node.op:
            case "not":
                return Val(negated(a.term))
            case "add" | "sub":
                x, y, den = terms.level(a, args[1])
                return Val(x + y if node.op == "add" else x - y, True, den)
            case "mul":
                return Val(a.term * args[1].term, True, a.den * args[1].den)
            case "scale":
                return Val(a.term * node.value, True, a.den)
            case "floordiv" | "mod":
                by = args[1].term
                return Val(div(a.term, by) if node.op == "floordiv" else a.term % by)
            case "min" | "max":
                x, y, den = terms.level(a, args[1])
                return Val(pick(x <= y if node.op == "min" else x >= y, x, y), True, den)
            case "ratio" if len(args) == 3:
                part, whole = a.term * args[1].den, args[1].term * a.den
                sign = pick(whole < 0, -1, 1)
                of = pick(whole == 0, args[2].term, part * sign), pick(whole == 0, args[2].den, whole * sign)
                return Val(of[0], True, of[1])
            case "round":
                return Val(_rounded(a, node.value))
            case "months_from" | "days_from":
                return Val(args[1].term - a.term)
        return None

    def _members(self, node: Expr, args: list[Val]) -> Val | None:
        a = args[0]
        match node.op:
            case "in":
                return Val(either(*(a.term == self.codes.of(member) for member in sorted(node.value))))
            case "has":
                return Val(a.term[node.value])
            case "set":
                held = dict(zip(node.value, (arg.term for arg in args), strict=True))
                return Val({member: held.get(member, False) for member in node.type.values})
            case "size" if node.args[0].type.name == "list":
                return Val(terms.total(pick(present, 1, 0) for present, _ in a.term))
            case "size":
                return Val(terms.total(pick(held, 1, 0) for held in a.term.values()))
            case "contains":
                return Val(both(*(either(a.term[name], negated(held)) for name, held in args[1].term.items())))
            case "take":
                return Val(a.term[: node.value])
        return None

    def _by_calendar(self, node: Expr, args: list[Term], when: Term) -> Term:
        calendar = self.calendar
        match node.op:
            case "year":
                return calendar.year(args[0])
            case "month":
                return calendar.month(args[0])
            case "completed_months":
                return calendar.completed_months(*args)
            case "completed_years":
                return div(calendar.completed_months(*args), 12)
            case "day_of":
                return div(args[0], _DAY) + 1
            case "add_days":
                return self._in_range(args[0] + args[1], when)
            case "add_months":
                return self._in_range(calendar.add_months(*args), when)
            case "add_hours":
                later = args[0] + args[1] * _HOUR
                self._in_range(div(later, _DAY) + 1, when)
                return later
        raise Beyond(node.op)

    def _in_range(self, day: Term, when: Term) -> Term:
        self.held.append(either(negated(when), within(day)))
        return day

    def _looked_up(self, node: Expr, day: Val) -> Val:
        key = node.value.key
        if key in self.open_parameters:
            return Val(self.open_parameters[key].term, day.known, self.open_parameters[key].den)
        if key in self.reading.overrides:
            fixed = self.codes.plain(node.type.count(self.reading.overrides[key]), node.type)
            return Val(fixed.term, day.known, fixed.den)
        result = self.codes.plain(None, node.type)
        for version in node.value.versions:
            begun = version.since is None or day.term >= version.since.toordinal()
            covers = both(begun, version.until is None or day.term <= version.until.toordinal())
            counted = node.type.count(version.value)
            result = _either_way(node.type, Val(covers), self.codes.plain(counted, node.type), result)
        return Val(result.term, both(day.known, result.known), result.den)

    # -------------------------------------------------------------- lists

    def _over_list(self, node: Expr, frame: _Frame) -> Val:
        records = self._value(node.args[0], frame)
        seen: list[tuple[Term, list[Val]]] = []
        for present, record in records.term:
            inner = _Frame({**frame.items, node.value: record}, both(frame.present, records.known, present))
            seen.append((present, [self._value(arg, inner) for arg in node.args[1:3]]))
        if node.op in {"any", "all"}:
            joined = [_given(present, asked[0], holds=node.op == "all") for present, asked in seen]
            result = _kleene("and" if node.op == "all" else "or", joined)
            return Val(result.term, both(records.known, result.known))
        held = [both(present, asked[0].term) for present, asked in seen]
        known = both(records.known, *(either(negated(present), asked[0].known) for present, asked in seen))
        if node.op == "count":
            return Val(terms.total(pick(one, 1, 0) for one in held), known)
        of = [asked[1] for _, asked in seen]
        known = both(known, *(either(negated(one), value.known) for one, value in zip(held, of, strict=True)))
        if node.op == "sum":
            result = Val(0)
            for one, value in zip(held, of, strict=True):
                x, y, den = terms.level(result, Val(pick(one, value.term, 0), True, value.den))
                result = Val(x + y, True, den)
            return Val(result.term, known, result.den)
        return self._extreme(node, held, of, known, self._value(node.args[3], frame))

    def _extreme(self, node: Expr, held: list[Term], of: list[Val], known: Term, nothing: Val) -> Val:
        best, found = nothing, False
        for one, value in zip(held, of, strict=True):
            x, y, _ = terms.level(best, value)
            better = either(negated(found), y > x if node.op == "max_in" else y < x)
            best = Val(*_with_den(terms.choose(both(one, better), value, best, node.type)))
            found = either(found, one)
        return Val(best.term, both(known, either(found, nothing.known)), best.den)


class _Frame:
    """The records in hand, whether they are there at all, and the values worked out for them."""

    def __init__(self, items: Mapping[Scope, Mapping[str, Val]], present: Term) -> None:
        self.items, self.present = items, present
        self.known: dict[Expr, Val] = {}


def _with_den(made: tuple[Any, Any]) -> tuple[Any, Term, Any]:
    return made[0], True, made[1]


def _given(present: Term, asked: Val, *, holds: bool) -> Val:
    """What is asked of a record that may be absent: an absent one does not count."""
    return Val(pick(present, asked.term, holds), either(negated(present), asked.known))


def _kleene(op: str, args: Sequence[Val]) -> Val:
    """Strong Kleene conjunction and disjunction."""
    stops = [both(arg.known, negated(arg.term) if op == "and" else arg.term) for arg in args]
    known = either(*stops, both(*(arg.known for arg in args)))
    stopped = either(*stops)
    return Val(negated(stopped) if op == "and" else stopped, known)


def _either_way(type_: Type, condition: Val, a: Val, b: Val) -> Val:
    """If-then-else; with the condition unknown, the value if both are the same."""
    term, den = terms.choose(condition.term, a, b, type_)
    known = pick(condition.term, a.known, b.known)
    if condition.known is not True:
        known = pick(condition.known, known, both(a.known, b.known, terms.equal(a, b, type_)))
    return Val(term, known, den)


def _branch(type_: Type, condition: Val, a: Val, b: Val, open_: Val) -> Val:
    inner = Val(*_with_den(terms.choose(condition.term, a, b, type_)))
    term, den = terms.choose(condition.known, inner, open_, type_)
    return Val(term, pick(condition.known, pick(condition.term, a.known, b.known), open_.known), den)


def _compared(node: Expr, a: Val, b: Val) -> Term:
    if not node.args[0].type.is_ordered:
        held = terms.equal(a, b, node.args[0].type)
        return held if node.op == "eq" else negated(held)
    x, y, _ = terms.level(a, b)
    match node.op:
        case "lt":
            return x < y
        case "le":
            return x <= y
        case "gt":
            return x > y
        case "ge":
            return x >= y
        case "eq":
            return x == y
    return x != y


def _rounded(a: Val, rule: tuple[int, int, str]) -> Term:
    """A rounding as whole divisions, which take the next lower number."""
    from_places, to_places, mode = rule
    factor = Fraction(10) ** (to_places - from_places)
    up, down = a.term * factor.numerator, a.den * factor.denominator
    if not isinstance(down, int):
        raise Beyond("round")
    size = pick(up < 0, -up, up)
    if mode in {"DOWN", "UP", "HALF_UP"}:
        nearest = div(2 * size + down, 2 * down) if mode == "HALF_UP" else div(size + (down - 1) * (mode == "UP"), down)
        return pick(up < 0, -nearest, nearest)
    if mode == "FLOOR":
        return div(up, down)
    if mode == "CEILING":
        return -div(-up, down)
    whole = div(up, down)
    rest = 2 * (up - whole * down)
    return whole + pick(either(rest > down, both(rest == down, whole % 2 == 1)), 1, 0)
