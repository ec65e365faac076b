"""Measure 10: biomedicine and clusters / 生物医药与产业集群."""

from mulberry.instrument import Instrument
from mulberry_sip.m10_biomedicine.hgr_acceptance import hgr_first_time_acceptance
from mulberry_sip.m10_biomedicine.hgr_change import HgrChangeNeeded
from mulberry_sip.m10_biomedicine.hgr_penalty import HgrPenalty
from mulberry_sip.m10_biomedicine.hgr_route import HgrRoute

INSTRUMENTS: tuple[Instrument, ...] = (HgrRoute, HgrChangeNeeded, HgrPenalty, hgr_first_time_acceptance)
