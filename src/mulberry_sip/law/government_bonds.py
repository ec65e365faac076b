"""Special bonds of local governments for projects / 地方政府专项债券.

The rules of 2024-12-25 turned the list of what may be funded into a list of what may not. No national figure above 1 is
set for coverage: what provinces and markets ask is a parameter to be entered with its origin.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mulberry.law.basis import Law
from mulberry.law.parameters import missing, parameter
from mulberry.law.text import t

GOB52 = Law(
    "special-bonds-2024-52",
    t(
        "关于优化完善地方政府专项债券管理机制的意见",
        "Opinions on Improving the Management of Local Government Special Bonds",
    ),
    number="国办发〔2024〕52号",
    since=date(2024, 12, 25),
)
MOF89 = Law(
    "special-bonds-2017-89",
    t(
        "关于试点发展项目收益与融资自求平衡的地方政府专项债券品种的通知",
        "Notice on Special Bonds whose Project Income Balances the Financing",
    ),
    number="财预〔2017〕89号",
    since=date(2017, 6, 2),
)
CAPITAL_26 = Law(
    "project-capital-2019-26",
    t("关于加强固定资产投资项目资本金管理的通知", "State Council Notice on the Capital of Investment Projects"),
    number="国发〔2019〕26号",
    since=date(2019, 11, 20),
)
CAPITAL_51 = Law(
    "project-capital-2015-51",
    t("关于调整和完善固定资产投资项目资本金制度的通知", "State Council Notice Adjusting the Capital System"),
    number="国发〔2015〕51号",
    since=date(2015, 9, 9),
)

AS_CAPITAL_CEILING = parameter(
    "special_bond.as_capital_ceiling",
    t("用作项目资本金的规模上限（占全省用于项目建设的专项债券）", "Most of a province's special bonds used as capital"),
    (Decimal("0.25"), None, "2024-12-24", GOB52.art(""), "confirmed"),
    (Decimal("0.30"), "2024-12-25", None, GOB52.art(""), "confirmed"),
    type="percent",
)
FIELDS_OF_2024 = parameter(
    "special_bond.fields_of_2024",
    t("2024年12月25日新列入的行业可以用作资本金", "The fields added on 25 December 2024 are on the list for capital"),
    (False, None, "2024-12-24", GOB52.art(""), "unconfirmed"),
    (True, "2024-12-25", None, GOB52.art(""), "confirmed"),
    type="bool",
)
OTHER_CAPITAL_INDUSTRIES = missing(
    "special_bond.capital_industries",
    t(
        "所列之外的行业是否也在可用作资本金的行业范围内",
        "Whether a field not named here is on the list for capital too",
    ),
    GOB52.art(""),
    type="bool",
)
"""The 22 industries are recalled in part; those the sheet names are taken, for others the list has to be read."""
COVERAGE_REQUIRED = missing(
    "special_bond.coverage_required",
    t("要求的本息覆盖倍数", "Coverage asked for"),
    MOF89.art(""),
    type="decimal",
)
"""The statute asks that income balance the financing, that is 1. Practice asks 1.1 or 1.2, with no national rule."""
