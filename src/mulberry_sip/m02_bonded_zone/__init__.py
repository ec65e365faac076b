"""Measure 2: the free-trade zone and the bonded zone work together / 自贸试验区与综合保税区协同."""

from mulberry.instrument import Instrument
from mulberry_sip.m02_bonded_zone.hazard_grading import major_hazard_grading
from mulberry_sip.m02_bonded_zone.hazard_reassessment import MajorHazardReassessment

INSTRUMENTS: tuple[Instrument, ...] = (major_hazard_grading, MajorHazardReassessment)
