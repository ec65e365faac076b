"""Measure 10: biomedicine and clusters / 生物医药与产业集群."""

from mulberry.instrument import Instrument

INSTRUMENTS: tuple[Instrument, ...] = ()
