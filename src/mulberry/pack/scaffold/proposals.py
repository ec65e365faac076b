"""Which kinds of instrument a clause may want, by its force and by what it is about. Proposals for an author to judge,
never instruments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mulberry.instrument import Kind
from mulberry.pack.scaffold.literal import comment
from mulberry.pack.scaffold.outline import Section
from mulberry.pack.scaffold.wording import en_class, head, objects
from mulberry.policy.model import Clause

D, P, R, A, M, I = (Kind.DECISION, Kind.PROCEDURE, Kind.REGISTER, Kind.ACCOUNT, Kind.MECHANISM, Kind.INDICATOR)  # noqa: E741  # the six kinds
BY_FORCE: Mapping[str, tuple[Kind, ...]] = {
    "allow": (D, P),
    "may": (D,),
    "must": (P,),
    "support": (D, P),
    "encourage": (D, I),
    "guide": (R, I),
    "explore": (P, I),
    "pilot": (P, I),
    "promote": (I,),
    "build": (R, I),
    "develop": (R, I),
    "deploy": (R,),
    "deepen": (I,),
    "improve": (I,),
    "strengthen": (I,),
    "clarify": (D,),
    "formulate": (P,),
    "coordinate": (P,),
    "implement": (P,),
    "operate": (P,),
    "apply": (D,),
    "use": (I,),
    "serve": (I,),
    "goal": (I,),
    "hold": (),
    "guide-by": (),
    "declare": (),
    "enact": (),
}
_BY_OBJECT: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (A, ("额度", "配额", "名额", "指标", "奖励", "补助", "补贴", "资金", "预算", "基金", "账册", "台账", "券")),
    (P, ("备案", "审批", "认定", "申请", "许可", "登记", "评审", "验收", "核准", "受理", "试点")),
    (R, ("名单", "目录", "清单", "登记", "名录", "平台", "机构", "项目库", "中心", "基地")),
    (M, ("交易", "竞价", "定价", "测算", "核算", "评分", "积分", "抽样", "结算", "分配", "算法")),
    (D, ("条件", "资格", "资质", "符合", "标准", "准入", "免征", "减按")),
    (I, ("率", "占比", "比重", "增长", "规模", "目标", "成效", "水平")),
)
_ASKS = {
    D: "decision (may I, which route, how much?)",
    P: "procedure (who acts next, until when?)",
    R: "register (who is recorded, in which state?)",
    A: "account (how much is left?)",
    M: "mechanism (what does the calculation give?)",
    I: "indicator (is it working?)",
}
_NOTHING = "none, perhaps: say why by uncarried=t(…) in its clauses module"
HEADER = (
    "Proposals by the force of each clause and what it is about: take one, change it or strike it out.",
    "An instrument is a module of its own in this folder; name it in INSTRUMENTS below.",
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A clause and the kinds of instrument that may carry it out; none where it only states or greets."""

    clause: Clause
    kinds: tuple[Kind, ...]


def propose(clause: Clause) -> Proposal:
    """By force first, then by what its words are about, each kind once."""
    own = BY_FORCE.get(clause.cls, (I,))
    if not own and not clause.quantities:
        return Proposal(clause, ())
    about = [kind for kind, words in _BY_OBJECT if any(word in clause.text for word in words)]
    counted = [D] if clause.quantities and D not in own else []
    return Proposal(clause, tuple(dict.fromkeys([*own, *counted, *about]))[:4])


def listed(section: Section) -> list[str]:
    """The proposals of a section as comments that people read."""
    proposals = [propose(clause) for sentence in section.sentences for clause in sentence.clauses]
    return [*map(comment, HEADER), "#", *(line for one in proposals for line in _lines(one))]


def _lines(one: Proposal) -> Iterator[str]:
    clause = one.clause
    yield comment(f"{clause.id}  {head(clause)} · {en_class(clause.cls)}{_about(objects(clause))}")
    for text in (_ASKS[kind] for kind in one.kinds):
        yield f"#     - {text}"
    if not one.kinds:
        yield f"#     - {_NOTHING}"


def _about(words: Sequence[str]) -> str:
    return f" · {' / '.join(words[:3])}" if words else ""
