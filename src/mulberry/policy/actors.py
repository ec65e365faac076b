"""Who acts, for whom, on what, in a clause whose head is known."""

from __future__ import annotations

import re

from mulberry.policy.clauses import RawClause
from mulberry.policy.model import Span
from mulberry.policy.scanning import candidates, skip_adverbs

_LEAD = re.compile(r"^(?:并|同时|进一步|积极|现就|由)|[，；：、]$")
_FOR = re.compile(
    r"(?:对于|对|为|向|给)([^，；的]{2,30}?)(?=，|给予|予以|提供|实行|实施|采取|开展|创造|营造|免费|按|在)"
)
_BY = re.compile(r"(?<!自)由([^，。；、]{2,14}?)(?=申请|负责|牵头|承担|组织|审批|审核|提出|办理|会同|按|依|制定|出资)")
_ABOUT = re.compile(
    r"(?:^|[，的])(?:对)?([^，。的、]{0,12}(?:人才|人员|企业|机构|单位|申请人|个人))(?=参加|入选|符合|从事|在|已|未|，|需|因|可)"
)
_WHERE = re.compile(r"(?:在(?!线|校|职|岗|外)|与(?!会)|按照?|依法|以(?!上|下|内|外|及)|根据|通过)")
_ORG = re.compile(
    r"(?:企业|机构|园区|银行|集团|公司|高校|院校|单位|部门|大学|团队|资本|基金|港|机场|院所|口岸|市|省|组织|医院|大基金|平台|协会|实验室|人才|人员|项目|园|区|中心|政府|游客|学校|院|商|县|机构和高校|客商|个人|者|农户|居民)$"
)
_OBJECT_CUT = re.compile(r"、|以及|及其?|(?<![与总饱调缓共平])和(?!平|谐|解|田)")
_END = re.compile("[；。]")
_ASIDE = re.compile(r"（[^（）]{0,40}）")
_CLAUSE_TAIL = re.compile(r"[，；。：]")


def _clean(text: str) -> str:
    return (_ASIDE.sub("", text) if "（" in text else text).strip("，；：、的 ")


def actor(text: str, clause: RawClause, named: Span | None) -> str | None:
    """Who is to act: the grammatical subject, 由X, or whom a supporting head names (支持X开展)."""
    head = clause.head
    by = _BY.search(text, clause.start, clause.end)
    if clause.cls == "may" and (about := _ABOUT.search(text, clause.start, head.at)):
        return _clean(about[1])
    if by:
        return _clean(by[1])
    if head.subject and not text[head.subject[0] : head.subject[1]].endswith(("，", "的", "时", "后")):
        subject = text[head.subject[0] : head.subject[1]]
        subject = re.split(r"，|及时|(?<!存)在|按|依法|于", subject.rpartition("，")[2])[0]
        return _clean(subject) or None if len(subject) <= 40 and (head.modal or _ORG.search(subject)) else None
    return _clean(text[named[0] : named[1]]) if named else None


def handed_to(text: str, clause: RawClause, depth: list[int]) -> tuple[int, int] | None:
    """The words between a head such as 支持 and the verb of what is supported, where they name somebody."""
    if clause.cls not in ("allow", "support", "encourage", "guide", "promote", "must"):
        return None
    start = clause.head.at + len(clause.head.word)
    stop = _CLAUSE_TAIL.search(text, start, clause.end)
    end = stop.start() if stop else clause.end
    if text.startswith("对", start):
        return None
    for i, _ in candidates(text, start, end, depth):
        back = i
        for where in _WHERE.finditer(text, start, i):
            if depth[where.start()] == 0:
                back = where.start()
                break
        name = text[start:back].rstrip("进一步积极加强大胆高质量牵头参与主动共同联合")
        if _ORG.search(_clean(name)) and len(name) <= 60:
            return start, start + len(name)
    places = [w.start() for w in _WHERE.finditer(text, start, end) if depth[w.start()] == 0]
    if places and _ORG.search(_clean(text[start : places[0]])):
        return start, places[0]
    return None


def beneficiary(text: str, clause: RawClause, named: Span | None) -> str | None:
    """For whom: 对X给予, 为X提供, or whom a supporting or allowing head names."""
    if clause.cls == "may" and (about := _ABOUT.search(text, clause.start, clause.head.at)):
        return _clean(about[1])
    found = _FOR.search(text, clause.start, clause.end)
    if found and _ORG.search(_clean(found[1])):
        return _clean(found[1])
    if clause.cls not in ("allow", "support", "encourage"):
        return None
    return _clean(text[named[0] : named[1]]) if named else None


def objects(text: str, clause: RawClause, depth: list[int], named: Span | None) -> tuple[str, ...]:
    """What the clause is about: the objects of its head, or of the verb it hands over, split where a list is."""
    start = clause.head.at + len(clause.head.word)
    if named:
        start = skip_adverbs(text, named[1], clause.end)
        verb = next(iter(candidates(text, start, clause.end, depth)), None)
        start = verb[0] + len(verb[1]) if verb else start
    end = next((x.start() for x in _END.finditer(text, start, clause.end) if depth[x.start()] == 0), clause.end)
    out, here = list[str](), start
    for cut in _OBJECT_CUT.finditer(text, start, end):
        if depth[cut.start()] == 0 and cut.group() == "、":
            out.append(text[here : cut.start()])
            here = cut.end()
    out.append(text[here:end])
    return tuple(piece for piece in map(_clean, out) if piece)
