"""Modal verbs: 应当, 不得, 可以, 要 and their kin, without the words that only look like them (重要, 应用, 许可)."""

from __future__ import annotations

import re

from mulberry.policy.predicates import ends_as_office

MUST = ("应当", "必须", "不得", "不予", "严禁", "禁止", "应", "须", "要", "需", "务必", "请")
MAY = ("可以", "可", "有权")

_MODAL = re.compile("|".join(MUST + MAY))
_NOT_BEFORE = {
    "要": "重需主首必纲只摘概扼紧机次简提想将就",
    "应": "于适供响相效反对顺呼感因理反",
    "可": "许认不尚无宁",
    "需": "急亟所必供内军特刚民按无",
    "须": "必",
    "请": "申邀聘提报",
    "有权": "所国享",
    "禁止": "未确被令",
}
_NOT_AFTER = {
    "要": "求素件点闻害塞约义领旨么",
    "应": "用对急收届纳付变缴税激战有邀",
    "可": "能持行靠控比再信视追复及观转穿降替贵见溯循推借逆塑移读携折拆调交燃变疑操知想爱喜惜谓测量回",
    "需": "求要",
    "请": "示求教假",
}
# 市场影响应高度重视: here the character before belongs to another word
_OTHER_WORD = {"应": ("影响", "效果"), "要": ("必须要", "次要")}


def modals(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Modal verbs between two places, with their places."""
    return [
        (found.start(), found.group())
        for found in _MODAL.finditer(text, start, end)
        if _is_modal(text, start, found.start(), found.group())
    ]


def _is_modal(text: str, start: int, i: int, word: str) -> bool:
    before, after = text[i - 1] if i > start else "", text[i + len(word) : i + len(word) + 1]
    if before and before in _NOT_BEFORE.get(word, "") and not text.endswith(_OTHER_WORD.get(word, ()), start, i):
        return False
    if not after or after in "，。；的" or after in _NOT_AFTER.get(word, ""):
        return False
    if word == "可" and i - start < 2 and _describes(text, i):
        return False
    return word != "需" or ends_as_office(text[start:i])


_ABLE = re.compile(r"可[^，。；]{1,4}(?:、可|的|性)")


def _describes(text: str, i: int) -> bool:
    """可复制、可推广的: what can be done with a thing, not what somebody may do."""
    return _ABLE.match(text, i) is not None
