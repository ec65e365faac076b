"""Measure 6: reform of the science system / 科技体制改革."""

from mulberry.instrument import Instrument
from mulberry_sip.m06_science_system.growth_tier_exit import StarGrowthTierExit
from mulberry_sip.m06_science_system.ipo_pipeline import ipo_pipeline
from mulberry_sip.m06_science_system.listing_sets import ListingSets
from mulberry_sip.m06_science_system.nursery_rung import IpoNurseryRung
from mulberry_sip.m06_science_system.star_attributes import StarAttributes

INSTRUMENTS: tuple[Instrument, ...] = (
    StarAttributes,
    ListingSets,
    StarGrowthTierExit,
    IpoNurseryRung,
    ipo_pipeline,
)
