"""Human genetic resources / 人类遗传资源: who may do what with them, and what it costs not to.

The health authority has been in charge since 2024-05-01; the rules of 2023 still name the science ministry.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mulberry.law.basis import Basis, Law
from mulberry.law.parameters import Parameter, fixed, parameter
from mulberry.law.text import Text, t
from mulberry_sip.law.data_export_routes import HGR_REGULATION

__all__ = ["HGR_REGULATION"]

BIOSECURITY_LAW = Law(
    "biosecurity-law",
    t("中华人民共和国生物安全法", "Biosecurity Law"),
    since=date(2021, 4, 15),
    confirmed=True,
)

HGR_RULES = Law(
    "human-genetic-resources-rules",
    t(
        "人类遗传资源管理条例实施细则",
        "Implementing Rules of the Regulation on the Administration of Human Genetic Resources",
    ),
    number="科学技术部令第21号",
    since=date(2023, 7, 1),
)
"""Articles 2, 27 to 29, 37 and 47 to 50 were read in copies; 12, 31 to 36 and 39 to 46 are recalled."""

HGR_TRAINING = Law(
    "human-genetic-resources-training-2023",
    t(
        "科学技术部人类遗传资源管理条例实施细则培训答疑（2023年7月）",
        "Answers given by the Ministry of Science and Technology at its training on the rules, July 2023",
    ),
    since=date(2023, 7, 1),
)
"""How those who apply the rules read them; no rule itself."""

# Who counts as foreign, and from where on the state wants to know
FOREIGN_SHARE = fixed(
    "hgr.foreign_share",
    t("构成外方单位的持股等比例（含本数）", "Share from which a party is foreign, inclusive"),
    Decimal("0.5"),
    HGR_RULES.art("12(1)"),
    type="percent",
)
PEDIGREE_GENERATIONS = fixed(
    "hgr.pedigree_generations",
    t("重要遗传家系的最少代数", "Generations from which a pedigree is important"),
    3,
    HGR_RULES.art("27(1)"),
    unit="generation",
    standing="confirmed",
)
COLLECTION_PERSONS = fixed(
    "hgr.collection_persons",
    t("须经采集审批的人数（大于）", "Persons above which a collection needs approval"),
    3000,
    HGR_RULES.art("27(3)"),
    unit="person",
    standing="confirmed",
)
MARKETING_TRIALS_EXEMPT = fixed(
    "hgr.marketing_trials_need_no_collection_approval",
    t(
        "为取得上市许可的临床试验，采集重要家系、特定地区资源是否也不需审批",
        "Whether trials for marketing need no approval for pedigrees and special regions either",
    ),
    True,
    HGR_TRAINING.art(""),
    type="bool",
)
"""The rules say it of large numbers only (art. 27(3)); the ministry's trainers say it of all three."""
REVIEW_PERSONS = fixed(
    "hgr.security_review_persons",
    t("须经安全审查的外显子组、基因组信息人数（大于）", "Persons above which exome or genome data need a review"),
    500,
    HGR_RULES.art("37(3)"),
    unit="person",
    standing="confirmed",
)
CHANGE_TOLERANCE = fixed(
    "hgr.change_tolerance",
    t("累计超出获批数量而只须说明的比例（含本数）", "Excess over the approved quantity that is only explained"),
    Decimal("0.1"),
    HGR_RULES.art(47),
    type="percent",
    standing="confirmed",
)


def _fine(name: str, title: Text, cny: int, basis: Basis) -> Parameter:
    return fixed(f"hgr.fine.{name}", title, cny, basis, type="money", unit="CNY", standing="confirmed")


# What a breach costs (read in a published copy of the regulation and of the law)
FINE_LOW = _fine("low_cny", t("罚款下限", "Least fine"), 500_000, HGR_REGULATION.art("36-39"))
FINE_HIGH = _fine(
    "high_cny",
    t("未经批准或备案、提供虚假材料的罚款上限", "Highest fine for acting without approval or filing, or false papers"),
    5_000_000,
    HGR_REGULATION.art("36-37"),
)
FINE_HIGH_DUTIES = _fine(
    "high_duties_cny",
    t("违反伦理、知情同意、报告要求的罚款上限", "Highest fine for lack of ethics review, consent or report"),
    1_000_000,
    HGR_REGULATION.art(39),
)
FINE_HIGH_LATE = _fine(
    "high_late_cny", t("未及时报告的罚款上限", "Highest fine for a late report"), 500_000, HGR_REGULATION.art(40)
)
FINE_LOW_GRAVE = _fine(
    "low_grave_cny",
    t("外方违法、买卖的罚款下限", "Least fine for forbidden acts of a foreign party, and for trade"),
    1_000_000,
    HGR_REGULATION.art("41-42"),
)
FINE_HIGH_GRAVE = _fine(
    "high_grave_cny",
    t("外方违法、买卖的罚款上限", "Highest fine for the same"),
    10_000_000,
    HGR_REGULATION.art("41-42"),
)
GAIN_LINE = _fine(
    "gain_line_cny",
    t("按违法所得倍数罚款的起点（含本数）", "Illegal gain from which the fine is a multiple of it"),
    1_000_000,
    HGR_REGULATION.art("36-42"),
)
TIMES_LOW = fixed(
    "hgr.fine.times_low",
    t("按违法所得罚款的最低倍数", "Least multiple of the illegal gain"),
    5,
    HGR_REGULATION.art("36-42"),
    standing="confirmed",
)
TIMES_HIGH = fixed(
    "hgr.fine.times_high",
    t("按违法所得罚款的最高倍数", "Highest multiple of the illegal gain"),
    10,
    HGR_REGULATION.art("36-42"),
    standing="confirmed",
)


def _foreign_times(name: str, title: Text, regulation: int, law: int) -> Parameter:
    """The regulation's multiple until the Biosecurity Law set a higher one."""
    return parameter(
        f"hgr.fine.{name}",
        title,
        (regulation, HGR_REGULATION.since, "2021-04-14", HGR_REGULATION.art(41), "confirmed"),
        (law, BIOSECURITY_LAW.since, None, BIOSECURITY_LAW.art(80), "confirmed"),
    )


FOREIGN_TIMES_LOW = _foreign_times(
    "foreign_times_low", t("外方违法：最低倍数", "Forbidden acts of a foreign party: least multiple"), 5, 10
)
FOREIGN_TIMES_HIGH = _foreign_times(
    "foreign_times_high", t("外方违法：最高倍数", "Forbidden acts of a foreign party: highest multiple"), 10, 20
)
