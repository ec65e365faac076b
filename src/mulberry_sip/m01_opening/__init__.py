"""Measure 1: reform and opening up in key fields / 重点领域改革开放."""

from mulberry.instrument import Instrument

INSTRUMENTS: tuple[Instrument, ...] = ()
