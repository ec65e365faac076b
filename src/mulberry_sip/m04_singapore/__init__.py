"""Measure 4: cooperation between China and Singapore / 全面深化中新合作."""

from mulberry.instrument import Instrument
from mulberry_sip.m04_singapore.data_assessment_extension import DataAssessmentExtension
from mulberry_sip.m04_singapore.data_export_route import DataExportRoute

INSTRUMENTS: tuple[Instrument, ...] = (DataExportRoute, DataAssessmentExtension)
