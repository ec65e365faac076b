"""Who does what, how strongly, how much, and whether at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mulberry.law.text import t
from mulberry.policy import english_numbers
from mulberry.policy.glossary import needles, shown, terms_in
from mulberry.policy.model import Finding
from mulberry.policy.translation_case import Case

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
    r"\b(must|shall|is required to|are required to|be required to|mandatory|obliged|compulsory|"
    r"requires? (?:\w+ ){1,8}?to)\b"
)
_MUST_WORDS = frozenset(("must", "shall", "required", "mandatory", "obliged", "compulsory", "require", "requires"))
_MUST_ZH = re.compile(r"应|须|必|要|不得|严禁|禁止|确保|办理|执行|负责|报|责")
_MAY_EN = re.compile(r"\b(may|can|could|might)\b")
_DUTY_EN = re.compile(r"\b(must|shall|should|will|need|needs|required|is to|are to|ought|have to|has to)\b")
_NOT_ZH = re.compile(r"不得|不予|不再|不可|不能|不允许|禁止|严禁|未经|无需|不需|不准|不应|不享受|不纳入|不收取|不设")
_NEG_ZH = re.compile(r"[不未无非禁免没否勿莫]|取消|停止|废止|除|拒|限制|防|只|仅")
_NOT_EN = re.compile(
    r"\b(?:not|no|never|without|neither|nor|cannot|can't|prohibit\w*|forbid\w*|forbidden|ban|banned|non|un\w+ed|"
    r"exempt\w*|free|refus\w*|den(?:y|ied)|illegal\w*|no longer|waiv\w*)\b|n't"
)
_NOT_VERB_EN = re.compile(
    r"\b(?:should|shall|must|may|will|do|does|is|are|can) ?not\b(?! (?:only|exceed|less|more|lower|higher|later|"
    r"limited))"
)
_PLAIN_NOT_ZH = re.compile(r"[不未无非禁勿否]|免")
_STRICT_NOT_EN = re.compile(
    r"\b(?:not|never|cannot|no longer|neither|prohibit\w*|forbid\w*|forbidden|banned|must refrain)\b(?! (?:less|"
    r"more|lower|higher|only|exceed|later|fewer|limited|yet))|\bno\b(?! (?:less|more|later|fewer|lower|higher|"
    r"doubt))|n't\b"
)
_OPPOSITES = (
    (re.compile(r"\b(reduc\w+|decreas\w+|weaken\w*|lower(?:ing|ed)?|diminish\w*|cut(?:ting)?|shrink\w*|"
    r"curtail\w*)\b"), re.compile(r"降|减|少|压|缩|低|弱|精简|放宽|削|下|短")),
    (re.compile(r"\b(restrict\w*|prohibit\w*|forbid\w*|ban(?:ned|s)?|discourag\w*|oppos\w+|hinder\w*|abolish\w*|"
    r"cancel\w*|delay\w*|postpon\w*|suspend\w*|exclud\w+|block(?:ed|"
    r"ing)?)\b"), re.compile(r"限|禁|不|防|取消|废|停|制约|严|除|阻|延|暂|缓|止")),
)  # fmt: skip
_TO_X = re.compile(r"(?:允许|支持|鼓励|探索|推动)对([^，。；]{2,24}?)(?:实行|实施|开展|采取|给予|适用)")
_X_DOES = re.compile(
    r"\b(?:allow|permit|support|encourage|enable)(?:s|ed|ing)?\s+(?!the (?:implementation|application|"
    r"adoption))((?:[\w'-]+\s+){1,8}?)(?:is allowed |are allowed )?to\s+(?:implement|apply|adopt|carry|conduct|"
    r"take|practi[cs]e|introduce)\b"
)
_BY_X = re.compile(
    r"(?<!自)由([^，。；、]{2,12}?)(?:向[^，。；、]{2,10}?)?(申请|提出|负责|承担|审批|组织|办理|出资|申报)"
)
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


def actors(case: Case) -> Iterator[Finding]:
    to_whom, does = _TO_X.search(case.zh), _X_DOES.search(case.en)
    if to_whom and does:
        yield case.finding("actor-reversed", to_whom.span(), _REVERSED.format(who=to_whom[1]), does.group())
    yield from _implements(case)
    for by in _BY_X.finditer(case.zh):
        stems = [s for _, x in terms_in(by[1]) for s in x.stems]
        verb = _BY_VERBS[by[2]]
        if not stems:
            continue
        who = "|".join(map(re.escape, stems))
        wrong = re.search(
            rf"\b(?:to|can|may|will|shall) (?:{verb})\w{{0,3}}\b(?! for by)[^.;]{{0,80}}\bby (?:the |their |his |"
            rf"its )?(?:{who})",
            case.en,
        )
        right = re.search(
            rf"\b(?:{who})\w*\b[^.;,]{{0,40}}\b(?:{verb})|\b(?:{verb})\w*(?: for)? by (?:the |their )?(?:{who})|"
            rf"\b(?:{who})\w*['s]* (?:{verb})|through (?:the |their )?(?:{who})",
            case.en,
        )
        if wrong or not right:
            yield case.finding("actor-reversed", by.span(), _BY.format(who=by[1]), wrong.group() if wrong else "")


def relations(case: Case) -> Iterator[Finding]:
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
            r"\b(?:research|exploration|study) and (?:promotion|formulation|establishment|advancement|"
            r"introduction) of\b",
            case.en,
        )
        if pair
        else None
    )
    if pair and turned:
        yield case.finding("relation-turned", pair.span(), _NOUN.format(what=pair[1] + pair[2]), turned.group())


_ZONES = ["zone", "area", "park", "district"]


def _implements(case: Case) -> Iterator[Finding]:
    """对X实行 told as something that X does."""
    whom = re.search(r"(?:^|，)(?:对|对于)([^，。；]{2,16}?)(?:实行|实施|采取|适用)", case.zh)
    stems = [s for _, x in terms_in(whom[1]) for s in x.stems] if whom else []
    if whom and whom[1].endswith("区"):
        stems += _ZONES
    if whom and stems:
        does = re.search(
            rf"(?:^|[.,;] ?)\s*(?:the )?(?:[\w-]+ ){{0,2}}(?:{'|'.join(map(re.escape, stems))})\w*(?: [\w-]+){{0,2}} "
            r"(?:will |shall |should |may )?(?:implements?|adopts?|appl(?:y|ies)|carr(?:y|ies)|takes?|introduces?)\b",
            case.en,
        )
        if does:
            yield case.finding("actor-reversed", whom.span(), _REVERSED.format(who=whom[1]), does.group())


def forces(case: Case) -> Iterator[Finding]:
    for word, stems in _FORCES.items():
        clauses = [c for c in case.sentence.clauses if c.force.startswith(word) and (word != "可" or c.force == "可")]
        if clauses and not shown(stems, case.words):
            at = clauses[0].force_at - clauses[0].zh[0]
            place = case.zh.find(word) if at < 0 else case.zh.find(word, 0)
            yield case.finding("force-changed", (place, place + len(word)), _FORCE.format(word=word))
    must = _MUST_EN.search(case.en) if case.tokens & _MUST_WORDS else None
    if must and len(_MUST_EN.findall(case.en)) > len(_MUST_ZH.findall(case.zh)):
        yield case.finding("force-changed", (0, len(case.zh)), _DUTY.format(word=must[1]), must[1])
    duty = next((c for c in case.sentence.clauses if c.force in ("要", "应", "应当", "必须", "须")), None)
    weak = _MAY_EN.search(case.en) if duty else None
    if duty and weak and not _DUTY_EN.search(case.en) and not re.search(r"可|能", case.zh):
        at = case.zh.find(duty.force)
        yield case.finding("force-changed", (at, at + len(duty.force)), _WEAK.format(word=duty.force), weak[1])


def numbers(case: Case) -> Iterator[Finding]:
    if not english_numbers.counts(case.en, case.tokens) and not any(c.quantities for c in case.sentence.clauses):
        return
    there = english_numbers.values(case.en)
    for clause in case.sentence.clauses:
        for q in clause.quantities:
            if q.unit == "working-day" and not re.search(
                r"\b(?:working|business|work|week)[ -]?days?\b|workday", case.en
            ):
                at = case.zh.find(q.text)
                yield case.finding("number", (at, at + len(q.text)), _NUMBER.format(what=q.text))
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


_NEGATIVE = (
    " not ",
    " no ",
    " never ",
    " cannot ",
    " neither ",
    " prohibit",
    " forbid",
    " banned ",
    " refrain ",
    " t ",
)


def negations(case: Case) -> Iterator[Finding]:
    here = _NOT_ZH.search(case.zh)
    if here and not _NOT_EN.search(case.en):
        yield case.finding("negation", here.span(), _NEGATION.format(what=here.group()))
    there = _STRICT_NOT_EN.search(case.en) if any(x in case.words for x in _NEGATIVE) else None
    verbal = _NOT_VERB_EN.search(case.en) if " not " in case.en else None
    if verbal and not _PLAIN_NOT_ZH.search(case.zh):
        there = verbal
        yield case.finding("negation", (0, len(case.zh)), _ADDED_NEGATION.format(what=there.group()), there.group())
    elif there and not _NEG_ZH.search(case.zh):
        yield case.finding("negation", (0, len(case.zh)), _ADDED_NEGATION.format(what=there.group()), there.group())
    for word, fitting in _OPPOSITES:
        if fitting.search(case.zh):
            continue
        opposite = word.search(case.en)
        if opposite and not (there and opposite.group() == there.group()):
            yield case.finding("opposite", (0, len(case.zh)), _OPPOSITE.format(word=opposite[1]), opposite[1])
