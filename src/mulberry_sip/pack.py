"""The pack: the policy's sentences and the instruments that carry them out, measure by measure."""

from __future__ import annotations

from pathlib import Path

from mulberry.instrument import Instrument
from mulberry.law.text import t
from mulberry.pack.pack import Pack
from mulberry_sip import (
    m01_opening,
    m02_bonded_zone,
    m03_resources,
    m04_singapore,
    m06_science_system,
    m07_finance,
    m08_talent,
    m09_ip,
    m10_biomedicine,
    m14_administration,
    programme,
)
from mulberry_sip.clauses import MEASURES
from mulberry_sip.systems import SYSTEMS

INSTRUMENTS: tuple[Instrument, ...] = (
    *programme.INSTRUMENTS,
    *m01_opening.INSTRUMENTS,
    *m02_bonded_zone.INSTRUMENTS,
    *m03_resources.INSTRUMENTS,
    *m04_singapore.INSTRUMENTS,
    *m06_science_system.INSTRUMENTS,
    *m07_finance.INSTRUMENTS,
    *m08_talent.INSTRUMENTS,
    *m09_ip.INSTRUMENTS,
    *m10_biomedicine.INSTRUMENTS,
    *m14_administration.INSTRUMENTS,
)

pack = Pack(
    id="sip",
    title=t(
        "支持苏州工业园区深化开放创新综合试验的若干措施",
        "Measures to support Suzhou Industrial Park in deepening its comprehensive experiment of open innovation",
    ),
    number="商资发〔2024〕282号",
    issuer=t("商务部", "Ministry of Commerce"),
    measures=MEASURES,
    instruments=INSTRUMENTS,
    folder=Path(__file__).parent,
    systems=SYSTEMS,
)
