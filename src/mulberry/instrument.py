"""What all six kinds of instrument have in common."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, runtime_checkable

from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text, t


class Kind(StrEnum):
    """The six kinds of instrument, and no others."""

    DECISION = "decision"
    PROCEDURE = "procedure"
    REGISTER = "register"
    ACCOUNT = "account"
    MECHANISM = "mechanism"
    INDICATOR = "indicator"

    @property
    def text(self) -> Text:
        """The kind's name."""
        return KIND_TEXTS[self]


KIND_TEXTS = {
    Kind.DECISION: t("判定", "Decision"),
    Kind.PROCEDURE: t("程序", "Procedure"),
    Kind.REGISTER: t("登记", "Register"),
    Kind.ACCOUNT: t("账户", "Account"),
    Kind.MECHANISM: t("机制", "Mechanism"),
    Kind.INDICATOR: t("指标", "Indicator"),
}


@runtime_checkable
class Instrument(Protocol):
    """What carries a clause out: a declared class or object of one of the six kinds.

    ``id`` is kebab-case, unique in the pack and stable; ``clauses`` are the policy's clauses or sentences it carries
    out; ``system`` is the number of the system in the fact sheets. ``bases`` and ``parameters`` list the law and the
    dated values it rests on, so that a change of either finds every instrument it touches.
    """

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def system(self) -> str: ...
    @property
    def clauses(self) -> tuple[str, ...]: ...
    @property
    def title(self) -> Text: ...
    @property
    def subject(self) -> str: ...
    @property
    def bases(self) -> tuple[Basis, ...]: ...
    @property
    def parameters(self) -> tuple[Parameter, ...]: ...
