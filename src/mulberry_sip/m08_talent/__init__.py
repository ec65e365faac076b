"""Measure 8: reform of the talent system / 深化人才体制机制改革."""

from mulberry.instrument import Instrument
from mulberry_sip.m08_talent.pension import PensionExtension
from mulberry_sip.m08_talent.pension_case import PensionExtensionCase
from mulberry_sip.m08_talent.pension_contribution import pension_contribution
from mulberry_sip.m08_talent.pension_ledger import PensionLedger
from mulberry_sip.m08_talent.statutory_retirement import statutory_retirement

INSTRUMENTS: tuple[Instrument, ...] = (
    PensionExtension,
    statutory_retirement,
    pension_contribution,
    PensionExtensionCase,
    PensionLedger,
)
