"""How the classes of force are called, and the few families that the reader tells apart by a quiet mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mulberry.law.text import Text, t


@dataclass(frozen=True, slots=True)
class Force:
    """A class of force: its name, and the family whose colour it bears beside the name."""

    code: str
    name: Text
    family: str


# From what binds most to what only tells; the reader lists them in this order.
_NAMED = (
    ("must", "duty", t("应当", "must")),
    ("may", "leave", t("可以", "may")),
    ("allow", "leave", t("允许", "allow")),
    ("pilot", "leave", t("先行先试", "pilot")),
    ("support", "favour", t("支持", "support")),
    ("encourage", "favour", t("鼓励", "encourage")),
    ("guide", "favour", t("引导", "guide")),
    ("explore", "favour", t("探索", "explore")),
    ("promote", "act", t("推动", "promote")),
    ("build", "act", t("建设", "build")),
    ("develop", "act", t("发展", "develop")),
    ("deploy", "act", t("布局", "lay out")),
    ("deepen", "act", t("深化", "deepen")),
    ("improve", "act", t("完善", "improve")),
    ("strengthen", "act", t("加强", "strengthen")),
    ("clarify", "act", t("明确", "clarify")),
    ("formulate", "act", t("制定", "draw up")),
    ("use", "act", t("用好", "use")),
    ("coordinate", "act", t("统筹", "coordinate")),
    ("implement", "act", t("实施", "carry out")),
    ("operate", "act", t("办理", "operate")),
    ("apply", "act", t("适用", "apply")),
    ("serve", "act", t("服务", "serve")),
    ("goal", "aim", t("目标", "aim")),
    ("hold", "aim", t("坚持", "uphold")),
    ("guide-by", "aim", t("遵循", "guided by")),
    ("declare", "told", t("说明", "state")),
    ("enact", "told", t("发布", "issue")),
)
FORCES: Mapping[str, Force] = {code: Force(code, name, family) for code, family, name in _NAMED}
FAMILIES: Mapping[str, Text] = {
    "duty": t("必须做的", "What must be done"),
    "leave": t("准许做的", "What is permitted"),
    "favour": t("支持和鼓励的", "What is favoured"),
    "act": t("要推进的", "What is to be done"),
    "aim": t("目标和原则", "Aims and principles"),
    "told": t("说明和发布", "What is only told"),
}


def force(code: str) -> Force:
    """A class by its code; one that has no name here yet goes by its code."""
    return FORCES.get(code) or Force(code, t(code, code), "told")


def in_order(codes: frozenset[str]) -> tuple[Force, ...]:
    """Classes in the order in which they are listed."""
    places = list(FORCES)
    return tuple(force(code) for code in sorted(codes, key=lambda c: (places.index(c) if c in FORCES else 99, c)))
