"""What a declared calculation must say about itself."""

from __future__ import annotations

import re

from mulberry.law.text import Text

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_heading(id_: str, system: str, clauses: tuple[str, ...], title: object) -> None:
    """Refuse a calculation without a stable id, a system, clauses or a title in both languages."""
    if not _KEBAB.fullmatch(id_):
        raise TypeError(f"{id_!r} is no id: write it in kebab-case, as energy-netting")
    if not system or not clauses or not all(clauses):
        raise TypeError(f"{id_}: name the system and the clauses it carries out, as system='11.4', clauses='11.5'")
    if not isinstance(title, Text):
        raise TypeError(f"{id_} has no title: title=t('中文', 'English')")
