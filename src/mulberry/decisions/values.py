"""Writing the value of every distinct node of a decision: inline where it is used once, under a name where it is used
again, and with Kleene's logic written out only where something may be unknown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mulberry.decisions.declare import Decision, roots
from mulberry.decisions.distinct import Distinct
from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import Expr
from mulberry.decisions.fold import folded
from mulberry.decisions.intervals import interval
from mulberry.decisions.lists import Scope
from mulberry.decisions.operations import INFIX, REFUSING
from mulberry.decisions.ranges import may_settle, settled
from mulberry.decisions.tree import OVER_LIST, READ, names_read, walk
from mulberry.decisions.writing import DEEPEST, UNKNOWN, Block, Code, inner, together

STOP = {"and": "False", "or": "True"}
PASS = {"and": "True", "or": "False"}
EXACT_ROUNDING = 10**40
"""Below it a rounding can be written as a division of integers; above, ``mulberry.law.exact`` refuses."""


class Values:
    """The values of one decision on one day. ``certain`` says that every fact is known."""

    def __init__(self, decision: type[Decision[Any]], reading: Reading, *, certain: bool) -> None:
        self.decision, self.reading, self.certain = decision, reading, certain
        self.settled = certain and not any(map(self._may_lack_value, walk(*roots(decision))))
        self.distinct = Distinct(self._rewrite)
        self.requirements = [self.distinct.number(one) for one in decision.requirements]
        asked = len(self.distinct.nodes)
        self.routes = [self.distinct.number(route.when) for route in decision.routes.ordered]
        self.amounts = [self.distinct.number(amount) for amount in decision.amounts]
        self.warnings = [self.distinct.number(warning.condition) for warning in decision.warnings]
        self.bits = {number: 1 << bit for bit, number in enumerate(self.requirements)}
        # "all requirements hold" is read off the mask of those that failed; only once the mask is complete
        self.conjunctions = frozenset(n for n in range(asked, len(self.distinct.nodes)) if self._joins_requirements(n))
        wanted = [*self.requirements, *self.routes, *self.amounts, *self.warnings]
        self.uses = self.distinct.uses(wanted, self.conjunctions)
        self.crossing = self._crossing()
        self.facts = self._facts(wanted)
        self.codes: list[Code] = []
        self.main = Block()
        self.blocks: dict[Scope, Block] = {}
        self.constants: dict[str, Any] = {}
        self.names = 0

    def _rewrite(self, node: Expr) -> Expr | None:
        form = folded(node, self._constant)
        if form is None and not self.settled and may_settle(node):
            form = settled(node)
        return form

    def _may_lack_value(self, node: Expr) -> bool:
        """Whether a node may be without a value although every fact is known."""
        missing = node.op in {"param", "const"} and self.reading.value(node) is None
        return missing or node.op in {"lookup", "growth"} or (node.op == "ratio" and len(node.args) == 2)

    def _constant(self, node: Expr) -> Any:
        """The value of a node that no fact changes, else ``None``."""
        return None if any(inner.op in READ for inner in walk(node)) else self.reading.value(node)

    def _joins_requirements(self, number: int) -> bool:
        return self.distinct.nodes[number].op == "and" and all(arg in self.bits for arg in self.distinct.args[number])

    def _crossing(self) -> frozenset[int]:
        """Numbers used by what is asked of a record although they do not depend on it: computed once, outside."""
        scopes, args = self.distinct.scopes, self.distinct.args
        return frozenset(arg for number in range(len(args)) for arg in args[number] if scopes[arg] < scopes[number])

    def _facts(self, wanted: Iterable[int]) -> dict[str, str]:
        read = sorted(n for n in self.distinct.below(wanted) if self.distinct.nodes[n].op == "fact")
        return {self.distinct.nodes[n].value.name: f"f{place}" for place, n in enumerate(read)}

    # -------------------------------------------------------------- values

    def _code(self, number: int) -> Code:
        """The code of a number; arguments come first, so that nothing recurses."""
        while len(self.codes) <= number:
            self.codes.append(self._written(len(self.codes)))
        return self.codes[number]

    def _written(self, number: int) -> Code:
        node = self.distinct.nodes[number]
        block = self._block(number)
        if not self.distinct.varies[number]:
            return self._literal(self.reading.value(node))
        if node.op == "fact":
            local = self.facts[node.value.name]
            return Code(local) if self.certain else Code(local, (local,))
        code = self._operation(number, node, block)
        if code.named or code.unknown:
            return code
        used_once = self.uses[number] <= 1 and number not in self.crossing
        if used_once and code.nested <= DEEPEST and len(code.tests) <= 3 and node.op not in REFUSING:
            return code
        return self._named(code, block)

    def _block(self, number: int) -> Block:
        scopes = self.distinct.scopes[number]
        if not scopes:
            return self.main
        innermost = max(scopes, key=lambda scope: scope.serial)
        return self.blocks.setdefault(innermost, Block(innermost))

    def _named(self, code: Code, block: Block) -> Code:
        """A value under a name of its own. The name may hold ``None`` where the value is uncertain."""
        if code.named or code.unknown:
            return code
        name = f"v{self.names}"
        self.names += 1
        block.add(f"{name} = {code.or_none}")
        return Code(name) if code.certain else Code(name, (name,))

    def _maybe(self, text: str, block: Block) -> Code:
        """A named value of which the text itself says ``None`` where it is unknown."""
        name = self._named(Code(text, nested=1), block).text
        return Code(name, (name,))

    def _literal(self, value: Any) -> Code:
        if value is None:
            return UNKNOWN
        return Code(repr(value)) if type(value) in {bool, int, str} else Code(self._kept(value))

    def _kept(self, value: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def _operation(self, number: int, node: Expr, block: Block) -> Code:
        args = [self.codes[arg] for arg in self.distinct.args[number]]
        if number in self.conjunctions:
            return self._conjunction(number, args, block)
        match node.op:
            case "item":
                scope, field = node.value
                text = f"i{scope.serial}[{field!r}]"
                return Code(text, nested=1) if self.certain else self._maybe(text, block)
            case "and" | "or":
                return self._kleene(node.op, args, block)
            case "ite":
                return self._choice(args, block)
            case "branch":
                return self._branch(args, block)
            case "lookup":
                looked_up = self._kept(lambda day: self.reading.looked_up(node, day))
                code = together(f"{looked_up}({args[0].text})", args)
                return UNKNOWN if code.unknown else self._maybe(code.or_none, block)
            case "ratio" | "growth" if len(args) == 2:
                code = together(self._strict(node, args), args)
                return UNKNOWN if code.unknown else self._maybe(code.or_none, block)
            case op if op in OVER_LIST:
                return self._over_list(node, args, block)
        if node.op in {"min", "max"}:
            args = [self._named(arg, block) if arg.certain else arg for arg in args]
        return together(self._strict(node, args), args)

    def _strict(self, node: Expr, args: list[Code]) -> str:
        """The operation on arguments that all have a value."""
        texts = [inner(arg) for arg in args]
        match node.op:
            case "not":
                return f"not {texts[0]}"
            case "in":
                return f"{texts[0]} in {self._kept(node.value)}"
            case "has":
                return f"{node.value!r} in {texts[0]}"
            case "take":
                return f"{texts[0]}[:{node.value}]"
            case "set":
                return f"members({node.value!r}, ({', '.join(texts)}, ))"
            case "scale":
                return texts[0] if node.value == 1 else f"{texts[0]} * {node.value}"
            case "round":
                return self._rounded(node, texts[0])
            case "growth":
                return f"growth({', '.join(texts)}, {node.value!r})"
            case "day_of":
                return f"{texts[0]}.date()"
            case "year":
                return f"{texts[0]}.year"
            case "months_from":
                return f"{texts[1]} - {texts[0]}"
            case "days_from":
                return f"({texts[1]} - {texts[0]}).days"
            case "min" | "max" if all(arg.named for arg in args):
                return f"{texts[0]} if {texts[0]} {'<=' if node.op == 'min' else '>='} {texts[1]} else {texts[1]}"
            case op if op in INFIX:
                return f"{texts[0]} {INFIX[op]} {texts[1]}"
            case op if op in REFUSING:
                return f"{op}({', '.join(texts)}, {names_read(node)!r})"
        return f"{node.op}({', '.join(texts)})"

    def _rounded(self, node: Expr, text: str) -> str:
        from_places, to_places, mode = node.value
        low, high = interval(node.args[0])
        plain = low is not None and low >= 0 and high is not None and high < EXACT_ROUNDING
        step = 10 ** (from_places - to_places) if from_places > to_places else 0
        if plain and step and self._whole(node.args[0]) and mode in {"DOWN", "FLOOR", "HALF_UP"}:
            return f"({text} + {step // 2}) // {step}" if mode == "HALF_UP" else f"{text} // {step}"
        return f"rounded({text}, {node.value!r})"

    def _whole(self, node: Expr) -> bool:
        """Whether a number is counted in integers: no quotient in it, and no parameter that is a fraction."""
        return all(
            one.op not in {"ratio", "lookup"} and (one.op != "param" or type(self.reading.value(one)) is int)
            for one in walk(node)
        )

    def _kleene(self, op: str, args: list[Code], block: Block) -> Code:
        """Conjunction or disjunction: one argument may settle it whatever the others are."""
        certain = [inner(arg) for arg in args if arg.certain]
        open_ = [self._named(arg, block) for arg in args if not arg.certain]
        joined = f" {op} ".join(certain)
        if not open_:
            return Code(joined, nested=1 + max(arg.nested for arg in args))
        names = [arg.text for arg in open_ if not arg.unknown]
        if len(names) == 1 and len(open_) == 1:
            text = names[0]
        else:
            text = PASS[op] if len(names) == len(open_) else "None"
            if len(names) == len(open_):
                text = f"None if {' or '.join(f'{name} is None' for name in names)} else {text}"
            if names:
                text = f"{STOP[op]} if {' or '.join(f'{name} is {STOP[op]}' for name in names)} else {text}"
        if certain:
            text = f"({text}) if {joined} else False" if op == "and" else f"True if {joined} else {text}"
        return self._maybe(text, block)

    def _conjunction(self, number: int, args: list[Code], block: Block) -> Code:
        asked = 0
        for arg in self.distinct.args[number]:
            asked |= self.bits[arg]
        every = asked == (1 << len(self.requirements)) - 1
        failed, unknown = ("failed", "unknown") if every else (f"failed & {mask(asked)}", f"unknown & {mask(asked)}")
        if all(arg.certain for arg in args):
            return Code(f"not {failed}" if every else f"not ({failed})", nested=1)
        return self._maybe(f"False if {failed} else None if {unknown} else True", block)

    def _choice(self, args: list[Code], block: Block) -> Code:
        condition, a, b = args
        if condition.certain and a.certain and b.certain:
            text = f"{inner(a)} if {inner(condition)} else {inner(b)}"
            return Code(text, nested=1 + max(arg.nested for arg in args))
        condition, a, b = (arg if arg.certain and arg.named else self._named(arg, block) for arg in args)
        if condition.certain:
            return self._maybe(f"{a.text} if {inner(condition)} else {b.text}", block)
        agreed = f"{a.text} if {a.text} == {b.text} else None"
        if condition.unknown:
            return self._maybe(agreed, block)
        name = condition.text
        return self._maybe(f"({agreed}) if {name} is None else {a.text} if {name} else {b.text}", block)

    def _branch(self, args: list[Code], block: Block) -> Code:
        condition, a, b, open_ = (self._named(arg, block) for arg in args)
        if condition.unknown:
            return open_
        text = f"{a.text} if {condition.text} else {b.text}"
        if not condition.certain:
            text = f"{open_.text} if {condition.text} is None else {text}"
        certain = a.certain and b.certain and (condition.certain or open_.certain)
        return Code(text, nested=1) if certain else self._maybe(text, block)

    def _over_list(self, node: Expr, args: list[Code], block: Block) -> Code:
        records, asked, otherwise = args[0], args[1:3], args[3:]
        body = self.blocks.setdefault(node.value, Block(node.value))
        result = asked[0].or_none if len(asked) == 1 else f"({asked[0].or_none}), ({asked[1].or_none})"
        name = f"r{self.names}"
        self.names += 1
        block.add(*body.function(f"def {name}(i{node.value.serial}):", result))
        known = all(one.certain for one in (records, *asked, *otherwise))
        texts = [inner(records) if known else f"({records.or_none})", name, *(one.or_none for one in otherwise)]
        if known:
            return Code(f"known_{node.op}({', '.join(texts)})", nested=1)
        return self._maybe(f"partial_{node.op}({', '.join(texts)})", block)


def mask(bits: int) -> str:
    """A mask as a literal: long ones in hexadecimal, which Python reads in any length."""
    return str(bits) if bits < 1 << 64 else hex(bits)
