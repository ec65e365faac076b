"""Quantities with operator, unit, range and closed ends, as the Civil Code (art. 1259) reads 以上, 以下, 以内
(inclusive) and 不满, 超过 (exclusive).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from mulberry.policy.numerals import amount
from mulberry.policy.vocabulary import words

_UNITS = """
working-day: 个工作日 工作日
month: 个自然月 个月
year: 周年 年度 年
day: 个自然日 自然日 日 天
week: 个星期 周
hour: 个小时 小时
minute: 分钟
percentage-point: 个百分点
%: % ％ 个点
permille: ‰
USD: 亿美元 万美元 美元
EUR: 欧元
HKD: 港元 港币
CNY: 元人民币 元
enterprise: 家
person: 人次 名 人 位
m2: 平方米 ㎡
km2: 平方公里 平方千米
km: 公里 千米
m: 米
ha: 公顷
mu: 亩
kg: 公斤 千克
t: 吨
kWh: 千瓦时 度电
MW: 兆瓦
GW: 吉瓦
kW: 千瓦
TEU: 标箱 标准箱
m3: 立方米
EFLOPS: EFlops EFLOPS
times: 倍
time: 次
age: 周岁 岁
household: 户
set: 台套 台 套
vehicle: 辆
flight: 班 架次
ship: 艘
item: 个 项 件 种 类 款 条 例 只 批次
bed: 张
site: 处 座 所
score: 分
share: 成
"""
UNITS: dict[str, str] = {}
for _line in _UNITS.strip().splitlines():
    _unit, _words = _line.split(": ")
    UNITS.update(dict.fromkeys(_words.split(), _unit))
_FACTOR = {"亿美元": Decimal(10**8), "万美元": Decimal(10**4)}
# units that a Chinese numeral may take without an operator; with others, as in 十条, it is a figure of speech
_SOLID = frozenset(
    words("""
    working-day month year hour minute percentage-point % USD CNY enterprise person m2 km2 km ha mu t kWh MW kW
    times age
""")
)

_ARABIC = r"[0-9０-９]{1,12}(?:[,，][0-9]{3}){0,4}(?:[.．][0-9０-９]{1,6})?(?:[百千万亿](?![瓦米克])){0,2}"
_HAN = r"[一二三四五六七八九十百千两〇零]{1,7}(?:分之[一二三四五六七八九十]{1,3})?[万亿]{0,2}"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_DASH = r"(?:—{1,2}|[-－–~～]|至|到)"
_BEFORE = {
    "<": "不足 不满 少于 低于 小于 未满 不到 未达到 未达 短于 未超过(不含)",
    "<=": (
        "不超过 不高于 不多于 不大于 不得超过 不得高于 不得多于 不迟于 最高不超过 最多不超过 累计不超过 最高 "
        "至多 最多 上限 最长 最长不超过 控制在 限额 封顶 不长于 最高可达 未超过"
    ),
    ">": "超过 高于 大于 多于 超出 突破 长于 超",
    ">=": (
        "不低于 不少于 不小于 不得低于 不得少于 至少 最低 达到 达 满 已满 年满 累计满 最少 下限 不短于 力争达到 "
        "不下于 起步 超过(含)"
    ),
    "~": "约 大约 近",
}
_OPERATORS = {word: op for op, words in _BEFORE.items() for word in words.split()}
_PREFIX = "|".join(sorted(map(re.escape, _OPERATORS), key=len, reverse=True))
_AFTER = {
    "以上": ">=", "及以上": ">=", "或以上": ">=", "（含）以上": ">=", "以上（含）": ">=", "（不含）以上": ">",
    "以上（不含）": ">", "起": ">=",
    "以下": "<=", "及以下": "<=", "或以下": "<=", "（含）以下": "<=", "以下（含）": "<=", "（不含）以下": "<",
    "以下（不含）": "<",
    "（含）以内": "<=", "以内": "<=", "之内": "<=", "内": "<=", "以外": ">", "左右": "~", "上下": "~", "（含）": "=",
}  # fmt: skip
_SUFFIX = "|".join(sorted(map(re.escape, _AFTER), key=len, reverse=True))
_PATTERN = re.compile(
    rf"(?P<before>{_PREFIX})?(?:人民币)?"
    rf"(?:(?P<a>{_ARABIC}|{_HAN})(?P<ua>{_UNIT})?{_DASH})?(?P<b>百分之[一二三四五六七八九十百]{{1,5}}|(?:{_ARABIC}|{_HAN}))(?P<u>{_UNIT})?(?P<after>{_SUFFIX})?"
)
_NUMERAL = re.compile(r"[0-9０-９一二三四五六七八九十百千两〇零]")
_NOT_BEFORE = re.compile(
    r"(?:第|十[一二三四五六]届|“十|“[^”]{0,6}|[A-Za-z+]|世界|全球|全国|中国|统|唯|同|专|单|随|万|党的|进|同|不|每|逐|每|某|任)$"
)
_NOT_AFTER = re.compile(
    r"(?:性|级|强|策|带|路|大[^于]|中全会|届|行动|规划|计划|体|流|定|些|切|律|般|起|并|旦|步|样|站式|代|制|品|业|网|证|线|型|带一路|期|号|版|维|G(?![A-Za-z])|D|\+|＋|国|地|院|会|部|局|委|市|省|线城市|类地|者)"
)
_UNIT_AFTER = {
    "年": re.compile(r"[级行度规计底初末前中月来均报检审期代]|以来|行动"),
    "日": re.compile(r"[报常前起]"), "天": re.compile(r"[然津]"), "次": re.compile(r"[性数级]"),
    "人": re.compile(r"[才员工大均民类口群士力事物体造机为社]"),
    "分": re.compile(r"[之类级别步批阶期层析布享公行支区]"), "个": re.compile(r"[人体性别案税方]"),
    "家": re.compile(r"[庭属长企业]?[庭属长]"), "元": re.compile(r"[素旦器宇]"),
    "项": re.compile(r"目"), "件": re.compile(r"套"), "位": re.compile(r"[一于置]"),
    "名": re.compile(r"[单录义称牌录]"), "种": re.compile(r"[子植业]"),
    "类": re.compile(r"[别型]"), "条": re.compile(r"[件款例]"), "所": re.compile(r"[有得在以]"),
    "户": re.compile(r"[籍口外]"), "成": re.compile(r".?[果本立员为长效功交品]|"),
    "时": re.compile(r""), "处": re.compile(r"[理置罚分于]"), "例": re.compile(r"[如外行]"), "度": re.compile(r""),
    "班": re.compile(r"[子组列]"), "套": re.compile(r"[利餐]"), "台": re.compile(r"[湾账]"),
    "周": re.compile(r"[期边末]"),
    "米": re.compile(r"[兰]"), "只": re.compile(r"[有能要]"), "起": re.compile(r""), "座": re.compile(r"谈"),
    "款": re.compile(r"[项物式]"), "张": re.compile(r"[江家]"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RawQuantity:
    """A quantity within a stretch of text; offsets are into that text."""

    start: int
    end: int
    op: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    closed: tuple[bool, bool]
    unit: str


def _value(text: str, unit: str) -> Decimal | None:
    if text.startswith("百分之"):
        return amount(text[3:])
    if "分之" in text:
        return None
    number = amount(text)
    return None if number is None else number * _FACTOR.get(unit, Decimal(1))


def _genuine(text: str, found: re.Match[str]) -> bool:
    """Whether a match is a quantity and not a date, an ordinal or a set phrase."""
    number, unit, after = found["b"], found["u"] or "", text[found.end() : found.end() + 4]
    start = found.start("a") if found["a"] else found.start("b")
    if number.startswith("百分之"):
        return True
    if not unit:
        return False
    lead = text[max(0, start - 8) : start]
    if (
        found["before"] is None
        and number[0] not in "0123456789"
        and lead
        and lead[-1] in "前后上下"
        and not lead.endswith(("提前", "以上", "以下", "以后"))
    ):
        # 前三年 is an ordinal, 受理后15日 a period
        return False
    if found["before"] is None and not lead.endswith(("以上", "以下", "及以上")) and _NOT_BEFORE.search(lead):
        return False
    rest = text[found.end("u") : found.end("u") + 3]
    stop = _UNIT_AFTER.get(unit)
    if stop is not None and stop.match(rest) and not (found["after"]):
        return False
    if unit in ("年", "年度") and re.fullmatch(r"(?:19|20)\d\d|[12二一][〇零○一二三四五六七八九]{3}", number):
        return False
    if unit == "日" and re.search(r"月$", text[:start]):
        return False
    return _counted(found, number, unit, after)


def _counted(found: re.Match[str], number: str, unit: str, after: str) -> bool:
    """Chinese numerals count only with a solid unit or an operator; set phrases never."""
    if number[0] in "0123456789０１２３４５６７８９":
        return unit != "类" and not re.match(r"[号版G]", after)
    operated = found["before"] is not None or found["after"] is not None or found["a"] is not None
    if operated and UNITS[unit] != "item":
        return not _NOT_AFTER.match(after) or found["after"] is not None
    if operated:
        return number != "一" or found["before"] is not None
    if UNITS[unit] not in _SOLID or _NOT_AFTER.match(after):
        return False
    return not (number in ("一", "百", "千", "万", "百千") and UNITS[unit] in ("person", "enterprise"))


# an operator with a few words between it and the number: 不超过企业投入50%
_FAR = re.compile(r"(不超过|不低于|不少于|不高于|超过|低于|高于|至少|最高|达到)[^，。；、0-9]{1,10}$")


def _operator(found: re.Match[str]) -> str:
    before, after = found["before"], found["after"]
    if after and _AFTER[after] == "~":
        # 达到2.5%左右 is about 2.5 %
        return "~"
    if (
        before is None
        and after is None
        and (far := _FAR.search(found.string, max(0, found.start() - 16), found.start()))
    ):
        return _OPERATORS[far[1]]
    if before == "近" and UNITS.get(found["u"] or "") in ("year", "month", "day"):
        # 近三年 is the last three years, not about three
        return "="
    if before and before in _OPERATORS:
        return _OPERATORS[before]
    if after and _AFTER[after] != "=":
        return _AFTER[after]
    return "="


_CLOSED = {
    "<": (False, False),
    "<=": (False, True),
    ">": (False, False),
    ">=": (True, False),
    "=": (True, True),
    "~": (False, False),
}


def quantities(text: str) -> list[RawQuantity]:
    """The quantities of a text, in order. Money is in whole yuan, shares in percent as written."""
    out = list[RawQuantity]()
    if not _NUMERAL.search(text):
        return out
    for found in _PATTERN.finditer(text):
        unit = found["u"] or ("%" if found["b"].startswith("百分之") else "")
        if _genuine(text, found) and (made := _make(found, unit)) is not None:
            out.append(made)
    return _joined(text, _listed(text, out))


def _make(found: re.Match[str], unit: str) -> RawQuantity | None:
    value = _value(found["b"], unit)
    if value is None:
        return None
    name, start, end = UNITS[unit], found.start(), found.end()
    if found["a"] is None:
        op = _operator(found)
        return RawQuantity(start, end, op, value, None, None, _CLOSED[op], name)
    low = _value(found["a"], found["ua"] or unit)
    if low is None:
        return None
    tail = re.search(r"[百千万亿]+$", found["b"])
    if found["ua"] is None and tail and low < value and not re.search(r"[百千万亿]$", found["a"]) and low < 10000:
        # 3—5万元: the multiplier belongs to both
        low *= amount("1" + tail.group()) or Decimal(1)
    return RawQuantity(start, end, "range", None, low, value, (True, True), name)


def _listed(text: str, found: list[RawQuantity]) -> list[RawQuantity]:
    """最高给予500万元、300万元: an operator before a list holds for each of it."""
    for k in range(1, len(found)):
        before, here = found[k - 1], found[k]
        if (
            here.op == "="
            and before.op in ("<=", ">=")
            and text[before.end : here.start] == "、"
            and here.unit == before.unit
            and text[before.end - 1] not in "上下内"
        ):
            found[k] = RawQuantity(here.start, here.end, before.op, here.value, None, None, before.closed, here.unit)
    return found


def _joined(text: str, found: list[RawQuantity]) -> list[RawQuantity]:
    """Two bounds side by side are one range: 3000万元以上1亿元以下, 不低于10年、不超过20年."""
    out: list[RawQuantity] = []
    for q in found:
        ranged = _range(text, out[-1], q) if out else None
        if ranged:
            out[-1] = ranged
        else:
            out.append(q)
    return out


def _range(text: str, lower: RawQuantity, upper: RawQuantity) -> RawQuantity | None:
    """The range that a lower and an upper bound make, where nothing but a comma stands between them."""
    bounds = lower.op in (">", ">=") and upper.op in ("<", "<=") and lower.unit == upper.unit
    if not bounds or text[lower.end : upper.start].strip("、，且但至"):
        return None
    if lower.value is None or upper.value is None or lower.value > upper.value:
        return None
    closed = (lower.op == ">=", upper.op == "<=")
    return RawQuantity(lower.start, upper.end, "range", None, lower.value, upper.value, closed, upper.unit)
