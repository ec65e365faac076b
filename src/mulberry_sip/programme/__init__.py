"""What serves all measures: the goals, the periods that every procedure runs on, and the closing paragraph."""

from mulberry.instrument import Instrument

INSTRUMENTS: tuple[Instrument, ...] = ()
