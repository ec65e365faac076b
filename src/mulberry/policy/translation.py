"""Places where the translation changes the meaning. The Chinese text governs; the English is read as evidence of how it was understood.

Each check is a small rule on one sentence and its English. A rule speaks only where the loss can be named: a term with no rendering at all,
a number that is not there, a negation that came or went, a goal in the perfect tense, an actor on the wrong side of the verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mulberry.law.text import Text, t
from mulberry.policy import english_numbers
from mulberry.policy.clauses import stretches
from mulberry.policy.glossary import BY_ZH, TERMS, Term, Terms, needles, plain_words, shown, terms_in
from mulberry.policy.model import Finding, Sentence, Span
from mulberry.policy.sentences import depths

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
_GOAL = t(
    "原文是要达到的目标，译文写成已经做到。", "The original sets a goal to reach; the translation tells it as done."
)
_DOUBLED = t("译文把“{words}”重复了一次，原文没有。", "The translation says “{words}” twice; the original does not.")
_BROKEN = t("译文在一个意思中间断成两句。", "The translation breaks one statement into two sentences in the middle.")
_REVERSED = t(
    "原文是对“{who}”实行，译文成了由其实行。",
    "In the original something is applied to “{who}”; in the translation they apply it themselves.",
)
_BY = t("原文由“{who}”来做，译文换了做事的人。", "In the original “{who}” acts; the translation has somebody else act.")
_PURPOSE = t(
    "原文是“{what}”所需的东西，译文成了“{what}”这件事本身。",
    "The original means what is needed for “{what}”; the translation makes it the thing done.",
)
_CASE = t(
    "原文是需要“{what}”的情形，译文成了允许“{what}”。",
    "The original names the case that needs “{what}”; the translation permits it.",
)
_NOUN = t(
    "原文的动作“{what}”在译文里成了名词，做事的对象变了。",
    "The act “{what}” became a noun in the translation, and with it who does what.",
)
_STRANGER = t("译文提到“{word}”，原文没有。", "The translation names “{word}”; the original does not.")
_MANNER = t(
    "原文“{what}”说的是怎样做，译文把它接到了别处。",
    "“{what}” says how it is done; the translation attaches it to something else.",
)
_FORCE = t("原文的“{word}”在译文里没有对应的力度。", "The force “{word}” has no counterpart in the translation.")
_DUTY = t(
    "译文写成必须做到，原文没有这样的要求。",
    "The translation makes it an obligation (“{word}”); the original does not.",
)
_WEAK = t("原文是“{word}”，译文写成可以。", "The original says “{word}” (must); the translation says may.")
_NUMBER = t("数字“{what}”在译文里找不到。", "The number “{what}” is not in the translation.")
_EXTRA = t("译文的数字“{what}”原文没有。", "The number “{what}” of the translation is not in the original.")
_NEGATION = t("原文有否定“{what}”，译文没有。", "The original negates (“{what}”); the translation does not.")
_ADDED_NEGATION = t("译文有否定“{what}”，原文没有。", "The translation negates (“{what}”); the original does not.")
_OPPOSITE = t("译文用“{word}”，与原文方向相反。", "The translation says “{word}”, the opposite direction.")
_DROPPED = t("译文没有译出这一句。", "The translation leaves this sentence out.")
_CLAUSE = t("译文没有译出这一部分。", "The translation leaves this part of the sentence out.")

_DONE = re.compile(
    r"(?<!that )(?<!who )(?<!which )(?<!and )(?<!they )\b(?:have|has|had)\s+(?:(?:basically|already|now|successfully|fully|been)\s+)*"
    r"(?:built|made|become|set up|taken|given|\w{3,}ed)\b"
)
_FORCES = {
    word: needles(stems.split())
    for word, stems in {
        "允许": "allow permit may can authori",
        "鼓励": "encourag incentiv motivat",
        "支持": "support assist help back aid",
        "探索": "explor",
        "引导": "guid lead direct steer channel",
        "试点": "pilot trial",
        "可以": "may can could choose option entitled allowed permitted able",
        "可": "may can could allowed permitted able",
    }.items()
}
_MUST_EN = re.compile(
    r"\b(must|shall|is required to|are required to|be required to|mandatory|obliged|compulsory|requires? (?:\w+ ){1,8}?to)\b"
)
_MUST_ZH = re.compile(r"应|须|必|要|不得|严禁|禁止|确保|办理|执行|负责|报|责")
_MAY_EN = re.compile(r"\b(may|can|could|might)\b")
_DUTY_EN = re.compile(r"\b(must|shall|should|will|need|needs|required|is to|are to|ought|have to|has to)\b")
_NOT_ZH = re.compile(r"不得|不予|不再|不可|不能|不允许|禁止|严禁|未经|无需|不需|不准|不应|不享受|不纳入|不收取|不设")
_NEG_ZH = re.compile(r"[不未无非禁免没否勿莫]|取消|停止|废止|除|拒|限制|防|只|仅")
_NOT_EN = re.compile(
    r"\b(?:not|no|never|without|neither|nor|cannot|can't|prohibit\w*|forbid\w*|forbidden|ban|banned|non|un\w+ed|exempt\w*|free|refus\w*|den(?:y|ied)|illegal\w*|no longer|waiv\w*)\b|n't"
)
_NOT_VERB_EN = re.compile(
    r"\b(?:should|shall|must|may|will|do|does|is|are|can) ?not\b(?! (?:only|exceed|less|more|lower|higher|later|limited))"
)
_PLAIN_NOT_ZH = re.compile(r"[不未无非禁勿否]|免")
_STRICT_NOT_EN = re.compile(
    r"\b(?:not|never|cannot|no longer|neither|prohibit\w*|forbid\w*|forbidden|banned|must refrain)\b(?! (?:less|more|lower|higher|only|exceed|later|fewer|limited|yet))|\bno\b(?! (?:less|more|later|fewer|lower|higher|doubt))|n't\b"
)
_OPPOSITES = (
    (re.compile(r"\b(reduc\w+|decreas\w+|weaken\w*|lower(?:ing|ed)?|diminish\w*|cut(?:ting)?|shrink\w*|curtail\w*)\b"), re.compile(r"降|减|少|压|缩|低|弱|精简|放宽|削|下|短")),
    (re.compile(r"\b(restrict\w*|prohibit\w*|forbid\w*|ban(?:ned|s)?|discourag\w*|oppos\w+|hinder\w*|abolish\w*|cancel\w*|delay\w*|postpon\w*|suspend\w*|exclud\w+|block(?:ed|ing)?)\b"), re.compile(r"限|禁|不|防|取消|废|停|制约|严|除|阻|延|暂|缓|止")),
)  # fmt: skip
_TO_X = re.compile(r"(?:允许|支持|鼓励|探索|推动)对([^，。；]{2,24}?)(?:实行|实施|开展|采取|给予|适用)")
_X_DOES = re.compile(
    r"\b(?:allow|permit|support|encourage|enable)(?:s|ed|ing)?\s+(?!the (?:implementation|application|adoption))((?:[\w'-]+\s+){1,8}?)(?:is allowed |are allowed )?to\s+(?:implement|apply|adopt|carry|conduct|take|practi[cs]e|introduce)\b"
)
_BY_X = re.compile(r"(?<!自)由([^，。；、]{2,12}?)(申请|提出|负责|承担|审批|组织|办理|出资|申报)")
_BY_VERBS = {
    "申请": "appl",
    "申报": "appl|declar|submit",
    "提出": "propos|submit|raise",
    "负责": "respons",
    "承担": "bear|assum|undertak",
    "审批": "approv",
    "组织": "organi",
    "办理": "handl",
    "出资": "fund|contribut",
}
_NEEDED = re.compile(r"(生产|研发|建设|经营|运营|研究)(?:中|上)?(?:亟需|急需|所需|需要|必需)的([^，。；、]{2,12})")
_ACT_NOUN = {
    "生产": "production|manufactur\\w+",
    "研发": "development|r & d",
    "建设": "construction",
    "经营": "operation",
    "运营": "operation",
    "研究": "research",
}
_NEED_CASE = re.compile(r"(?:需|须|确需)(调整|变更|修改|改变|延长)[^，。；]{1,40}的，")
_CASE_EN = {
    "调整": "adjust",
    "变更": "change|alter",
    "修改": "revis|amend|modif",
    "改变": "change|alter",
    "延长": "extend",
}
_VERB_PAIR = re.compile(
    r"(研究|探索)(推动|制定|推进|出台|建立|提出)[^，。；]{2,16}(?:支持|开展|采购|建立|制定|参与|提供)"
)
_TWICE = re.compile(r"\b([a-z]{4,}) and \1\b")
_WORDS = re.compile(r"[a-z][a-z'-]+")
_COMMON = frozenset("the and for with that this from into such as well its their are will which have been has".split())
# words whose several places in one sentence each count
_COUNTED = frozenset(
    "伙伴关系协定 重点实验室 知识产权 按相关规定 依法合规 符合条件 涉外 生物医药 生物药 半导体 人工智能 医疗器械 数据 专利 版权 保险 债券 仲裁".split()
)
_ALSO = {"生物医药": ("biomed", "biopharm", "bio-pharm")}


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence before the checks: its words, its English in small letters, and where both stand."""

    sentence: Sentence
    zh: str
    en: str
    pieces: tuple[str, ...]
    back: Callable[[int, int], Span]
    en_span: Span
    source: str
    terms: Terms
    words: str

    def finding(self, code: str, zh: tuple[int, int], why: Text, en: str = "") -> Finding:
        """A finding at a stretch of the Chinese sentence and, where the words are known, at its place in the English."""
        at = self.source.lower().find(en, *self.en_span) if en else -1
        return Finding("translation", code, self.back(*zh), (at, at + len(en)) if at >= 0 else self.en_span, why)


def check(sentence: Sentence, back: Callable[[int, int], Span], source: str, terms: Terms) -> list[Finding]:
    """The findings on one sentence. ``back`` leads a stretch of its text to the original; ``source`` is the English file."""
    if not sentence.en:
        return [Finding("translation", "dropped-sentence", sentence.zh, None, _DROPPED)]
    pieces = tuple(source[a:b] for a, b in sentence.en)
    span = (sentence.en[0][0], sentence.en[-1][1])
    case = Case(
        sentence,
        sentence.text,
        " " + " ".join(pieces).lower() + " ",
        pieces,
        back,
        span,
        source,
        terms,
        plain_words(" ".join(pieces)),
    )
    return [finding for rule in _RULES for finding in rule(case)]


def check_heading(zh: Span, en: Span, title: str, back: Callable[[int, int], Span], source: str) -> list[Finding]:
    """The findings on a heading: what it loses, and what it adds that the original does not name."""
    words = source[slice(*en)]
    heading = Sentence("", None, zh, title, (en,))
    case = Case(heading, title, f" {words.lower()} ", (words,), back, en, source, terms_in(title), plain_words(words))
    return [f for rule in (_lost_terms, _goal_done, _negations, _strangers) for f in rule(case)]


def _lost_terms(case: Case) -> Iterator[Finding]:
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


def _covered(case: Case, at: int, term: Term) -> bool:
    """A bracketed 以下简称, or a term that is part of a longer name whose rendering is free."""
    return case.zh[max(0, at - 4) : at].endswith(("以下简称", "简称")) or (
        term.group == "object" and len(term.zh) == 2 and _inside_name(case, at)
    )


def _inside_name(case: Case, at: int) -> bool:
    start = max(case.zh.rfind("《", 0, at), case.zh.rfind("“", 0, at))
    return start >= 0 and case.zh.find("》" if case.zh[start] == "《" else "”", start) > at


def _fewer_places(case: Case) -> Iterator[Finding]:
    """A trade or right that the original names more often than the English."""
    for word in _COUNTED:
        places = [m.start() for m in re.finditer(word, case.zh)]
        if len(places) < 2:
            continue
        stems = _ALSO.get(word) or BY_ZH[word].stems
        seen = sum(case.words.count(" " + plain_words(s).strip()) for s in stems)
        others = sum(
            case.zh.count(x.zh) for x in TERMS if x.zh != word and x.zh[:2] == word[:2] and len(x.zh) < len(word)
        )
        if 0 < seen < len(places) + others:
            code, text = _LOST[BY_ZH[word].group]
            why = text.format(term=word, stem=stems[0])
            yield case.finding(code, (places[0], places[0] + len(word)), why)


def _lost_stretches(case: Case) -> Iterator[Finding]:
    """A stretch between commas with three terms or more of which the English shows nothing."""
    for a, b in stretches(case.zh, depths(case.zh)):
        terms = [x for x in case.terms if a <= x[0] < b]
        if len(terms) >= 3 and not any(shown(x.needles, case.words) for _, x in terms):
            yield case.finding("missing-clause", (a, b), _CLAUSE)


def _goal_done(case: Case) -> Iterator[Finding]:
    done = _DONE.search(case.en)
    goal = next((c for c in case.sentence.clauses if c.cls == "goal"), None)
    if done and not re.search(r"已|了(?!解)|经过|曾", case.zh):
        at = case.zh.find(goal.force) if goal else 0
        yield case.finding(
            "goal-told-as-done", (at, at + (len(goal.force) if goal else len(case.zh))), _GOAL, done.group()
        )


def _doubled(case: Case) -> Iterator[Finding]:
    whole = (0, len(case.zh))
    twice = _TWICE.search(case.en)
    if twice:
        yield case.finding("doubled-object", whole, _DOUBLED.format(words=twice[1]), twice.group())
    for before, after in zip(case.pieces, case.pieces[1:], strict=False):
        last, first = _WORDS.findall(before.lower())[-1:], _WORDS.findall(after.lower())[:4]
        if last and last[0] in first and last[0] not in _COMMON:
            yield case.finding("doubled-object", whole, _DOUBLED.format(words=last[0]))
            return
    if not _repeats(case.zh) and (said := _said_twice(" ".join(case.pieces))):
        yield case.finding("doubled-object", whole, _DOUBLED.format(words=said), said)


def _said_twice(text: str) -> str:
    """Six words that come twice, at least three of them neither names nor small words."""
    words = re.findall(r"[A-Za-z][A-Za-z'-]+", text)
    seen: set[tuple[str, ...]] = set()
    for k in range(len(words) - 5):
        gram = tuple(words[k : k + 6])
        if gram in seen and sum(1 for w in gram if w.islower() and w not in _COMMON and len(w) > 3) >= 3:
            return " ".join(gram).lower()
        seen.add(gram)
    return ""


def _repeats(text: str) -> bool:
    """Whether the Chinese itself says five characters twice."""
    return len({text[i : i + 5] for i in range(len(text) - 4)}) < len(text) - 4


def _broken(case: Case) -> Iterator[Finding]:
    """One stretch whose terms stand only before, and only after, a full stop of the English."""
    if len(case.pieces) < 2:
        return
    for a, b in stretches(case.zh, depths(case.zh)):
        terms = [x for x in case.terms if a <= x[0] < b]
        for before, after in zip(case.pieces, case.pieces[1:], strict=False):
            tail, head = plain_words(before[-70:]), plain_words(after[:60])
            left = [x for _, x in terms if _only(x, tail, plain_words(after))]
            right = [x for _, x in terms if _only(x, head, plain_words(before))]
            if left and right:
                yield case.finding("broken-sentence", (a, b), _BROKEN)
                return


def _only(term: Term, here: str, there: str) -> bool:
    return shown(term.needles, here) and not shown(term.needles, there)


def _actors(case: Case) -> Iterator[Finding]:
    to_whom, does = _TO_X.search(case.zh), _X_DOES.search(case.en)
    if to_whom and does:
        yield case.finding("actor-reversed", to_whom.span(), _REVERSED.format(who=to_whom[1]), does.group())
    for by in _BY_X.finditer(case.zh):
        stems = [s for _, x in terms_in(by[1]) for s in x.stems]
        verb = _BY_VERBS[by[2]]
        if not stems:
            continue
        who = "|".join(map(re.escape, stems))
        wrong = re.search(
            rf"\b(?:to|can|may|will|shall) (?:{verb})\w{{0,3}}\b(?! for by)[^.;]{{0,80}}\bby (?:the |their |his |its )?(?:{who})",
            case.en,
        )
        right = re.search(
            rf"\b(?:{who})\w*\b[^.;,]{{0,40}}\b(?:{verb})|\b(?:{verb})\w*(?: for)? by (?:the |their )?(?:{who})|\b(?:{who})\w*['s]* (?:{verb})|through (?:the |their )?(?:{who})",
            case.en,
        )
        if wrong or not right:
            yield case.finding("actor-reversed", by.span(), _BY.format(who=by[1]), wrong.group() if wrong else "")


def _relations(case: Case) -> Iterator[Finding]:
    needed = _NEEDED.search(case.zh)
    if needed:
        stems = [s for _, x in terms_in(needed[2]) for s in x.stems]
        turned = stems and re.search(
            rf"\b(?:{_ACT_NOUN[needed[1]]}) of (?:[\w-]+ ){{0,2}}(?:{'|'.join(map(re.escape, stems))})", case.en
        )
        if turned:
            yield case.finding("relation-turned", needed.span(), _PURPOSE.format(what=needed[1]), turned.group())
    need = _NEED_CASE.search(case.zh)
    if need and "允许" in case.zh:
        turned = re.search(rf"\b(?:allow|permit)(?:s|ed)?\b[^.;]{{0,60}}?\bto (?:{_CASE_EN[need[1]]})\w*", case.en)
        if turned:
            yield case.finding("lost-condition", need.span(), _CASE.format(what=need[1]), turned.group())
    pair = _VERB_PAIR.search(case.zh)
    turned = (
        re.search(
            r"\b(?:research|exploration|study) and (?:promotion|formulation|establishment|advancement|introduction) of\b",
            case.en,
        )
        if pair
        else None
    )
    if pair and turned:
        yield case.finding("relation-turned", pair.span(), _NOUN.format(what=pair[1] + pair[2]), turned.group())


def _strangers(case: Case) -> Iterator[Finding]:
    """Countries, authorities and fields that the English names and the original does not."""
    for found in _NAMED_EN.finditer(case.words):
        if not re.search(_NAMED[found[1]], case.zh):
            yield case.finding(
                "wrong-institution", (0, len(case.zh)), _STRANGER.format(word=found[1].strip()), found[1].strip()
            )


# what an English word may stand for; none of it in the original means the word came from elsewhere
_NAMED = {
    "malaysia": "马来西亚|中马", "japan": "日本|中日", "korea": "韩国|朝鲜|中韩", "germany": "德国|中德", "german": "德国|中德", "france": "法国", "russia": "俄",
    "india ": "印度", "vietnam": "越南", "thailand": "泰国", "europe": "欧", "america": "美", "united states": "美", "hong kong": "港", "macao": "澳", "taiwan": "台",
    "beijing": "北京|京", "shanghai": "上海|沪", "zhejiang": "浙", "guangdong": "广东|粤", "shenzhen": "深圳|深", "hangzhou": "杭州", "nanjing": "南京|宁", "wuxi": "无锡",
    "jiangsu": "江苏|苏|省", "anhui": "安徽|皖", "shandong": "山东|鲁", "fujian": "福建|闽", "hainan": "海南|琼", "sichuan": "四川|川",
    "ministry of finance": "财政", "ministry of commerce": "商务", "ministry of education": "教育", "ministry of science": "科技|科学", "ministry of justice": "司法",
    "ministry of health": "卫生|卫健", "state council": "国务院", "people s bank": "人民银行|央行|人行", "customs": "关", "tax": "税", "tariff": "关税", "domestic": "国内|境内|内|本",
    "nuclear": "核", "coal": "煤", "wind power": "风", "hydrogen": "氢", "animal": "动物|畜|宠|兽", "military": "军", "agricultur": "农", "fisher": "渔", "tobacco": "烟",
    "real estate": "地产|不动产|房", "steel": "钢", "automobile": "汽车|车", "textile": "纺织",
}  # fmt: skip
_NAMED_EN = re.compile(" (" + "|".join(sorted(_NAMED, key=len, reverse=True)) + ")")


def _manners(case: Case) -> Iterator[Finding]:
    """How something is done, told of the thing instead: 高质量参与 as participating in high-quality cooperation."""
    how = re.search(r"(高质量|高水平|高标准)(?!发展)(参与|建设|推进|推动|开展|打造|实施|举办|运营|规划)", case.zh)
    moved = how and re.search(
        rf"\b(?!with|at|of|to)[a-z]+ (?:in |a |an |the )(?:{_GRADES[how[1]]})[ -](?:quality|level|standard) (?!planning|construction|manner|way)\w+",
        case.en,
    )
    if how and moved and not re.search(rf"(?:with|at|to) (?:a )?(?:{_GRADES[how[1]]})[ -]", case.en):
        yield case.finding("manner-moved", how.span(), _MANNER.format(what=how[1]), moved.group())
    by = re.search(r"以([^，。；的]{2,10})方式(?![^，。；]{0,12}的)", case.zh)
    away = by and re.search(
        r"\b(?:that|which) (?:are|is|match|meet|suit|fit|\w+s)\b[^.;]{20,}\b(in an? [\w-]+ (?:manner|way))\s*\.",
        case.en,
    )
    if by and away:
        yield case.finding("manner-moved", by.span(), _MANNER.format(what=by[0]), away[1])


_GRADES = {"高质量": "high", "高水平": "high", "高标准": "high"}


def _forces(case: Case) -> Iterator[Finding]:
    for word, stems in _FORCES.items():
        clauses = [c for c in case.sentence.clauses if c.force.startswith(word) and (word != "可" or c.force == "可")]
        if clauses and not shown(stems, case.words):
            at = clauses[0].force_at - clauses[0].zh[0]
            place = case.zh.find(word) if at < 0 else case.zh.find(word, 0)
            yield case.finding("force-changed", (place, place + len(word)), _FORCE.format(word=word))
    must = _MUST_EN.search(case.en)
    duties = len(_MUST_ZH.findall(case.zh))
    if must and len(_MUST_EN.findall(case.en)) > duties:
        yield case.finding("force-changed", (0, len(case.zh)), _DUTY.format(word=must[1]), must[1])
    duty = next((c for c in case.sentence.clauses if c.force in ("要", "应", "应当", "必须", "须")), None)
    weak = _MAY_EN.search(case.en)
    if duty and weak and not _DUTY_EN.search(case.en) and not re.search(r"可|能", case.zh):
        at = case.zh.find(duty.force)
        yield case.finding("force-changed", (at, at + len(duty.force)), _WEAK.format(word=duty.force), weak[1])


def _numbers(case: Case) -> Iterator[Finding]:
    there = english_numbers.values(case.en)
    for clause in case.sentence.clauses:
        for q in clause.quantities:
            for value in (q.value, q.low, q.high):
                if value is not None and not english_numbers.has(there, value):
                    at = case.zh.find(q.text)
                    yield case.finding("number", (at, at + len(q.text)), _NUMBER.format(what=q.text))
                    break
    here = english_numbers.chinese_values(case.zh)
    for value, word in english_numbers.written(case.en):
        if value not in here:
            yield case.finding("number", (0, len(case.zh)), _EXTRA.format(what=word), word)


def _negations(case: Case) -> Iterator[Finding]:
    here = _NOT_ZH.search(case.zh)
    if here and not _NOT_EN.search(case.en):
        yield case.finding("negation", here.span(), _NEGATION.format(what=here.group()))
    there = _STRICT_NOT_EN.search(case.en)
    verbal = _NOT_VERB_EN.search(case.en)
    if verbal and not _PLAIN_NOT_ZH.search(case.zh):
        there = verbal
        yield case.finding("negation", (0, len(case.zh)), _ADDED_NEGATION.format(what=there.group()), there.group())
    elif there and not _NEG_ZH.search(case.zh):
        yield case.finding("negation", (0, len(case.zh)), _ADDED_NEGATION.format(what=there.group()), there.group())
    for word, fitting in _OPPOSITES:
        opposite = word.search(case.en)
        if opposite and not fitting.search(case.zh) and not (there and opposite.group() == there.group()):
            yield case.finding("opposite", (0, len(case.zh)), _OPPOSITE.format(word=opposite[1]), opposite[1])


_RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    _lost_terms, _fewer_places, _lost_stretches, _goal_done, _doubled, _broken, _actors, _relations, _manners, _strangers, _forces, _numbers, _negations,
)  # fmt: skip
