"""Measure 8: reform of the talent system / 深化人才体制机制改革."""

from mulberry.instrument import Instrument
from mulberry_sip.m08_talent.pension import PensionExtension
from mulberry_sip.m08_talent.pension_case import PensionExtensionCase
from mulberry_sip.m08_talent.pension_contribution import pension_contribution
from mulberry_sip.m08_talent.pension_ledger import PensionLedger
from mulberry_sip.m08_talent.statutory_retirement import statutory_retirement
from mulberry_sip.m08_talent.work_permit_class import WorkPermitClass
from mulberry_sip.m08_talent.work_permit_points import work_permit_points

INSTRUMENTS: tuple[Instrument, ...] = (
    WorkPermitClass,
    work_permit_points,
    PensionExtension,
    statutory_retirement,
    pension_contribution,
    PensionExtensionCase,
    PensionLedger,
)
