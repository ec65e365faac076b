"""What stands at the head of a stretch: a verb, one that no list has, or the name of a thing; the class of a verb."""

from __future__ import annotations

import re

from mulberry.policy.compounds import TAILS
from mulberry.policy.heads import CLASS, NOMINAL
from mulberry.policy.leads import ADJECTIVES, preposition_at
from mulberry.policy.modals import modals
from mulberry.policy.scanning import skip_adverbs, skip_lead, verb_at
from mulberry.policy.things import THINGS
from mulberry.policy.vocabulary import words

# 兑付比例为…, 审批时间由…减少到…: a verb that begins the name of what the stretch is about
_MATTER = re.compile(
    r"[^，的]{0,10}?(?:比例|比重|占比|时间|时限|期限|期|金额|总额|标准|额度|费用|资金|程序|对象|方式|结果|主体|机构|人员|单位|"
    r"数量|规模|强度|投入|收入|周期|税率|率|办法|事项|手续|行业|产业|(、[^，]{2,20}))(?:[^，的]{0,6}?)"
    r"(?:为|是|由|应|可|须|不|占(?!比)|达|从|一般|原则上|均|自|还|压缩|减少|提高|降)"
)
_NEVER_A_MATTER = frozenset(words("支持 引导 发展 指导 提升 优化 协调 统筹 推广 安排 引进 培育 培养 规范 创新 优惠"))
# these also where things are listed: 奖励、补助资金由…承担
_LISTED = frozenset(
    words("""
    研发 运营 审批 办理 兑付 贴息 奖励 补助 补贴 保护 服务 监管 管理 资助 担保 评估 考核 评价 投资 开发 使用 培训
    申报 调整 供应 补偿 救助 检查 统计 监测 审核 受理 研究 处置 核算 缴纳 征收 贷款 登记 备案
    """)
)
# 发展质量显著提升: a thing and how it changes
_CHANGES = re.compile(
    r"[^，、的]{2,12}(?:显著|明显|进一步|持续|不断|稳步|大幅|全面|更加|逐步|有效|基本)(?:提升|提高|增强|改善|优化|凸显|完善|增长|加快|降低|扩大|"
    r"健全|形成|规范|合理|便利|实现|缩短)$"
)
_GIVEN = re.compile(r"支持|奖|补|资助|保障|优先|倾斜|减|扶持|便利|加分|优惠|照顾|贴息")
_STANDING = re.compile(r"资格|称号|认定|待遇|资质|奖励|资助")


def names_a_thing(text: str, i: int, word: str, end: int) -> bool:
    """Whether the verb at the head of a stretch only begins the name of what the stretch is about."""
    if word in NOMINAL and text[max(i - 2, 0) : i] in ADJECTIVES and text.startswith(TAILS, i + len(word), end):
        return True
    if word in NOMINAL and _CHANGES.match(text, i + len(word), end):
        return True
    if _DOER.match(text, i + len(word), end) and word not in _NEVER_A_MATTER and modals(text, i, end):
        return True
    if word in NOMINAL - _NEVER_A_MATTER and _office_of(text, i, word, end):
        return True
    found = _MATTER.match(text, i + len(word), end) if word in NOMINAL and word not in _NEVER_A_MATTER else None
    return found is not None and (found[1] is None or word in _LISTED)


# 举办单位应当…: who does it
_DOER = re.compile(r"(?:单位|部门|机构|人员|企业|主体)(?![，；])")
_BODY = re.compile(r"[^，、的]{0,6}?(?:办公室|部门|机构|委员会|小组|专班|联席会议)")


def _office_of(text: str, i: int, word: str, end: int) -> bool:
    """联合采购办公室下设…: the verb begins the name of the body that acts."""
    body = _BODY.match(text, i + len(word), end)
    if body is None:
        return False
    acts = skip_adverbs(text, body.end(), end)
    return verb_at(text, acts, end) is not None or any(at == acts for at, _ in modals(text, i, end))


def class_of(text: str, verb: tuple[int, str], end: int) -> str:
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


# what begins a stretch that goes on with its sentence: pronouns, counts, connectives, qualities
_NO_VERB_START = frozenset(
    "其该本每各有无这那第一二三四五六七八九十两首全单年月日当及和与或以等按对在从但而不未已仅最较更约共含即由被把将如若凡因"
    "经为向于除大小非较某此另作“”《》（(0123456789０１２３４５６７８９—…·"
)
_COMPARES = re.compile(
    r"[0-9０-９%％]|不超过|不低于|不少于|低于|高于|为主|左右|以上|以下|比例|总额|期限|时间|的$|等$|方面|领域"
)
# 落户园区的项目: a description and what it describes, all that the stretch is
DESCRIBED_THING = re.compile(
    r"的[^，的]{0,10}(?:项目|地区|地方|省|市|区|县|部门|事项|行为|情形|品种|设备|企业|机构|单位|人员|人才|个人|产品|平台|园区|用地|团队|者)(?:（[^，]{1,12}）(?:、[^，]{1,10}（[^，]{1,12}）)*)?$"
)
_PARTICLES = words("的 、 和 与 及 是 性 化 率 型 者 区 业")


def verb_by_place(text: str, start: int, end: int) -> tuple[int, str, str] | None:
    """A verb that no list has, known by where it stands: at the head of a stretch that goes on with a directive
    sentence. Its place, the word and its class.
    """
    i = skip_lead(text, start, end)
    word = text[i : i + 2]
    if end - i < 5 or not _could_be_a_verb(text, i, word):
        return None
    if _COMPARES.search(text, i, end) or DESCRIBED_THING.search(text, i, end) or modals(text, i, end):
        return None
    # 聚力引导…: an adverb that no list has before a verb that one has
    known = verb_at(text, i + 2, end)
    return (
        (i + 2, known, CLASS[known])
        if known and known not in NOMINAL and i + 2 + len(known) < end
        else (i, word, "operate")
    )


def _could_be_a_verb(text: str, i: int, word: str) -> bool:
    if preposition_at(text, i):
        return False
    if word[0] in _NO_VERB_START or word in THINGS or word in CLASS or "、" in text[i : i + 5] or not word.isalpha():
        return False
    return not text.startswith(_PARTICLES, i + 2)
