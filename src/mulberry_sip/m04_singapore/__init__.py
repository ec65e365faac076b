"""Measure 4: cooperation between China and Singapore / 全面深化中新合作."""

from mulberry.instrument import Instrument
from mulberry_sip.m04_singapore.certification import Certification
from mulberry_sip.m04_singapore.data_assessment_extension import DataAssessmentExtension
from mulberry_sip.m04_singapore.data_export_route import DataExportRoute
from mulberry_sip.m04_singapore.data_exports import DataExports
from mulberry_sip.m04_singapore.export_counter import DataExportCounter
from mulberry_sip.m04_singapore.negative_list import DataNegativeList
from mulberry_sip.m04_singapore.outbound_change_filing import OutboundChangeFiling
from mulberry_sip.m04_singapore.outbound_commerce_route import OutboundCommerceRoute
from mulberry_sip.m04_singapore.outbound_development_route import OutboundDevelopmentRoute
from mulberry_sip.m04_singapore.outbound_fx_registration import OutboundFxRegistration
from mulberry_sip.m04_singapore.outbound_key_supervision import OutboundKeySupervision
from mulberry_sip.m04_singapore.outbound_reports_on_time import outbound_reports_on_time
from mulberry_sip.m04_singapore.outbound_risk_score import outbound_risk_score
from mulberry_sip.m04_singapore.security_assessment import SecurityAssessment
from mulberry_sip.m04_singapore.standard_contract import StandardContractFiling

INSTRUMENTS: tuple[Instrument, ...] = (
    DataExportRoute,
    SecurityAssessment,
    DataAssessmentExtension,
    StandardContractFiling,
    Certification,
    DataExports,
    DataExportCounter,
    DataNegativeList,
    OutboundDevelopmentRoute,
    OutboundCommerceRoute,
    OutboundFxRegistration,
    OutboundChangeFiling,
    OutboundKeySupervision,
    outbound_risk_score,
    outbound_reports_on_time,
)
