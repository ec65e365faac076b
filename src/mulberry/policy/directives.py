"""Where the head of a stretch of a sentence is: after adverbs and prepositional phrases, after a subject with a
modal verb, or nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mulberry.policy.heads import CLASS, MAY, MUST
from mulberry.policy.scanning import (
    INTRANSITIVE,
    before_adverbs,
    candidates,
    preposition_at,
    result_verb,
    skip_adverbs,
    verb_at,
)
from mulberry.policy.things import THINGS
from mulberry.policy.vocabulary import words

_GUIDED = re.compile(r"(?:坚持)?以[^，。；]{2,60}?为(?:指导|统领|遵循|根本遵循|行动指南)$")
_FRAME = re.compile(
    r"(?:等方面|方面|前提下|基础上|框架内|框架下|范围内|情况下|条件下|过程中|领域|期间|环节|之前|之后|以后|以前|区域内|上|中|下|内|后|前|时|起|方式|形式|需要|要求|规定|原则|程序)$"
)
_MODAL = re.compile("|".join(MUST + MAY))
_NOT_BEFORE = {
    "要": "重需主首必纲只摘概扼紧机次简提想将就",
    "应": "于适供响相效反对顺呼感因理反",
    "可": "许认不尚无宁",
    "需": "急亟所必供内军特刚民按无",
    "须": "必",
    "请": "申邀聘提报",
}
_NOT_AFTER = {
    "要": "求素件点闻害塞约义领旨么",
    "应": "用对急收届纳付变缴税激战有邀",
    "可": "能持行靠控比再信视追复及观转穿降替贵见溯循推借参逆塑移读携折拆调交燃变疑操知想爱喜惜谓测量回",
    "需": "求要",
    "请": "示求教假",
}
_MAY_START = re.compile(
    r"可以|可(?:按|根据|依|以|在|由|向|申请|享受|选择|给予|适当|直接|自主|延长|适用|参照|通过|采用|采取|作为|同时|单独|叠加|视|对|与|不|凭|优先|免|先|继续|于|从|一次性|分|实行|开展|自)"
)
# with these a subject needs no modal verb
_PLAIN_SUBJECT = frozenset(
    words("""
    缴纳 支付 承担 计算 确定 公告
    达到 增长 增至 提高至 减少到 压缩至 降至 降低到 提高到 提升至 提升到 缩短至 扩大到 决定 复制推广
    给予 予以 负责 牵头 提供 享受 免征 减征 适用 安排 兑现 发放 接受 减免 免收 减收 办理 开展 施行 报告 报送
    请示报告 试行 执行 受理 公布 公示 废止 组织 实行 奖励 补助 补贴 落实 停止执行 组织实施 履行
""")
)
_OFFICE = re.compile(
    r"(?:部门|单位|局|委|政府|机构|银行|管委会|海关|法院|检察院|办公室|办|部|厅|委员会|协会|各地|地区|省|市|区|县|片区|园区|中心|企业|高校|公司|人员|人才|者|申请人|个人|学校|代理人|当事人|工会|法人|主体|家庭|学生|职工)$"
)
_BOUND_END = re.compile(
    r"(?:(?<!目)的|时|后|前提下|基础上|情况下|之日起|为契机|为导向|为目标|为主线|为抓手|为重点|为核心|为牵引|为引领|为支撑|为基础|为主体|为依托|为载体|为突破口|为原则|为根本)$"
)
_CONDITIONAL = ("如", "若", "凡", "对", "需", "涉及", "除", "因", "经", "当", "待", "未", "符合", "属于", "已")
_GIVING_ONLY = frozenset(words("给予 予以"))
_DONE_FOR = frozenset(words("发挥 作出 提供 创造 营造 奠定 注入 增添"))
# what is done about somebody; another verb after 对 stands in the words that describe them
_GIVING = frozenset(
    words("""
    给予 予以 提供 实行 实施 开展 采取 进行 加强 加大 安排 适用 支持 鼓励 奖励 补助 补贴 资助 减免 免征 优先
    制定 建立 推行 完善 优化
""")
)
# 允许…在…前提下，…可: these direct even where their stretch ends like a phrase
_HANDING = frozenset(words("allow support encourage guide explore promote"))
# nouns as often as verbs: right before another verb they are its subject or object (为园区发展创造…)
_NOMINAL = frozenset(
    words("""
    联合     发展 建设 创新 服务 管理 改革 规划 合作 投资 融资 研究 试点 保障 监管 应用 运营 运行 突破 实施
""")
)


def ends_as_office(text: str) -> bool:
    """Whether words end as the names of offices, bodies and persons do."""
    return not text.startswith("报") and _OFFICE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Head:
    """A head found: the word as written, where it starts, its class, where its subject stood and whether a phrase
    led up to it.
    """

    word: str
    at: int
    cls: str
    subject: tuple[int, int] | None = None
    led: bool = False
    modal: bool = False
    hollow: bool = False
    waiting: bool = False


def modals(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Modal verbs between two places, without look-alikes (重要, 应用, 许可)."""
    out = []
    for found in _MODAL.finditer(text, start, end):
        word, i = found.group(), found.start()
        before, after = text[i - 1] if i > start else "", text[found.end() : found.end() + 1]
        if (before and before in _NOT_BEFORE.get(word, "")) or (after and after in _NOT_AFTER.get(word, "")):
            continue
        if word == "可" and i - start < 2 and not _MAY_START.match(text, i, end):
            continue
        if word == "需" and not ends_as_office(text[start:i]):
            continue
        if not after or after in "，。；的":
            continue
        out.append((i, word))
    return out


def main_verb(text: str, start: int, end: int, depth: list[int]) -> tuple[int, str] | None:
    """The first candidate that does not stand in a relative clause before a later candidate."""
    found = candidates(text, start, end, depth)
    if text.startswith("为", max(start - 1, 0)):
        found = [f for f in found if f[1] in _DONE_FOR] or found
    about = text.startswith(("对", "针对"), max(start - 2, 0)) or text.startswith("对", max(start - 1, 0))
    if about and (giving := next((f for f in found if f[1] in _GIVING_ONLY), None)):
        return giving
    for k, (i, word) in enumerate(found):
        if about and word not in _GIVING and "的" in text[i + len(word) : end]:
            continue
        if word in _NOMINAL and k + 1 < len(found) and found[k + 1][0] == i + len(word):
            continue
        de = text.find("的", i + len(word), end)
        if de >= 0 and any(j > de for j, _ in found[k + 1 :]):
            continue
        return i, word
    return None


def _after_phrase(text: str, start: int, end: int, depth: list[int]) -> tuple[int, str] | None:
    """The verb after a prepositional phrase: right after a frame (在…方面 V) if there is one, else the main verb."""
    found = candidates(text, start, end, depth)
    for i, word in reversed(found):
        back = before_adverbs(text, start, i)
        if _FRAME.search(text, start + 1, back):
            return i, word
    return main_verb(text, start, end, depth)


def _subject(start: int, i: int) -> tuple[int, int] | None:
    return (start, i) if i - start >= 2 else None


def _modal_head(text: str, start: int, end: int, depth: list[int]) -> Head | None:
    for i, word in modals(text, start, end):
        if (
            depth[i] == 0
            and not (text.endswith("的", i, end) and not text.endswith("目的", i, end))
            and "的" not in text[i : i + 3]
        ):
            return Head(
                word,
                i,
                "may" if word in MAY else "must",
                _subject(start, i),
                led=i > start,
                modal=True,
                hollow=word == "要" and _only_how(text, i + len(word), end, depth),
                waiting=word != "要" and _no_act_yet(text, i + len(word), end, depth),
            )
    return None


def _described(text: str, start: int, end: int, depth: list[int]) -> Head | None:
    """申领创新券的企业应当…: the verb at the start only describes who must act."""
    head = _modal_head(text, start, end, depth)
    if head is None or not head.subject:
        return None
    subject = text[start : head.at]
    return head if "的" in subject and ends_as_office(subject) else None


def _no_act_yet(text: str, start: int, end: int, depth: list[int]) -> bool:
    """应当在…之日起10日内，以…告知: after the modal only when and to whom; the act stands in the next stretch."""
    i = skip_adverbs(text, start, end)
    preposition = preposition_at(text, i)
    if preposition is None:
        return False
    return text[end - 1] in "内后前时中下" or not candidates(text, i + len(preposition), end, depth)


def _only_how(text: str, start: int, end: int, depth: list[int]) -> bool:
    """要结合自身职责，…: after the modal only how, with what is to be done still to come."""
    i = skip_adverbs(text, start, end)
    preposition = preposition_at(text, i)
    return (
        preposition is not None
        and _PHRASE_ENDS.search(text[i:end]) is not None
        and not candidates(text, i + len(preposition), end, depth)
    )


def _bound(text: str, start: int, end: int) -> bool:
    """Whether a whole stretch only prepares the next: 在…后, …的, 以…为契机."""
    piece = text[start:end]
    if _BOUND_END.search(piece):
        return not piece.endswith("的") or piece.startswith(_CONDITIONAL) or len(piece) > 3
    return False


def find_head(text: str, start: int, end: int, depth: list[int], *, first: bool) -> Head | None:
    """The head of the stretch ``text[start:end]``; ``None`` where it only prepares the next or goes on with the
    last.
    """
    i = skip_adverbs(text, start, end)
    if _GUIDED.match(text, i, end):
        return Head(text[i:end], i, "guide-by")
    word = verb_at(text, i, end)
    if i > start and text.startswith("对标", i):
        return Head("对标", i, "serve")
    if word is None and (new := result_verb(text, i, end)):
        return Head(new, i, "implement", led=_joined(text, start, i))
    whole = word is not None and i + len(word) >= end
    if (
        word is not None
        and not (whole and word not in INTRANSITIVE and i == start)
        and not _names_a_thing(text, i, word, end)
    ):
        modal = next((m for m in modals(text, i, end) if m[0] == i), None)
        described = _described(text, i, end, depth) if CLASS[word] not in _HANDING else None
        if described is not None:
            return described
        if modal is None and (CLASS[word] in _HANDING or not _bound(text, i, end)):
            return Head(word, i, _class(text, (i, word), end), led=_joined(text, start, i))
    if _bound(text, i, end):
        return None
    preposition = preposition_at(text, i)
    modal_head = _modal_head(text, i, end, depth)
    if preposition is not None and (modal_head is None or modal_head.at > i):
        verb = _after_phrase(text, i + len(preposition), end, depth)
        if modal_head and (verb is None or modal_head.at <= verb[0] or preposition == "经"):
            return modal_head
        return (
            Head(verb[1], verb[0], _class(text, verb, end), led=True)
            if verb and not _phrase_only(text, i, end, verb)
            else None
        )
    if modal_head:
        return modal_head
    return _plain_subject(text, i, end, depth, first=first)


def _class(text: str, verb: tuple[int, str], end: int) -> str:
    """The class of a verb where its object decides: 开展 without one, 予以 with what is given, 取消 of a standing."""
    i, word = verb
    rest = text[i + len(word) : end]
    if word == "开展" and (not rest or rest.startswith("并")):
        return "operate"
    if word == "予以" and not _GIVEN.search(rest):
        return "implement"
    if word == "取消" and _STANDING.search(rest):
        return "implement"
    return CLASS[word]


_GIVEN = re.compile(r"支持|奖|补|资助|保障|优先|倾斜|减|扶持|便利|加分|优惠|照顾|贴息")
_STANDING = re.compile(r"资格|称号|认定|待遇|资质|奖励|资助")


# 兑付比例为…, 审批时间由…减少到…: a verb that begins the name of what the stretch is about
_MATTER = re.compile(
    r"[^，的]{0,10}?(?:比例|比重|占比|时间|时限|期限|期|金额|总额|标准|额度|费用|资金|程序|对象|方式|结果|主体|机构|人员|单位|"
    r"数量|规模|强度|投入|收入|周期|税率|率|办法|事项|手续|、[^，]{2,20})(?:[^，的]{0,6}?)(?:为|是|由|应|可|须|不|占|达|从|一般|原则上|均|自|压缩|减少|提高|降)"
)
_MATTERS = frozenset(
    words("""
    研发 运营 审批 办理 兑付 贴息 编制 奖励 补助 补贴 保护 服务 监管 管理 资助 担保 评估 考核 评价 投资 开发 使用
    培训 实施
    申报 调整 执行 试点 供应 补偿 救助 检查 统计 监测 审核 受理 研究 培养 处置 核算 缴纳 征收 贷款 开设 变更 注销
    登记 备案
    """)
)


def _names_a_thing(text: str, i: int, word: str, end: int) -> bool:
    return word in _MATTERS and _MATTER.match(text, i + len(word), end) is not None


# what begins a stretch that goes on with its sentence: pronouns, counts, connectives, things
_NO_VERB_START = frozenset(
    "其该本每各有无这那第一二三四五六七八九十两首全单年月日当及和与或以等按对在从但而不未已仅最较更约共含即由被把将如若凡因"
    "经为向于“”《》（(0123456789０１２３４５６７８９—…·"
)
_COMPARES = re.compile(
    r"[0-9０-９%％]|不超过|不低于|不少于|低于|高于|为主|左右|以上|以下|比例|总额|期限|时间|的$|等$|方面|领域"
)


def head_by_place(text: str, start: int, end: int) -> Head | None:
    """A verb that no list has, known by where it stands: at the head of a stretch that goes on with a directive
    sentence.
    """
    i = skip_adverbs(text, start, end)
    word = text[i : i + 2]
    if (
        end - i < 5
        or word[0] in _NO_VERB_START
        or word in THINGS
        or word in CLASS
        or "、" in text[i : i + 5]
        or not word.isalpha()
    ):
        return None
    if (
        (i + 2 < end and text[i + 2] in "的、和与及是性化率型者区业")
        or _COMPARES.search(text, i, end)
        or modals(text, i, end)
    ):
        return None
    return Head(word, i, "operate")


def _joined(text: str, start: int, i: int) -> bool:
    return text[start:i].startswith(("并", "且", "同时"))


def _phrase_only(text: str, start: int, end: int, verb: tuple[int, str]) -> bool:
    """围绕…方向, 根据…需要: the verb within belongs to the phrase that runs to the end."""
    if text[start] in "为向由与将把对到" or verb[1] in _GIVING_ONLY or text.endswith(_COUNTED_ENDS, start, end):
        return False
    ends = _PLACE_ENDS if text[start] == "在" else _PHRASE_ENDS
    return ends.search(text[start:end]) is not None and not _FRAME.search(text, start + 1, verb[0])


_COUNTED_ENDS = ("以上", "以下", "以内", "之内")
_PLACE_ENDS = re.compile(r"(?:方面|领域|环节|过程|期间|阶段|前|后|时|中|上|下|内|基础)$")
_PHRASE_ENDS = re.compile(
    r"(?:方向|需要|需求|要求|原则|目标|领域|重点|环节|趋势|方面|部署|规定|契机|基础|方式|特点|实际|定位|规则|标准|精神|意见|机遇|功能|"
    r"优势|任务|主题|主线|职责|职能|前|中|上|下|内)$"
)


def _copula(text: str, start: int, end: int, depth: list[int]) -> tuple[int, str] | None:
    """X是Y: what the verbs within X and Y are about does not matter."""
    i = text.find("是", start + 2, end)
    if i < 0 or depth[i] or text[i - 1] in "别其论凡只还就但而不其若或别总正要" or i + 2 > end:
        return None
    return (i, "是指") if text.startswith("是指", i) else (i, "是")


def _predicate(text: str, start: int, end: int, depth: list[int]) -> tuple[int, str] | None:
    """After the first stretch: a verb that needs no modal, else the main verb."""
    plain = (c for c in candidates(text, start, end, depth) if c[1] in _PLAIN_SUBJECT)
    return next(plain, None) or main_verb(text, start, end, depth)


def _plain_subject(text: str, start: int, end: int, depth: list[int], *, first: bool) -> Head | None:
    """A subject and its verb without a modal: offices act, 重大事项及时报告."""
    verb = _copula(text, start, end, depth) if first else None
    verb = verb or (_after_phrase(text, start, end, depth) if first else _predicate(text, start, end, depth))
    if verb is None:
        return None
    i, word = verb
    back = before_adverbs(text, start, i)
    if first or word in _PLAIN_SUBJECT or "由" in text[start:back] or _OFFICE.search(text, start, back):
        return Head(word, i, _class(text, verb, end), _subject(start, back), led=False)
    return None
