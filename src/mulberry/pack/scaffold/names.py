"""What the new pack is called: its id, its package, and the policy's own name, number and issuer."""

from __future__ import annotations

import keyword
import re
from collections.abc import Collection
from dataclasses import dataclass

from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.pack.scaffold.literal import plain
from mulberry.policy.english import read_english
from mulberry.policy.model import Reading

TO_WRITE = t("【待写】", "[to be written]")
"""Stands before everything that the author still has to word; the pack's own tests look for it."""
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 40
_BAD_ID = t(
    "政策包编号“{id}”不可用；请用 --id 给出小写字母开头、由小写字母、数字和连字符组成的编号，如 jianghai-2025-12。",
    "“{id}” cannot be a pack's id; give one by --id in small letters, digits and hyphens, such as jianghai-2025-12.",
)
_TAKEN = t(
    "已经安装了名为 {id} 的政策包；请用 --id 另取编号。", "A pack called {id} is installed; give another id by --id."
)
_NO_SENTENCE = t(
    "这份文本只有标题，没有一个句子，做不成政策包；请给出政策全文。",
    "This text has headings and no sentence, so there is nothing to carry out; give the policy's full text.",
)


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a new pack. ``id`` is kebab-case; ``module`` the Python package made of it."""

    id: str
    title: Text
    number: str
    issuer: Text

    @property
    def module(self) -> str:
        return f"mulberry_{self.id.replace('-', '_')}"

    @property
    def distribution(self) -> str:
        return f"mulberry-{self.id}"


def named(reading: Reading, id: str, taken: Collection[str]) -> Named:
    """The names for a pack of a policy. ``Invalid``: ``id`` cannot be one or is taken; ``policy`` has no sentence."""
    if not _ID.fullmatch(id) or len(id) > _LONGEST or keyword.iskeyword(id):
        raise Invalid("id", _BAD_ID.format(id=id[:60]))
    if id in taken:
        raise Invalid("id", _TAKEN.format(id=id))
    if not reading.sentences:
        raise Invalid("policy", _NO_SENTENCE)
    head = reading.header
    number = plain(head.number)
    zh = plain(head.carries or head.title) or f"{TO_WRITE.zh}{id}"
    issuer = plain(head.issuer)
    return Named(
        id,
        Text(zh, _english_title(reading) or f"{TO_WRITE.en} {number or id}"),
        number,
        Text(issuer or TO_WRITE.zh, f"{TO_WRITE.en} issuer"),
    )


def _english_title(reading: Reading) -> str:
    """The heading of the translation, where there is one."""
    span = read_english(reading.source_en).title if reading.source_en else None
    return plain(reading.source_en[span[0] : span[1]])[:200] if span else ""
