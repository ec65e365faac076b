"""2.3A Is a unit a major hazard, and of which grade / 危险化学品重大危险源辨识与分级.

S adds up each substance's share of its critical quantity; from 1 on the unit is a major hazard. R weighs the shares by
how dangerous the substance is and by how many people live within 500 m, and gives the grade. A substance is looked up
by name or CAS number first, then by its classes of hazard: the lowest critical quantity and the highest factor count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Context, Decimal
from fractions import Fraction
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.mechanisms.declare import Setting, mechanism
from mulberry.record.fields import Fields, choice, choices, decimal, many, text, whole, yes_no
from mulberry_sip.law.major_hazards import GB_18218_2018, ORDER_40, WORK_SAFETY_LAW
from mulberry_sip.m02_bonded_zone.hazard_classes import CLASSES
from mulberry_sip.m02_bonded_zone.hazard_substances import BETA_BY_CAS, BY_CAS, BY_NAME, Substance, well_formed

SHOWN = Context(prec=60, rounding=ROUND_DOWN)
PLACES = Decimal("1E-12")

# Table 5: permanent residents within 500 m of the plant's boundary, and the grades of R
ALPHA = ((100, "2"), (50, "1.5"), (30, "1.2"), (1, "1"), (0, "0.5"))
GRADES = ((100, 1), (50, 2), (10, 3), (0, 4))

BAD_CAS = t(
    "CAS号（cas）：第{n}项的“{cas}”格式或校验码不对，请核对安全技术说明书。",
    "CAS number (cas): “{cas}” of item {n} is malformed or fails its check digit; see the safety data sheet.",
)
NEGATIVE = t(
    "设计最大量（quantity_t）：第{n}项不能小于零，单位为吨。",
    "Design maximum (quantity_t): item {n} cannot be below zero; it is in tonnes.",
)
WHICH = t(
    "名称（name）：第{n}项按含量分别规定临界量，名称须是下列之一：{names}。",
    "Name (name): item {n} has several critical quantities by content; give one of these names: {names}.",
)
MISMATCH = t(
    "名称（name）：第{n}项的名称“{name}”与CAS号{cas}不是同一物质，请核对。",
    "Name (name): “{name}” of item {n} is not the substance with the CAS number {cas}; check both.",
)
NO_CLASS = t(
    "危险性类别（classes）：第{n}项不在表1或表3中，请填写其危险性类别（J1至W11）。",
    "Hazard classes (classes): item {n} is not named in table 1 or 3; give its classes of hazard (J1 to W11).",
)
NO_FACTOR = t(
    "危险性类别（classes）：第{n}项的校正系数β按类别确定，请填写其危险性类别（J1至W11）。",
    "Hazard classes (classes): the factor β of item {n} follows from its class; give its classes (J1 to W11).",
)
EARLIER = t(
    "判定日期（as_of）：2019年3月1日前适用GB 18218-2009，其临界量表尚未录入，请改用之后的日期或先补录。",
    "Date (as_of): before 1 March 2019 GB 18218-2009 applied; its tables are not established here. Use a later date, "
    "or have them entered.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One substance: its share of the critical quantity, and its factor, none where only its class would tell."""

    cas: str | None
    name: str | None
    share: Fraction
    critical_t: Fraction
    beta: Fraction | None

    def to_json(self) -> dict[str, Any]:
        beta = None if self.beta is None else _shown(self.beta)
        shown = {"critical_quantity_t": _shown(self.critical_t), "beta": beta, "share": _shown(self.share)}
        return {"cas": self.cas, "name": self.name, **shown}


@mechanism(
    id="major-hazard-grading",
    system="2.3A",
    clauses="2.3",
    title=t("危险化学品重大危险源辨识与分级", "Major hazard installation: identification and grading"),
    subject="unit",
    takes=Fields(
        unit_kind=choice(
            t("单元类型", "Kind of unit"),
            {
                "production": t("生产单元（以切断阀为界）", "production unit, cut at its isolation valves"),
                "storage": t("储存单元（同一防火堤内的罐区或独立库房）", "tanks inside one bund, or one warehouse"),
            },
            optional=True,
        ),
        chemicals=many(
            t("危险化学品", "Chemicals"),
            Fields(
                # a mixture counts as the pure substance only where both are of one class of hazard
                cas=text(
                    t(
                        "CAS号（混合物与纯物质危险性类别不同的不填）",
                        "CAS number (none for a mixture of another class than the pure substance)",
                    ),
                    length=20,
                    optional=True,
                ),
                name=text(t("名称", "Name"), length=200, optional=True),
                classes=choices(
                    t("危险性类别", "Hazard classes"), {id_: one.title for id_, one in CLASSES.items()}, optional=True
                ),
                quantity_t=decimal(t("设计最大量", "Design maximum"), low=None, unit="t", places=9),
                count=whole(t("相同容器的数量", "Number of equal vessels"), low=1, optional=True),
            ),
        ),
        exposed_persons=whole(t("厂界外500米内常住人口", "Residents within 500 m of the boundary"), unit="person"),
    ),
    gives=Fields(
        s=decimal(t("辨识指标S", "Indicator S"), places=12),
        alpha=decimal(t("暴露人员校正系数α", "Factor α for exposed persons")),
        r=decimal(t("分级指标R", "Indicator R"), places=12, optional=True),
        major=yes_no(t("构成重大危险源", "Is a major hazard")),
        grade=whole(t("级别", "Grade"), low=1, high=4, optional=True),
        lines=many(
            t("逐项计算", "By substance"),
            Fields(
                cas=text(t("CAS号", "CAS number"), optional=True),
                name=text(t("名称", "Name"), optional=True),
                critical_quantity_t=decimal(t("临界量", "Critical quantity"), unit="t"),
                beta=decimal(t("校正系数β", "Factor β"), optional=True),
                share=decimal(t("占临界量之比", "Share of the critical quantity"), places=12),
            ),
        ),
    ),
    bases=(GB_18218_2018.art(""), WORK_SAFETY_LAW.art(""), ORDER_40.art(7), ORDER_40.art(8)),
)
def major_hazard_grading(given: Mapping[str, Any], setting: Setting) -> Mapping[str, Any]:
    """S, R and the grade; no grade where S is below 1. R is left out where a factor is not known and none is needed."""
    if not GB_18218_2018.in_force(setting.as_of):
        raise Invalid("as_of", EARLIER)
    lines = [_line(item, n) for n, item in enumerate(given["chemicals"], 1)]
    s = sum((line.share for line in lines), Fraction(0))
    alpha = next(Fraction(alpha) for persons, alpha in ALPHA if given["exposed_persons"] >= persons)
    r = _weighed(lines, alpha, needed=s >= 1)
    return {
        "s": _shown(s),
        "alpha": _shown(alpha),
        "r": None if r is None else _shown(r),
        "major": s >= 1,
        "grade": None if s < 1 or r is None else next(grade for start, grade in GRADES if r >= start),
        "lines": [line.to_json() for line in lines],
    }


def _weighed(lines: list[Line], alpha: Fraction, *, needed: bool) -> Fraction | None:
    """R, or nothing where a factor is not known; refused where R is needed."""
    total = Fraction(0)
    for n, line in enumerate(lines, 1):
        if line.beta is None:
            if needed:
                raise Invalid("classes", NO_FACTOR.format(n=n))
            return None
        total += line.beta * line.share
    return alpha * total


def _line(item: Mapping[str, Any], n: int) -> Line:
    if item["quantity_t"] < 0:
        raise Invalid("quantity_t", NEGATIVE.format(n=n))
    named = _named(item, n)
    classes = [CLASSES[one] for one in item["classes"] or ()]
    critical = named.critical_t if named else None
    if critical is None:
        critical = min((one.critical_t for one in classes), default=None)
    if critical is None:
        raise Invalid("classes", NO_CLASS.format(n=n))
    factors = [BETA_BY_CAS[cas] for cas in (named.cas if named else ()) if cas in BETA_BY_CAS]
    beta = max(factors or [one.beta for one in classes], default=None)
    quantity = Fraction(item["quantity_t"]) * (item["count"] or 1)
    return Line(item["cas"], item["name"], quantity / critical, critical, beta)


def _named(item: Mapping[str, Any], n: int) -> Substance | None:
    """The substance of table 1 or 3 that the CAS number or, without one, the name tells."""
    cas, name = item["cas"], item["name"] or ""
    by_name = BY_NAME.get(name.strip().casefold())
    if cas is None:
        return by_name
    if not well_formed(cas):
        raise Invalid("cas", BAD_CAS.format(n=n, cas=cas))
    rows = BY_CAS.get(cas, ())
    if by_name is not None and by_name.cas and by_name not in rows:
        raise Invalid("name", MISMATCH.format(n=n, name=name, cas=cas))
    if len(rows) > 1 and by_name is None:
        raise Invalid("name", _which(rows).format(n=n))
    return by_name or next(iter(rows), None)


def _which(rows: tuple[Substance, ...]) -> Text:
    zh, en = "；".join(row.name.zh for row in rows), "; ".join(row.name.en for row in rows)
    return Text(WHICH.zh.replace("{names}", zh), WHICH.en.replace("{names}", en))


def _shown(value: Fraction) -> Decimal:
    """Exact where its decimals end, else cut off after twelve places, so that what is shown never passes a line that
    the value does not reach."""
    exact = SHOWN.divide(Decimal(value.numerator), Decimal(value.denominator))
    return exact if Fraction(exact) == value else exact.quantize(PLACES, ROUND_DOWN)
