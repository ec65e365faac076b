"""An invented policy for the small pack, with what a reader marks: a broken line, conditions, notes."""

from __future__ import annotations

from tests.web.small.pack import OFFICIAL

LONG = (
    "支持桑蚕局在符合国土空间规划的前提下设立蚕种基地（以下简称基地），\n\n"
    "探索对养蚕不足15年的企业给予“丝绸、茶叶”奖励。"
)
ZH = f"桑蚕办法\n\n一、正文\n（一）补助\n{OFFICIAL[0]}{OFFICIAL[1]}{LONG}\n\n（二）附则\n{OFFICIAL[2]}\n"
EN = """Silk measures

I. Text
(1) Grants
Enterprises are encouraged to raise silkworms. Grants are given to green enterprises that have enough staff.\
 Support the Silk Office in establishing a silkworm base and explore rewards for enterprises.

(2) Final provisions
These measures apply from the day of their publication.
"""
