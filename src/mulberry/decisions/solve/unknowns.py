"""Facts whose value the solver chooses: variables within what the facts may be."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from mulberry.decisions.solve import calendar, terms
from mulberry.decisions.solve.terms import Codes, Term, Val, both
from mulberry.decisions.types import Type
from mulberry.record.values import MAX_NUMBER

_DAY = 86_400_000_000


class Unknowns:
    """Variables of one context; ``held`` says what each may be."""

    def __init__(self, context: Any, codes: Codes) -> None:
        self.context, self.codes = context, codes
        self.held: list[Term] = []

    def of(self, name: str, type_: Type, longest: int = 3) -> Val:
        """A value of a type that may be anything the type allows; a list has at most ``longest`` records."""
        z3 = terms.solver()
        if type_.name == "bool":
            return Val(z3.Bool(name, self.context))
        if type_.name == "set":
            return Val({member: z3.Bool(f"{name}:{member}", self.context) for member in type_.values})
        if type_.name == "list":
            return self._records(name, type_, longest)
        number = z3.Int(name, self.context)
        self.held.append(self._range(number, type_))
        return Val(number)

    def read(self, model: Any, value: Val, type_: Type) -> Any:
        """The counted value that a model gives to a variable."""
        if type_.name == "set":
            return frozenset(member for member, held in value.term.items() if self.plain(model, held))
        if type_.name == "list":
            return tuple(self._read(model, record, type_) for there, record in value.term if self.plain(model, there))
        return self.codes.back(self.plain(model, value.term), type_)

    def _read(self, model: Any, record: dict[str, Val], type_: Type) -> dict[str, Any]:
        return {name: self.read(model, record[name], inner) for name, inner in type_.items.items()}

    def plain(self, model: Any, term: Term) -> Any:
        """The number or truth that a model gives to a term."""
        if isinstance(term, bool | int):
            return term
        value = model.eval(term, model_completion=True)
        return value.as_long() if hasattr(value, "as_long") else str(value) == "True"

    def _records(self, name: str, type_: Type, longest: int) -> Val:
        size = terms.solver().Int(f"{name}.size", self.context)
        self.held.append(both(size >= 0, size <= longest))
        return Val([(size > place, self._record(f"{name}[{place + 1}]", type_)) for place in range(longest)])

    def _record(self, name: str, type_: Type) -> dict[str, Val]:
        return {field: self.of(f"{name}.{field}", inner, longest=2) for field, inner in type_.items.items()}

    def _range(self, number: Term, type_: Type) -> Term:
        match type_.name:
            case "date":
                return calendar.within(number)
            case "month":
                return both(number >= calendar.FIRST_MONTH, number <= calendar.LAST_MONTH)
            case "datetime":
                # counted from the first day of the calendar, which has the ordinal 1
                return both(number >= (calendar.FIRST - 1) * _DAY, number < calendar.LAST * _DAY)
            case "enum":
                return terms.either(*(number == self.codes.of(member) for member in type_.values))
            case "str":
                return number >= 0
        low = -MAX_NUMBER if type_.low is None else type_.low
        high = MAX_NUMBER if type_.high is None else type_.high
        return both(number >= self._counted(low, type_), number <= self._counted(high, type_))

    @staticmethod
    def _counted(bound: Decimal, type_: Type) -> int:
        return int(Decimal(bound) * type_.scale)
