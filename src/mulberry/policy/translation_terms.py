"""What the translation loses, and what it names that the original does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mulberry.law.text import t
from mulberry.policy.glossary import BY_ZH, TERMS, Term, needles, plain_words, shown
from mulberry.policy.model import Finding
from mulberry.policy.translation_case import Case
from mulberry.policy.vocabulary import words

_LOST = {
    "condition": (
        "lost-condition",
        t("译文没有译出条件“{term}”。", "The translation has lost the condition “{term}” ({stem})."),
    ),
    "right": (
        "lost-right",
        t("译文没有译出权利或利益“{term}”。", "The translation has lost the right or benefit “{term}” ({stem})."),
    ),
    "object": ("missing-object", t("译文缺了“{term}”。", "The translation lacks “{term}” ({stem}).")),
    "institution": (
        "wrong-institution",
        t("译文没有用“{term}”应有的名称。", "The translation does not have the right name for “{term}” ({stem})."),
    ),
}
_STRANGER = t("译文提到“{word}”，原文没有。", "The translation names “{word}”; the original does not.")
_CLAUSE = t("译文没有译出这一部分。", "The translation leaves this part of the sentence out.")
_COUNTED = frozenset(
    words("""
    伙伴关系协定 重点实验室 知识产权 按相关规定 依法合规 符合条件 涉外 生物医药 生物药 半导体 人工智能 医疗器械
    数据 专利 版权 保险 债券 仲裁
""")
)
_COUNTED_ZH = re.compile("|".join(sorted(_COUNTED, key=len, reverse=True)))
_ALSO = {"生物医药": ("biomed", "biopharm", "bio-pharm")}
# what an English word may stand for; none of it in the original means the word came from elsewhere
_NAMED = {
    "malaysia": "马来西亚|中马", "japan": "日本|中日", "korea": "韩国|朝鲜|中韩", "germany": "德国|中德",
    "german": "德国|中德", "france": "法国", "russia": "俄",
    "india ": "印度", "vietnam": "越南", "thailand": "泰国", "europe": "欧", "america": "美", "united states": "美",
    "hong kong": "港", "macao": "澳", "taiwan": "台",
    "beijing": "北京|京", "shanghai": "上海|沪", "zhejiang": "浙", "guangdong": "广东|粤", "shenzhen": "深圳|深",
    "hangzhou": "杭州", "nanjing": "南京|宁", "wuxi": "无锡",
    "jiangsu": "江苏|苏|省", "anhui": "安徽|皖", "shandong": "山东|鲁", "fujian": "福建|闽", "hainan": "海南|琼",
    "sichuan": "四川|川",
    "ministry of finance": "财政", "ministry of commerce": "商务", "ministry of education": "教育",
    "ministry of science": "科技|科学", "ministry of justice": "司法",
    "ministry of health": "卫生|卫健", "state council": "国务院", "people s bank": "人民银行|央行|人行",
    "customs": "关", "tax": "税", "tariff": "关税", "domestic": "国内|境内|内|本",
    "nuclear": "核", "coal": "煤", "wind power": "风", "hydrogen": "氢", "animal": "动物|畜|宠|兽",
    "military": "军", "agricultur": "农", "fisher": "渔", "tobacco": "烟",
    "real estate": "地产|不动产|房", "steel": "钢", "automobile": "汽车|车", "textile": "纺织",
}  # fmt: skip
_NAMED_EN = re.compile(" (" + "|".join(sorted(_NAMED, key=len, reverse=True)) + ")")


def lost_terms(case: Case) -> Iterator[Finding]:
    """Terms that nothing in the English renders."""
    told: set[str] = set()
    for at, term in case.terms:
        if term.group == "plain" or term.zh in told or shown(term.needles, case.words):
            continue
        if _covered(case, at, term):
            continue
        told.add(term.zh)
        code, why = _LOST[term.group]
        yield case.finding(code, (at, at + len(term.zh)), why.format(term=term.zh, stem=term.stems[0]))


# 经主管部门批准: the words for consent, of which the translation must show one
_CONSENT = re.compile(
    r"(?:^|(?<=[，；：]))经(?![济营验费])[^，。；、的]{1,20}?(批准|核准|同意|许可|认定|评估|评审|审核|审批|审查|备案)"
)
_CONSENTS = {
    "批准": "approv consent permi authori sanction endors clearance agree",
    "认定": "recogni identif certif determin accredit designat approv confirm",
    "评估": "assess evaluat review apprais",
    "审核": "review examin approv audit vetted vetting check verif",
    "备案": "record filing filed regist",
}
_SAME_CONSENT = {"核准": "批准", "同意": "批准", "许可": "批准", "评审": "评估", "审批": "批准", "审查": "审核"}
_CONSENT_STEMS = {word: needles(stems.split()) for word, stems in _CONSENTS.items()}


def lost_consent(case: Case) -> Iterator[Finding]:
    """Whose consent something needs, where no term of the glossary says so already."""
    for found in _CONSENT.finditer(case.zh):
        told = any(x.group == "condition" for _, x in case.terms_within(*found.span()))
        if not told and not shown(_CONSENT_STEMS[_SAME_CONSENT.get(found[1], found[1])], case.words):
            code, why = _LOST["condition"]
            yield case.finding(code, found.span(), why.format(term=found.group(), stem="approval"))


def _covered(case: Case, at: int, term: Term) -> bool:
    """A bracketed 以下简称, or a term that is part of a longer name whose rendering is free."""
    return case.zh[max(0, at - 4) : at].endswith(("以下简称", "简称")) or (
        term.group == "object" and len(term.zh) == 2 and _inside_name(case, at)
    )


def _inside_name(case: Case, at: int) -> bool:
    start = max(case.zh.rfind("《", 0, at), case.zh.rfind("“", 0, at))
    return start >= 0 and case.zh.find("》" if case.zh[start] == "《" else "”", start) > at


def fewer_places(case: Case) -> Iterator[Finding]:
    """A trade or right that the original names more often than the English."""
    for word, places in Counter(_COUNTED_ZH.findall(case.zh)).items():
        if places < 2:
            continue
        stems = _ALSO.get(word) or BY_ZH[word].stems
        seen = sum(case.words.count(" " + plain_words(s).strip()) for s in stems)
        others = sum(
            case.zh.count(x.zh) for x in TERMS if x.zh != word and x.zh[:2] == word[:2] and len(x.zh) < len(word)
        )
        if 0 < seen < places + others:
            code, text = _LOST[BY_ZH[word].group]
            why = text.format(term=word, stem=stems[0])
            at = case.zh.find(word)
            yield case.finding(code, (at, at + len(word)), why)


def lost_stretches(case: Case) -> Iterator[Finding]:
    """A stretch between commas with three terms or more of which the English shows nothing."""
    for a, b in case.stretches:
        terms = case.terms_within(a, b)
        if len(terms) >= 3 and not any(shown(x.needles, case.words) for _, x in terms):
            yield case.finding("missing-clause", (a, b), _CLAUSE)


def strangers(case: Case) -> Iterator[Finding]:
    """Countries, authorities and fields that the English names and the original does not."""
    for found in _NAMED_EN.finditer(case.words):
        if not re.search(_NAMED[found[1]], case.zh):
            yield case.finding(
                "wrong-institution", (0, len(case.zh)), _STRANGER.format(word=found[1].strip()), found[1].strip()
            )
