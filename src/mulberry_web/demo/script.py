"""The script of a park: a YAML file that a pack brings (``demonstration.yaml`` in its folder) or that lies here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mulberry.pack.documents import load
from mulberry_web.page.packs import packs

HERE = Path(__file__).parent / "parks"


def scripts() -> Iterator[Mapping[str, Any]]:
    """The script of every installed pack that has one."""
    for pack in packs().packs:
        for path in (pack.folder / "demonstration.yaml", HERE / f"{pack.id}.yaml"):
            if path.exists():
                yield load(path)
                break
