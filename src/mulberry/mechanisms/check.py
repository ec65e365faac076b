"""Static findings about a mechanism."""

from __future__ import annotations

from collections.abc import Iterator

from mulberry.findings import Finding, Severity
from mulberry.law.text import t
from mulberry.mechanisms.declare import Mechanism
from mulberry.record.fields import Fields


def findings(mechanism: Mechanism) -> list[Finding]:
    """Everything wrong or doubtful in one mechanism."""
    return [*calculation(mechanism.id, mechanism.function.__doc__, mechanism.gives), *_without_basis(mechanism)]


def calculation(id_: str, documentation: str | None, gives: Fields) -> Iterator[Finding]:
    """What any declared calculation needs: something that it gives, and a sentence that says how."""
    if not gives:
        yield Finding(
            "gives-nothing", id_, t("没有声明结果字段", "it declares no field of its result: name what it gives")
        )
    if not (documentation or "").strip():
        text = t(
            "计算函数没有说明", "its function says nothing: tell in a docstring what is calculated and by which rule"
        )
        yield Finding("unexplained", id_, text, severity=Severity.DOUBT)


def _without_basis(mechanism: Mechanism) -> Iterator[Finding]:
    """A calculation may be pure arithmetic; that it follows no law should be meant."""
    if not mechanism.bases and not mechanism.parameters:
        text = t(
            "没有列出依据：请注明条款，或确认其为纯计算",
            "it names no basis: cite the article, or mean it as mere arithmetic",
        )
        yield Finding("no-basis", mechanism.id, text, severity=Severity.DOUBT)
