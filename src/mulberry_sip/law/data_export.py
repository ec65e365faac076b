"""Cross-border data flow: the Personal Information Protection Law, the Network Data Security Regulation, and the orders
of the Cyberspace Administration / 个人信息保护法、网络数据安全管理条例、国家网信办令.

Order 16 prevails over Orders 11 and 13 where they differ (its art. 13).
"""

from __future__ import annotations

from datetime import date

from mulberry.law.basis import Law
from mulberry.law.parameters import fixed
from mulberry.law.text import t

PIPL = Law("pipl", t("中华人民共和国个人信息保护法", "Personal Information Protection Law"), since=date(2021, 11, 1))
NETWORK_DATA_REGULATION = Law(
    "network-data-regulation",
    t("网络数据安全管理条例", "Network Data Security Regulation"),
    number="国务院令第790号",
    since=date(2025, 1, 1),
)
CAC_ORDER_11 = Law(
    "cac-order-11",
    t("数据出境安全评估办法", "Measures on the Security Assessment of Data Exports"),
    number="国家互联网信息办公室令第11号",
    since=date(2022, 9, 1),
)
CAC_ORDER_13 = Law(
    "cac-order-13",
    t("个人信息出境标准合同办法", "Measures on the Standard Contract for the Export of Personal Information"),
    number="国家互联网信息办公室令第13号",
    since=date(2023, 6, 1),
)
CAC_ORDER_16 = Law(
    "cac-order-16",
    t("促进和规范数据跨境流动规定", "Provisions on Promoting and Regulating Cross-border Data Flow"),
    number="国家互联网信息办公室令第16号",
    since=date(2024, 3, 22),
)
CERTIFICATION_MEASURES = Law(
    "cac-samr-order-20",
    t("个人信息出境认证办法", "Measures on Certification of Personal Information Export"),
    number="国家互联网信息办公室、国家市场监督管理总局令第20号",
    since=date(2026, 1, 1),
)
CONTRACT_FILING_GUIDE = Law(
    "standard-contract-filing-guide",
    t("个人信息出境标准合同备案指南", "Guide to filing the standard contract"),
)

# Lines between the routes, counted in distinct persons since 1 January; sensitive and non-sensitive counted apart.
NONSENSITIVE_ASSESSMENT = fixed(
    "data_export.nonsensitive.assessment",
    t("须申报安全评估的人数（不含敏感）", "Persons from which an assessment is needed, non-sensitive"),
    1_000_000,
    CAC_ORDER_16.art(7),
    unit="person",
)
SENSITIVE_ASSESSMENT = fixed(
    "data_export.sensitive.assessment",
    t("须申报安全评估的人数（敏感）", "Persons from which an assessment is needed, sensitive"),
    10_000,
    CAC_ORDER_16.art(7),
    unit="person",
)
NONSENSITIVE_CONTRACT = fixed(
    "data_export.nonsensitive.contract",
    t(
        "须订立标准合同或认证的人数（不含敏感）",
        "Persons from which a contract or certificate is needed, non-sensitive",
    ),
    100_000,
    CAC_ORDER_16.art(8),
    unit="person",
)
SENSITIVE_CONTRACT = fixed(
    "data_export.sensitive.contract",
    t("须订立标准合同或认证的人数（敏感）", "Persons from which a contract or certificate is needed, sensitive"),
    1,
    CAC_ORDER_16.art(8),
    unit="person",
)

# Security assessment
ASSESSMENT_COMPLETENESS_DAYS = fixed(
    "data_export.assessment.completeness_days",
    t("省级网信部门完备性查验期限", "Days to check completeness"),
    5,
    CAC_ORDER_11.art(7),
    unit="working-day",
)
ASSESSMENT_ACCEPTANCE_DAYS = fixed(
    "data_export.assessment.acceptance_days",
    t("国家网信部门受理期限", "Days to accept"),
    7,
    CAC_ORDER_11.art(7),
    unit="working-day",
)
ASSESSMENT_DAYS = fixed(
    "data_export.assessment.days",
    t("安全评估期限", "Days to assess"),
    45,
    CAC_ORDER_11.art(12),
    unit="working-day",
)
REASSESSMENT_DAYS = fixed(
    "data_export.assessment.objection_days",
    t("对评估结果申请复评的期限", "Days to ask for a second assessment"),
    15,
    CAC_ORDER_11.art(13),
    unit="working-day",
)
ASSESSMENT_VALIDITY_YEARS = fixed(
    "data_export.assessment.validity_years",
    t("评估结果有效期", "Validity of an assessment"),
    3,
    CAC_ORDER_16.art(9),
    unit="year",
)
ASSESSMENT_RENEWAL_DAYS = fixed(
    "data_export.assessment.renewal_days",
    t("可申请延长评估结果有效期的届满前期间", "Days before expiry in which an extension may be asked for"),
    60,
    CAC_ORDER_16.art(9),
    unit="working-day",
)

# Standard contract
CONTRACT_FILING_DAYS = fixed(
    "data_export.contract.filing_days",
    t("标准合同生效后备案期限", "Days to file after the contract takes effect"),
    10,
    CAC_ORDER_13.art(7),
    unit="working-day",
)
CONTRACT_CHECK_DAYS = fixed(
    "data_export.contract.check_days",
    t("备案材料查验期限", "Days to check the filing"),
    15,
    CONTRACT_FILING_GUIDE.art(""),
    unit="working-day",
)
CONTRACT_SUPPLY_DAYS = fixed(
    "data_export.contract.supply_days",
    t("补充完善备案材料的期限", "Days to complete the filing"),
    10,
    CONTRACT_FILING_GUIDE.art(""),
    unit="working-day",
)

# Certification
CERTIFICATE_VALIDITY_YEARS = fixed(
    "data_export.certificate.validity_years",
    t("认证证书有效期", "Validity of a certificate"),
    3,
    CERTIFICATION_MEASURES.art(""),
    unit="year",
)
CERTIFICATE_RENEWAL_MONTHS = fixed(
    "data_export.certificate.renewal_months",
    t("证书届满前申请延续的期限", "Months before expiry by which a renewal is asked for"),
    6,
    CERTIFICATION_MEASURES.art(""),
    unit="month",
)
