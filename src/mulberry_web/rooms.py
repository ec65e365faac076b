"""Finds the desk's rooms, so that adding one is adding a folder and nothing else."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent


def rooms() -> list[str]:
    """Dotted names of the desk's apps: every folder here with an ``apps.py``."""
    return [f"{__package__}.{found.parent.name}" for found in sorted(HERE.glob("*/apps.py"))]


def url_modules() -> list[str]:
    """The rooms' ``urls`` modules, where they have one. Each names its own paths from the site's root."""
    return [f"{room}.urls" for room in rooms() if find_spec(f"{room}.urls")]
