"""Measure 3: drawing on resources worldwide / 全球资源配置能力."""

from mulberry.instrument import Instrument
from mulberry_sip.m03_resources.reit_expansion import ReitExpansion
from mulberry_sip.m03_resources.reit_fund_limits import ReitFundLimits
from mulberry_sip.m03_resources.reit_new_projects import reit_new_project_share
from mulberry_sip.m03_resources.reit_project_screen import ReitProjectScreen

INSTRUMENTS: tuple[Instrument, ...] = (
    ReitProjectScreen,
    ReitExpansion,
    ReitFundLimits,
    reit_new_project_share,
)
