"""One condition or value asked in every form there is, so that a test states its expectation once."""

from __future__ import annotations

from datetime import date
from typing import Any

from mulberry.decisions.evaluate import Reading
from mulberry.decisions.expression import lift
from mulberry.decisions.run import answer, read_facts
from mulberry.decisions.scalar import compiled
from tests.decisions.subjects import AS_OF, giving, requiring


def holds(condition: Any, as_of: date = AS_OF, **facts: Any) -> bool | None:
    """Whether a condition holds, asked of the interpreter and of both compiled forms, which must agree."""
    asked = requiring(condition)
    values = read_facts(asked, facts)
    interpreted: bool | None = Reading(values, as_of).value(asked.requirements[0])
    functions = compiled(asked, as_of)
    for masks in functions.partial(values), functions.complete(values):
        if masks is not None:
            assert (False if masks[1] else None if masks[2] else True) is interpreted
            assert masks[0] == {True: 0, False: 1, None: None}[interpreted]
    return interpreted


def value(node: Any, as_of: date = AS_OF, **facts: Any) -> Any:
    """The value of an expression as an answer shows it, asked of the interpreter and of both compiled forms."""
    asked = giving(lift(node))
    values = read_facts(asked, {"listed": True, **facts})
    shown = answer(asked, values, as_of).amounts["given"]
    assert asked.amounts[0].type.show(Reading(values, as_of).value(asked.amounts[0])) == shown
    partial = compiled(asked, as_of).partial(values)
    assert asked.amounts[0].type.show(partial[3][0]) == shown
    return shown
