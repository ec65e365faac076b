"""Measure 14: administration / 管理体制机制."""

from mulberry.instrument import Instrument
from mulberry_sip.m14_administration.bond_as_capital import BondAsCapital
from mulberry_sip.m14_administration.bond_coverage import bond_coverage
from mulberry_sip.m14_administration.project_capital import ProjectCapital
from mulberry_sip.m14_administration.special_bond_eligibility import SpecialBondEligibility

INSTRUMENTS: tuple[Instrument, ...] = (
    SpecialBondEligibility,
    BondAsCapital,
    ProjectCapital,
    bond_coverage,
)
