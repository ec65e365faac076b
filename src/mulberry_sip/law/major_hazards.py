"""Major hazard installations of hazardous chemicals / 危险化学品重大危险源."""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.parameters import fixed
from mulberry.law.text import t

GB_18218_2018 = Law(
    "gb-18218-2018",
    t("危险化学品重大危险源辨识", "Identification of Major Hazard Installations for Hazardous Chemicals"),
    number="GB 18218-2018",
    since=date(2019, 3, 1),
    confirmed=True,
)
"""Tables 1 to 5 read in a transcription and checked against the check digits of the CAS numbers. Until 2019-02-28
GB 18218-2009 and the annex of Order 40 applied; their tables have not been established here."""

ORDER_40 = Law(
    "major-hazard-provisions",
    t("危险化学品重大危险源监督管理暂行规定", "Interim Provisions on the Supervision of Major Hazard Installations"),
    number="国家安全生产监督管理总局令第40号",
    since=date(2011, 12, 1),
)
"""Articles 23, 27 and 28 were read, 7 to 11 are recalled."""

WORK_SAFETY_LAW = Law(
    "work-safety-law",
    t("中华人民共和国安全生产法", "Work Safety Law"),
    since=date(2002, 11, 1),
)

HAZARDOUS_CHEMICALS_LAW = Law(
    "hazardous-chemicals-law",
    t("中华人民共和国危险化学品安全法", "Hazardous Chemicals Safety Law"),
    since=date(2026, 5, 1),
)
"""Its articles on major hazards have not been read."""

REASSESSMENT_YEARS = fixed(
    "major_hazard.reassessment_years",
    t("安全评估的有效年限", "Years after which a major hazard is assessed again"),
    3,
    ORDER_40.art("11(1)"),
    unit="year",
)
