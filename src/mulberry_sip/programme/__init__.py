"""What serves all measures: the goals, the periods that every procedure runs on, and the closing paragraph."""

from mulberry.instrument import Instrument
from mulberry_sip.programme.acceptance import LicenceAcceptance
from mulberry_sip.programme.calendar_register import WorkingDayCalendar
from mulberry_sip.programme.deadlines import on_time_rate, statutory_deadline
from mulberry_sip.programme.defendant import LitigationDefendant
from mulberry_sip.programme.licensing import LicenceCase
from mulberry_sip.programme.period_unit import PeriodUnit
from mulberry_sip.programme.remedies import RemedyPeriod

INSTRUMENTS: tuple[Instrument, ...] = (
    statutory_deadline,
    PeriodUnit,
    WorkingDayCalendar,
    on_time_rate,
    LicenceAcceptance,
    LicenceCase,
    RemedyPeriod,
    LitigationDefendant,
)
