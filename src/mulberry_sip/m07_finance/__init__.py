"""Measure 7: finance for innovation / 金融支持科技创新."""

from mulberry.instrument import Instrument
from mulberry_sip.m07_finance.hnte import HnteEligibility
from mulberry_sip.m07_finance.hnte_growth import hnte_growth_points
from mulberry_sip.m07_finance.hnte_score import hnte_score_interval
from mulberry_sip.m07_finance.innovative_sme import InnovativeSme
from mulberry_sip.m07_finance.sci_tech_sme import SciTechSme
from mulberry_sip.m07_finance.specialised_sme import SpecialisedSme

INSTRUMENTS: tuple[Instrument, ...] = (
    HnteEligibility,
    hnte_growth_points,
    hnte_score_interval,
    SciTechSme,
    InnovativeSme,
    SpecialisedSme,
)
