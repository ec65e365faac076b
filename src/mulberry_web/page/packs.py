"""The packs that this desk runs, read once per process."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from django.conf import settings

from mulberry.pack.pack import Library, Pack, library


@cache
def packs() -> Library:
    """Those that ``MULBERRY_PACKS`` names (``module:object``), or all that are installed."""
    names: list[str] = settings.MULBERRY_PACKS
    return Library(tuple(_named(name) for name in names)) if names else library()


def _named(name: str) -> Pack:
    module, _, attribute = name.partition(":")
    pack = getattr(import_module(module), attribute)
    if not isinstance(pack, Pack):
        raise TypeError(f"{name} is no pack")
    return pack
