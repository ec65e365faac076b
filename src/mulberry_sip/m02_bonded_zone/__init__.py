"""Measure 2: the free-trade zone and the bonded zone work together / 自贸试验区与综合保税区协同."""

from mulberry.instrument import Instrument

INSTRUMENTS: tuple[Instrument, ...] = ()
