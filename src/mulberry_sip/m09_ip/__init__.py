"""Measure 9: intellectual property / 知识产权."""

from mulberry.instrument import Instrument

INSTRUMENTS: tuple[Instrument, ...] = ()
