"""2.3A The substances that GB 18218-2018 names, with their critical quantities / 表1、表3所列危险化学品."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mulberry.law.text import Text, t

CAS = re.compile(r"\d{2,7}-\d{2}-\d")


@dataclass(frozen=True, slots=True)
class Substance:
    """One row: its names, its CAS numbers (several where a row covers several substances), and its critical quantity
    in tonnes, none where only its correction factor is named."""

    name: Text
    cas: tuple[str, ...]
    critical_t: Fraction | None


def _row(cas: str, zh: str, en: str, critical_t: str = "") -> Substance:
    return Substance(t(zh, en), tuple(cas.split()), Fraction(critical_t) if critical_t else None)


# fmt: off
TABLE_1: tuple[Substance, ...] = (
    _row("7664-41-7", "氨", "ammonia", "10"),
    _row("7783-41-7", "二氟化氧", "oxygen difluoride", "1"),
    _row("10102-44-0", "二氧化氮", "nitrogen dioxide", "1"),
    _row("7446-09-5", "二氧化硫", "sulphur dioxide", "20"),
    _row("7782-41-4", "氟", "fluorine", "1"),
    _row("75-44-5", "碳酰氯", "phosgene", "0.3"),
    _row("75-21-8", "环氧乙烷", "ethylene oxide", "10"),
    _row("50-00-0", "甲醛（含量>90%）", "formaldehyde (> 90 %)", "5"),
    _row("7803-51-2", "磷化氢", "phosphine", "1"),
    _row("7783-06-4", "硫化氢", "hydrogen sulphide", "5"),
    _row("7647-01-0", "氯化氢（无水）", "hydrogen chloride (anhydrous)", "20"),
    _row("7782-50-5", "氯", "chlorine", "5"),
    _row("", "煤气（CO，CO和H2、CH4的混合物等）", "coal gas", "20"),
    _row("7784-42-1", "砷化氢", "arsine", "1"),
    _row("7803-52-3", "锑化氢", "stibine", "1"),
    _row("7783-07-5", "硒化氢", "hydrogen selenide", "1"),
    _row("74-83-9", "溴甲烷", "methyl bromide", "10"),
    _row("75-86-5", "丙酮氰醇", "acetone cyanohydrin", "20"),
    _row("107-02-8", "丙烯醛", "acrolein", "20"),
    _row("7664-39-3", "氟化氢", "hydrogen fluoride", "1"),
    _row("106-89-8", "环氧氯丙烷", "epichlorohydrin", "20"),
    _row("3132-64-7", "环氧溴丙烷", "epibromohydrin", "20"),
    _row("26471-62-5", "甲苯二异氰酸酯", "toluene diisocyanate", "100"),
    _row("10025-67-9", "一氯化硫", "disulphur dichloride", "1"),
    _row("74-90-8", "氰化氢", "hydrogen cyanide", "1"),
    _row("7446-11-9", "三氧化硫", "sulphur trioxide", "75"),
    _row("107-11-9", "3-氨基丙烯", "allylamine", "20"),
    _row("7726-95-6", "溴", "bromine", "20"),
    _row("151-56-4", "乙撑亚胺", "ethyleneimine", "20"),
    _row("624-83-9", "异氰酸甲酯", "methyl isocyanate", "0.75"),
    _row("18810-58-7", "叠氮化钡", "barium azide", "0.5"),
    _row("13424-46-9", "叠氮化铅", "lead azide", "0.5"),
    _row("628-86-4", "雷汞", "mercury fulminate", "0.5"),
    _row("28653-16-9", "三硝基苯甲醚", "trinitroanisole", "5"),
    _row("118-96-7", "2,4,6-三硝基甲苯", "trinitrotoluene", "5"),
    _row("55-63-0", "硝化甘油", "nitroglycerin", "1"),
    _row("9004-70-0", "硝化纤维素[干的或含水（或乙醇）<25%]",
         "nitrocellulose (dry, or water or alcohol < 25 %)", "1"),
    _row("9004-70-0", "硝化纤维素（未改型的，或增塑的，含增塑剂<18%）",
         "nitrocellulose (unmodified, or plasticiser < 18 %)", "1"),
    _row("9004-70-0", "硝化纤维素（含乙醇≥25%）", "nitrocellulose (alcohol >= 25 %)", "10"),
    _row("9004-70-0", "硝化纤维素（含氮≤12.6%）", "nitrocellulose (nitrogen <= 12.6 %)", "50"),
    _row("9004-70-0", "硝化纤维素（含水≥25%）", "nitrocellulose (water >= 25 %)", "50"),
    _row("9004-70-0", "硝化纤维素溶液（含氮量≤12.6%，含硝化纤维素≤55%）",
         "nitrocellulose solution (nitrogen <= 12.6 %, nitrocellulose <= 55 %)", "50"),
    _row("6484-52-2", "硝酸铵（含可燃物>0.2%）", "ammonium nitrate (combustibles > 0.2 %)", "5"),
    _row("6484-52-2", "硝酸铵（含可燃物≤0.2%）", "ammonium nitrate (combustibles <= 0.2 %)", "50"),
    _row("6484-52-2", "硝酸铵肥料（含可燃物≤0.4%）", "ammonium nitrate fertiliser (combustibles <= 0.4 %)", "200"),
    _row("7757-79-1", "硝酸钾", "potassium nitrate", "1000"),
    _row("106-99-0", "1,3-丁二烯", "1,3-butadiene", "5"),
    _row("115-10-6", "二甲醚", "dimethyl ether", "50"),
    _row("74-82-8 8006-14-2", "甲烷，天然气", "methane, natural gas", "50"),
    _row("75-01-4", "氯乙烯", "vinyl chloride", "50"),
    _row("1333-74-0", "氢", "hydrogen", "5"),
    _row("68476-85-7 74-98-6 106-97-8", "液化石油气（含丙烷、丁烷及其混合物）",
         "liquefied petroleum gas (propane, butane and their mixtures)", "50"),
    _row("74-89-5", "一甲胺", "methylamine", "5"),
    _row("74-86-2", "乙炔", "acetylene", "1"),
    _row("74-85-1", "乙烯", "ethylene", "50"),
    _row("7782-44-7", "氧（压缩的或液化的）", "oxygen (compressed or liquefied)", "200"),
    _row("71-43-2", "苯", "benzene", "50"),
    _row("100-42-5", "苯乙烯", "styrene", "500"),
    _row("67-64-1", "丙酮", "acetone", "500"),
    _row("107-13-1", "2-丙烯腈", "acrylonitrile", "50"),
    _row("75-15-0", "二硫化碳", "carbon disulphide", "50"),
    _row("110-82-7", "环己烷", "cyclohexane", "500"),
    _row("75-56-9", "1,2-环氧丙烷", "propylene oxide", "10"),
    _row("108-88-3", "甲苯", "toluene", "500"),
    _row("67-56-1", "甲醇", "methanol", "500"),
    _row("86290-81-5", "汽油", "petrol", "200"),
    _row("64-17-5", "乙醇", "ethanol", "500"),
    _row("60-29-7", "乙醚", "diethyl ether", "10"),
    _row("141-78-6", "乙酸乙酯", "ethyl acetate", "500"),
    _row("110-54-3", "正己烷", "n-hexane", "500"),
    _row("79-21-0", "过乙酸", "peracetic acid", "10"),
    _row("1338-23-4", "过氧化甲基乙基酮", "methyl ethyl ketone peroxide", "10"),
    _row("12185-10-3", "白磷", "white phosphorus", "50"),
    _row("", "烷基铝", "aluminium alkyls", "1"),
    _row("19624-22-7", "戊硼烷", "pentaborane", "1"),
    _row("17014-71-0", "过氧化钾", "potassium peroxide", "20"),
    _row("1313-60-6", "过氧化钠", "sodium peroxide", "20"),
    _row("3811-04-9", "氯酸钾", "potassium chlorate", "100"),
    _row("7775-09-9", "氯酸钠", "sodium chlorate", "100"),
    _row("52583-42-3", "发烟硝酸", "fuming nitric acid", "20"),
    _row("7697-37-2", "硝酸（发红烟的除外，含硝酸>70%）", "nitric acid (not red fuming, > 70 %)", "100"),
    _row("506-93-4", "硝酸胍", "guanidine nitrate", "50"),
    _row("75-20-7", "碳化钙", "calcium carbide", "100"),
    _row("7440-09-7", "钾", "potassium", "1"),
    _row("7440-23-5", "钠", "sodium", "10"),
)
CARBON_MONOXIDE = _row("630-08-0", "一氧化碳", "carbon monoxide")
BETA_BY_CAS: Mapping[str, Fraction] = {
    cas: Fraction(beta)
    for cas, beta in (
        ("630-08-0", 2), ("7446-09-5", 2), ("7664-41-7", 2), ("75-21-8", 2), ("7647-01-0", 3), ("74-83-9", 3),
        ("7782-50-5", 4), ("7783-06-4", 5), ("7664-39-3", 5), ("10102-44-0", 10), ("74-90-8", 10), ("75-44-5", 20),
        ("7803-51-2", 20), ("624-83-9", 20),
    )
}
"""Table 3: the correction factors of toxic gases, by name."""
# fmt: on


def well_formed(cas: str) -> bool:
    """Whether a CAS number is one: its last digit checks the others."""
    if not CAS.fullmatch(cas):
        return False
    *digits, check = [int(digit) for digit in cas if digit != "-"]
    return sum(place * digit for place, digit in enumerate(reversed(digits), 1)) % 10 == check


def _by_cas() -> Iterator[tuple[str, tuple[Substance, ...]]]:
    for row in (*TABLE_1, CARBON_MONOXIDE):
        for cas in row.cas:
            yield cas, tuple(other for other in (*TABLE_1, CARBON_MONOXIDE) if cas in other.cas)


BY_CAS: Mapping[str, tuple[Substance, ...]] = dict(_by_cas())
BY_NAME: Mapping[str, Substance] = {
    name.casefold(): row for row in (*TABLE_1, CARBON_MONOXIDE) for name in (row.name.zh, row.name.en)
}
