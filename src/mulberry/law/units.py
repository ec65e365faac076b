"""The table of units of measure, by the codes that facts, parameters and answers carry."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from mulberry.errors import Invalid
from mulberry.law.measure import UnitOfMeasure, per
from mulberry.law.text import t

_UNKNOWN = t(
    "{field}：不认识的计量单位“{code}”，请使用单位表中的代码，如person、month、CNY。",
    "{field}: unknown unit '{code}'; use a code of the table of units, such as person, month or CNY.",
)


def _counted(code: str, zh: str, counter: str, en: str, plural: str = "") -> UnitOfMeasure:
    return UnitOfMeasure(code, t(zh, en), counter, plural or f"{en}s")


def _sized(
    dimension: str, code: str, zh: str, scale: int | Fraction = 1, en: str = "", plural: str = ""
) -> UnitOfMeasure:
    return UnitOfMeasure(code, t(zh, en or code), plural=plural, dimension=dimension, scale=Fraction(scale))


PERSON = _counted("person", "人", "人", "person", "people")
CASE = _counted("case", "办件", "件", "case")
ITEM = _counted("item", "项", "项", "item")
PIECE = _counted("piece", "件", "件", "piece")
FIRM = _counted("firm", "企业", "家企业", "firm")
BODY = _counted("body", "机构", "家机构", "body", "bodies")
PARK = _counted("park", "园区", "个园区", "park")
PATENT = _counted("patent", "专利", "件专利", "patent")
PERMIT = _counted("permit", "许可证", "张许可证", "permit")
POST = _counted("post", "岗位", "个岗位", "post")
PLACE = _counted("place", "名额", "个名额", "place")
SEAT = _counted("seat", "席位", "个席位", "seat")
TASK = _counted("task", "任务", "项任务", "task")
POOL = _counted("pool", "资金池", "个资金池", "pool")
SAMPLE = _counted("sample", "样品", "份样品", "sample")
INSPECTION = _counted("inspection", "检验", "次检验", "inspection")
GENERATION = _counted("generation", "代", "代", "generation")
POINT = _counted("point", "分", "分", "point")
GEC = _counted("GEC", "绿色电力证书", "张绿色电力证书", "green electricity certificate")
CARD_HOUR = _counted("card-hour", "卡时", "卡时", "card-hour")

# A working day is no number of calendar days and a month no number of days, so that none of them converts into another.
WORKING_DAY = _counted("working-day", "工作日", "个工作日", "working day")
CALENDAR_DAY = _counted("calendar-day", "自然日", "个自然日", "calendar day")
DAY = UnitOfMeasure("day", t("天", "day"), plural="days", dimension="time", scale=Fraction(24))
HOUR = UnitOfMeasure("hour", t("小时", "hour"), plural="hours", dimension="time")
MONTH = UnitOfMeasure("month", t("月", "month"), "个月", "months", "months")
YEAR = UnitOfMeasure("year", t("年", "year"), plural="years", dimension="months", scale=Fraction(12))

# Both hold the share itself (0.05); they differ in how it is written for a person (0.05, 5%).
RATIO = UnitOfMeasure("ratio", t("比值", "ratio"), dimension="share")
PERCENT = UnitOfMeasure("percent", t("百分比", "percent"), dimension="share")

CNY = _sized("CNY", "CNY", "元")
CNY_10000 = _sized("CNY", "1e4 CNY", "万元", 10_000, en="ten thousand CNY")
USD = _sized("USD", "USD", "美元")

KWH = _sized("energy", "kWh", "千瓦时")
MWH = _sized("energy", "MWh", "兆瓦时", 1_000)
GJ = _sized("energy", "GJ", "吉焦", Fraction(1_000_000, 3_600))
KW = _sized("power", "kW", "千瓦")
MW = _sized("power", "MW", "兆瓦", 1_000)
KV = _sized("voltage", "kV", "千伏")
KVA = _sized("apparent power", "kVA", "千伏安")
M2 = _sized("area", "m2", "平方米", en="m²")
KM2 = _sized("area", "km2", "平方千米", 1_000_000, en="km²")
KM = _sized("length", "km", "千米")
KG = _sized("mass", "kg", "千克")
TONNE = _sized("mass", "t", "吨", 1_000)
TCO2 = _sized("carbon", "tCO2", "吨二氧化碳", en="tCO₂")
TCE = _sized("coal equivalent", "tce", "吨标准煤")
NM3_10000 = _sized("gas volume", "1e4Nm3", "万标准立方米", 10_000, en="ten thousand Nm³")
RIDERS = _sized("riders", "riders", "人次", en="rider", plural="riders")
RIDERS_10000 = _sized("riders", "1e4 riders", "万人次", 10_000, en="ten thousand riders")
PATENTS_PER_10000 = _counted("patent per 10000 people", "每万人专利拥有量", "件/万人", "patent per 10,000 people")

_TABLE = {value.code: value for value in list(globals().values()) if isinstance(value, UnitOfMeasure)}


def unit(code: str, field: str = "unit") -> UnitOfMeasure:
    """The unit of a code; ``a/b`` is the rate of two of them. ``Invalid`` names the field for an unknown code."""
    if code in _TABLE:
        return _TABLE[code]
    parts = [_TABLE.get(part) for part in code.split("/")]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts) or len(parts) < 2:
        raise Invalid(field, _UNKNOWN.format(field=field, code=code))
    return reduce(per, known)


def all_units() -> tuple[UnitOfMeasure, ...]:
    """Every unit of the table, in its order."""
    return tuple(_TABLE.values())
