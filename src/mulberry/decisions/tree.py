"""Going through expression trees. Every walk visits a node once, however often it is used, and never recurses."""

from __future__ import annotations

from collections.abc import Iterator

from mulberry.decisions.expression import Expr

OVER_LIST = frozenset({"any", "all", "count", "sum", "max_in", "min_in"})
"""Words over a list: their first argument is the list, the second and third are asked of each record, and a fourth is
what there is where no record is concerned."""

TRANSPARENT = frozenset({"require", "amount"})
"""Nodes that only carry words and law: their value is that of what they wrap."""


def asked_once(node: Expr) -> tuple[Expr, ...]:
    """The arguments that are not asked record by record."""
    return (*node.args[:1], *node.args[3:]) if node.op in OVER_LIST else node.args


def walk(*roots: Expr) -> Iterator[Expr]:
    """Every node below some roots and the roots themselves, arguments before what uses them."""
    done: set[Expr] = set()
    for root in roots:
        waiting = [root]
        while waiting:
            node = waiting[-1]
            if node in done:
                waiting.pop()
            elif first := [arg for arg in node.args if arg not in done]:
                waiting.extend(reversed(first))
            else:
                done.add(node)
                yield waiting.pop()


def leaves(*roots: Expr) -> Iterator[Expr]:
    """Every fact, parameter, as-of date and item field below some roots, in the order in which the rule reads them."""
    return (node for node in walk(*roots) if not node.args and node.op != "const")


def free_scopes(*roots: Expr) -> frozenset[object]:
    """The lists whose records are spoken of outside of any word over that list: in a whole rule there are none."""
    free: dict[Expr, frozenset[object]] = {}
    for node in walk(*roots):
        below = frozenset[object]().union(*(free[arg] for arg in node.args))
        if node.op in OVER_LIST:
            below -= {node.value}
        free[node] = below | {node.value[0]} if node.op == "item" else below
    return frozenset[object]().union(*(free[root] for root in roots))


def names_read(node: Expr) -> str:
    """The facts and fields that a node reads, to name in a refusal; the operation where it reads none."""
    names = [leaf.value.name if leaf.op == "fact" else leaf.value[1] for leaf in leaves(node) if leaf.op in READ]
    return ", ".join(dict.fromkeys(names)) or node.op


READ = frozenset({"fact", "item"})
