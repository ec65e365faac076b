"""Numbering the distinct nodes of several trees, so that what is said twice is computed once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mulberry.decisions.expression import Expr
from mulberry.decisions.lists import Scope
from mulberry.decisions.tree import OVER_LIST, TRANSPARENT

Rewrite = Callable[[Expr], Expr | None]
Scopes = frozenset[Scope]
NOWHERE: Scopes = frozenset()


class Distinct:
    """Every distinct node of some trees, numbered so that arguments come before what uses them.

    ``rewrite`` may give another node to be computed in a node's place. ``nodes[n]`` is a node of number n, ``args[n]``
    the numbers of its arguments, ``scopes[n]`` the lists whose records it speaks of, ``varies[n]`` whether any fact
    can change it.
    """

    def __init__(self, rewrite: Rewrite = lambda _: None) -> None:
        self.nodes: list[Expr] = []
        self.args: list[tuple[int, ...]] = []
        self.scopes: list[Scopes] = []
        self.varies: list[bool] = []
        self._rewrite = rewrite
        self._forms: dict[Expr, Expr] = {}
        self._numbers: dict[Expr, int] = {}
        self._by_key: dict[Any, int] = {}

    def number(self, root: Expr) -> int:
        """The number of a node, given to it and to all below it if they have none yet."""
        waiting = [root]
        while waiting:
            node = waiting[-1]
            if node in self._numbers:
                waiting.pop()
                continue
            form = self._form(node)
            wanted = node.args if form is node else (form,)
            if missing := [one for one in wanted if one not in self._numbers]:
                waiting.extend(reversed(missing))
            else:
                self._numbers[node] = self._add(node) if form is node else self._numbers[form]
        return self._numbers[root]

    def uses(self, roots: Iterable[int], hidden: frozenset[int] = frozenset()) -> Counter[int]:
        """How often each number is used by another or as a root; what ``hidden`` nodes use does not count."""
        found: Counter[int] = Counter(roots)
        for number in range(len(self.nodes)):
            if number not in hidden:
                found.update(self.args[number])
        return found

    def below(self, roots: Iterable[int]) -> Iterator[int]:
        """The numbers of some roots and of everything below them."""
        done, waiting = set[int](), list(roots)
        while waiting:
            number = waiting.pop()
            if number not in done:
                done.add(number)
                waiting.extend(self.args[number])
                yield number

    def _form(self, node: Expr) -> Expr:
        if node.op in TRANSPARENT:
            return node.args[0]
        if node not in self._forms:
            rewritten = self._rewrite(node)
            self._forms[node] = node if rewritten is None else rewritten
        return self._forms[node]

    def _add(self, node: Expr) -> int:
        args = tuple(self._numbers[arg] for arg in node.args)
        key = node.op, node.type.name, self._value(node), args
        if key not in self._by_key:
            self._by_key[key] = len(self.nodes)
            self.nodes.append(node)
            self.args.append(args)
            self.scopes.append(self._scopes(node, args))
            self.varies.append(node.op in {"fact", "item"} or any(self.varies[arg] for arg in args))
        return self._by_key[key]

    def _scopes(self, node: Expr, args: tuple[int, ...]) -> Scopes:
        below = NOWHERE.union(*(self.scopes[arg] for arg in args))
        if node.op == "item":
            return below | {node.value[0]}
        return below - {node.value} if node.op in OVER_LIST else below

    @staticmethod
    def _value(node: Expr) -> Any:
        if node.op == "fact":
            return node.value.name
        return node.value.key if node.op in {"param", "lookup"} else node.value
