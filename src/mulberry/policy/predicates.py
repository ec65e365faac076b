"""Which of several verbs after a phrase or a subject is the main one: each is weighed by what stands before and after
it, the heaviest wins, of equals the first.
"""

from __future__ import annotations

import re

from mulberry.policy.compounds import TAILS
from mulberry.policy.heads import BECOMING, CLASS, DONE_FOR, GIVING, HANDING, INTRANSITIVE, LIGHT, NOMINAL
from mulberry.policy.leads import ADJECTIVES, ADVERBS, NORM, before_adverbs, ends_a_frame
from mulberry.policy.scanning import PAID, candidates, verb_at

Verb = tuple[int, str]

OFFICE = re.compile(
    r"(?:部门|单位|局|委|政府|机构|银行|管委会|海关|法院|检察院|办公室|办|部|厅|委员会|协会|各地|地区|省|市|区|县|片区|"
    r"园区|中心|企业|高校|公司|人员|人才|者|申请人|个人|学校|代理人|当事人|工会|法人|主体|家庭|学生|职工|团队|本市|本省|"
    r"本区|院所|商会|联盟|基金会|所|站|窗口|专班|小组)(?:（[^（）]{1,40}）)?$"
)
_COUNTED = re.compile(r"[一二三两\d]|了|最高|不超过|不低于|每")
_NOT_A_NOUN = re.compile(r"[，、；：）》”\d%]$")
_NOT_ABOUT = re.compile("对(?:外|接|口|象|标|应|策|比|照)")
_ACTED_BY = ("由", "向", "与", "会同", "")
NORMED = ("按照", "按", "根据", "依据", "依照", "参照", "遵照", "结合")

# weights, each with an example of its reason
LED_BY_ADVERB = 3  # 市科技局会同有关部门 及时 公布
AFTER_FRAME = 5  # 在投资贸易 等方面 开展
AFTER_NORM = 3  # 按照改革 方案 确定
AFTER_DOER = 4  # 市场监管部门 完成
AFTER_OFFICE = 2  # 由 主管部门 核定
LIGHT_VERB = 3  # 予以, 进行: always a predicate
DIRECTS = 2  # 鼓励, 允许, 探索: hardly ever nouns
BECOMES = 4  # 将… 交由, 把… 纳入
COUNTS = 1  # 奖励 50万元, 建设 一批
GIVEN = 6  # 对… 给予
IN_RELATIVE = -6  # 入驻园区 的 企业 申请…
DESCRIBES = -6  # 对从事研发 的 企业…
AT_ONCE = -6  # 对 发展 贸易…: the verb is what the phrase is about
WITHIN_A_NOUN = -5  # 参加的 全面 推行…的机制
HALF_A_NOUN = -5  # 土地 开发 利用水平
NOUN_AFTER_NOUN = -2  # 市场 监管 …
CLOSES_A_NOUN = -3  # … 人才 培养
HOW = -2  # 参照 有关政策 执行
OF_A_DOER = -4  # 项目 承担 单位
SECOND = -4  # 公布 并 实施: two heads joined, the first counts
LEAST = -2  # with less than this a verb is taken for a noun


def ends_as_office(text: str) -> bool:
    """Whether words end as the names of offices, bodies and persons do."""
    return not text.startswith("报") and OFFICE.search(text) is not None


def main_verb(text: str, start: int, end: int, depth: list[int], lead: str = "") -> Verb | None:
    """The main verb of ``text[start:end]``, which follows the preposition ``lead`` or begins with a subject."""
    weighed = weigh(text, start, end, depth, lead)
    if not weighed:
        return None
    best = max(weight for weight, _ in weighed)
    if best < LEAST:
        return None
    if not lead and (acts := _doer_acts(text, start, weighed)):
        # what stands after it is what is done, however sure it looks
        return acts
    if not lead and (
        handing := next(
            (v for w, v in weighed if w >= DIRECTS and v[1] not in NOMINAL and CLASS[v[1]] in HANDING), None
        )
    ):
        # what stands after 鼓励 or 允许 is what somebody is encouraged or allowed to do
        weighed = [(w, v) for w, v in weighed if v[0] <= handing[0]]
        best = max(weight for weight, _ in weighed)
    # after several phrases in a row the last one leads up to the verb
    order = reversed(weighed) if best >= AFTER_FRAME else iter(weighed)
    return next(verb for weight, verb in order if weight == best)


def _doer_acts(text: str, start: int, weighed: list[tuple[int, Verb]]) -> Verb | None:
    """The verb right after who acts, unless a phrase leads up to a later one."""
    sure = [verb for w, verb in weighed if w >= AFTER_DOER]
    if any(ends_a_frame(text, start + 1, before_adverbs(text, start, i)) for i, _ in sure[1:]):
        return None
    return sure[0] if sure else None


def weight(text: str, start: int, end: int, depth: list[int], verb: Verb, lead: str = "") -> int:
    """How much speaks for one verb."""
    return next((w for w, v in weigh(text, start, end, depth, lead) if v == verb), 0)


def weigh(text: str, start: int, end: int, depth: list[int], lead: str = "") -> list[tuple[int, Verb]]:
    """All verbs that could be the main one with their weights, in order."""
    found = candidates(text, start, end, depth)
    if lead == "为":
        found = [f for f in found if f[1] in DONE_FOR] or found
    about = start if lead in ("对", "对于", "针对") else _about(text, start, end)
    return [
        (
            _before(text, start, (_chain(found, k), verb[1]), lead)
            + _after(text, start, verb, found[k + 1 :], end)
            + _aim(text, verb, end, about),
            verb,
        )
        for k, verb in enumerate(found)
    ]


def _chain(found: list[Verb], k: int) -> int:
    """Where a chain of verbs begins that ends in this one: what leads up to 创新提升 leads up to 提升."""
    at = found[k][0]
    while k and found[k - 1][1] in NOMINAL - LIGHT and sum((found[k - 1][0], len(found[k - 1][1]))) == at:
        k, at = k - 1, found[k - 1][0]
    return at


def _about(text: str, start: int, end: int) -> int | None:
    """Where 对 begins what is done about somebody, after a subject."""
    at = text.find("对", start + 2, end)
    return at if at > 0 and text[at - 1] not in "针应相绝反核校比" and not _NOT_ABOUT.match(text, at) else None


def _before(text: str, start: int, verb: Verb, lead: str) -> int:
    i, word = verb
    if word in NOMINAL and text.endswith(tuple(LIGHT), start, i):
        return HALF_A_NOUN  # 实施 管理: what is done, not that it is
    if lead and lead not in _COVERBS and lead != "聚焦" and before_adverbs(text, start, i) == start:
        return AT_ONCE
    if word in _ALSO_ADVERBS and verb_at(text, i + len(word), len(text)):
        return HALF_A_NOUN
    if word in NOMINAL and _ends_a_list(text, start, i):
        return HALF_A_NOUN
    back = before_adverbs(text, start, i)
    if word in NOMINAL and text[back:i] in ADJECTIVES:
        back = i
    if back < i and text[back - 1] == "的" and back > start:
        return WITHIN_A_NOUN
    weight = LIGHT_VERB if word in LIGHT else DIRECTS if CLASS[word] in HANDING and word not in NOMINAL else 0
    if lead in ("将", "把") and word in BECOMING:
        weight += BECOMES
    if text.endswith(("并", "且", "或者"), start, back):
        weight += SECOND
    if back > start + 1 and ends_a_frame(text, start + 1, back):
        return weight + AFTER_FRAME
    if lead in NORMED and NORM.search(text, start + 1, back):
        return weight + AFTER_NORM
    if back > start and lead in _ACTED_BY and OFFICE.search(text, start, back):
        if word in NOMINAL and back == i:
            return weight
        weight += AFTER_OFFICE if lead or back < i else AFTER_DOER
    if back < i:
        return weight + LED_BY_ADVERB
    if word in NOMINAL and i > start and not weight and not _NOT_A_NOUN.search(text, start, i):
        weight += NOUN_AFTER_NOUN
    return weight


def _ends_a_list(text: str, start: int, i: int) -> bool:
    """管理服务、建设发展: a verb right after one that stands in a list."""
    return any(
        j > start and text[j - 1] in "、和与及" and (word := verb_at(text, j, i)) is not None and j + len(word) == i
        for j in (i - 2, i - 3, i - 4)
    )


def _after(text: str, start: int, verb: Verb, later: list[Verb], end: int) -> int:
    i, word = verb
    after = i + len(word)
    weight = COUNTS if _COUNTED.match(text, after, end) else 0
    if word in NOMINAL and word not in LIGHT:
        if later and later[0][0] == after and after + len(later[0][1]) < end:
            weight += HALF_A_NOUN
        elif text.startswith(TAILS, after, end):
            weight += NOUN_AFTER_NOUN
        elif after >= end and "由" in text[max(start - 1, 0) : i]:
            weight += AFTER_OFFICE
        elif after >= end and word not in INTRANSITIVE:
            weight += CLOSES_A_NOUN
    elif word in _COVERBS and later:
        weight += HOW
    if text.startswith(_DOERS, after, end):
        weight += OF_A_DOER
    de = text.find("的", after, end)
    if de >= 0 and any(j > de for j, _ in later):
        weight += HOW if OFFICE.search(text, start, i) else IN_RELATIVE
    return weight


_ALSO_ADVERBS = frozenset(ADVERBS) & frozenset(CLASS)
# 项目承担单位: who does, not that it is done
_COVERBS = frozenset(("参照", "比照", "对照", "借鉴", "依靠", "借助", "利用", "运用", "使用"))
_DOERS = ("单位", "部门", "机构", "人员", "主体", "人（")


def _aim(text: str, verb: Verb, end: int, about: int | None) -> int:
    i, word = verb
    if about is None or i < about:
        return 0
    if word in ("给予", "予以") or PAID.match(text, i, end):
        return GIVEN
    if before_adverbs(text, about, i) <= about + 1:
        return AT_ONCE
    return DESCRIBES if word not in GIVING and "的" in text[i + len(word) : end] else 0
