"""Measure 9: intellectual property / 知识产权."""

from mulberry.instrument import Instrument
from mulberry_sip.m09_ip.high_value_count import high_value_patent_count, high_value_patents_per_10k
from mulberry_sip.m09_ip.high_value_patent import HighValuePatent

INSTRUMENTS: tuple[Instrument, ...] = (HighValuePatent, high_value_patent_count, high_value_patents_per_10k)
