"""Measure 1: reform and opening up in key fields / 重点领域改革开放."""

from mulberry.instrument import Instrument
from mulberry_sip.m01_opening.court_caseload import suzhou_court_caseload
from mulberry_sip.m01_opening.court_forum import ForumNonConveniens, PrcJurisdiction, SupremeCourt
from mulberry_sip.m01_opening.court_level import CourtLevel, SuzhouCourt
from mulberry_sip.m01_opening.dispute_period import DisputePeriod

INSTRUMENTS: tuple[Instrument, ...] = (
    CourtLevel,
    SuzhouCourt,
    PrcJurisdiction,
    SupremeCourt,
    ForumNonConveniens,
    DisputePeriod,
    suzhou_court_caseload,
)
