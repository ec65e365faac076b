"""Who is to act, sorted by what they are, so that a list of names from a text can be found one's way in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mulberry.law.text import Text, t

NOBODY = "-"
KIND_PREFIX = "kind:"
# The noun that says what somebody is stands last in a Chinese name; of two that end there the earlier here is meant.
_KINDS = (
    ("finance", t("金融机构和资本", "Finance and capital"), "银行|金融机构|保险机构|保险公司|证券公司|基金|资本"),
    ("medical", t("医疗机构", "Medical institutions"), "医院|医疗机构|医疗卫生机构"),
    ("research", t("高校和科研机构", "Universities and research"), "高校|大学|院校|学校|研究机构|科研机构|院所|研究院"),
    ("enterprise", t("企业", "Enterprises"), "企业|公司|厂商|商户|市场主体|经营主体"),
    ("people", t("个人", "Persons"), "人才|人员|个人|职工|居民|劳动者|学生"),
    ("park", t("园区和开发区", "Parks and zones"), "园区|开发区|试验区|片区|新区|保税区"),
    ("place", t("口岸和场站", "Ports and stations"), "机场|口岸|港口|车站|港"),
    ("authority", t("政府和部门", "Authorities"), "国务院|部门|商务部|[部委局厅省市县区]|政府|法院|海关|委员会"),
    ("project", t("项目", "Projects"), "项目|工程"),
    ("body", t("机构和单位", "Organisations"), "机构|单位|组织|协会|中心|平台"),
)
_PATTERNS = tuple((code, re.compile(pattern)) for code, _, pattern in _KINDS)
KIND_NAMES = {code: name for code, name, _ in _KINDS} | {"other": t("其他", "Others")}


def kind_of(actor: str) -> str:
    """What an actor is, by the last noun of the name that says so."""
    best = ("other", 0)
    for code, pattern in _PATTERNS:
        end = max((found.end() for found in pattern.finditer(actor)), default=0)
        if end > best[1]:
            best = (code, end)
    return best[0]


@dataclass(frozen=True, slots=True)
class ActorGroup:
    """The actors of one kind, each with the number of clauses that name it, most first."""

    code: str
    name: Text
    actors: tuple[tuple[str, int], ...]

    @property
    def value(self) -> str:
        return f"{KIND_PREFIX}{self.code}"

    @property
    def total(self) -> int:
        return sum(count for _, count in self.actors)


def groups(named: Iterable[str]) -> tuple[ActorGroup, ...]:
    """The actors of a text under their kinds, in the order of the kinds."""
    counts = Counter(named)
    by_kind: dict[str, list[tuple[str, int]]] = {}
    for actor, count in counts.most_common():
        by_kind.setdefault(kind_of(actor), []).append((actor, count))
    return tuple(ActorGroup(code, KIND_NAMES[code], tuple(by_kind[code])) for code in KIND_NAMES if code in by_kind)


def is_wanted(actor: str | None, wanted: str) -> bool:
    """Whether an actor is the one chosen: a name, a kind, or nobody named."""
    if not wanted:
        return True
    if wanted == NOBODY:
        return actor is None
    if wanted.startswith(KIND_PREFIX):
        return actor is not None and kind_of(actor) == wanted.removeprefix(KIND_PREFIX)
    return actor == wanted
