"""What the desk does for ``mulberry policy attach``: it keeps the text, and knows which cases are open.

The command is the operator's, on the machine that holds the database, like ``mulberry record check``: it tells the
number, state and deadline of a case and nothing that stands in it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from mulberry.errors import Invalid
from mulberry.instrument import Kind
from mulberry.law.text import Text, t
from mulberry.pack.pack import Pack
from mulberry.pack.touches import Held, OpenCase

_NO_STORE = t(
    "这里没有工作台的数据库（{place}），故不列在办件；如在别处，请用 MULBERRY_DATA 或 DATABASE_URL 指明。",
    "There is no database of a desk here ({place}), so no open cases are listed; if it is elsewhere, name it by "
    "MULBERRY_DATA or DATABASE_URL.",
)
_EMPTY = t(
    "数据库尚未启用工作台，故不列在办件。",
    "No desk has been set up in the database yet, so no open cases are listed.",
)
_UNREACHABLE = t("连不上数据库，请检查 DATABASE_URL。", "The database cannot be reached; check DATABASE_URL.")
_NOT_RUN = t("本工作台没有启用政策包 {id}，请检查 MULBERRY_PACKS。", "This desk does not run {id}; see MULBERRY_PACKS.")


class Desk:
    """The desk of this machine. Nothing is made by looking."""

    def missing(self) -> Text | None:
        """Why no cases can be listed; ``None`` where there is a desk's database."""
        place = _file()
        if place is not None and not place.is_file():
            return _NO_STORE.format(place=place)
        _start()
        return None if _has_tables() else _EMPTY

    def open_cases(self, instruments: Sequence[str]) -> tuple[OpenCase, ...]:
        """Every case of these procedures that has not ended, by procedure and deadline."""
        from django.db.models import F

        from mulberry_web.record.models import Stream

        wanted = [id for id in instruments if _kind(id) is Kind.PROCEDURE]
        found = Stream.objects.filter(instrument__in=wanted, ended=False)
        rows = found.order_by("instrument", F("due").asc(nulls_last=True), "pk")
        return tuple(OpenCase(*row) for row in rows.values_list("instrument", "key", "state", "due"))

    def held(self, instruments: Sequence[str]) -> tuple[Held, ...]:
        """How many entries and accounts there are of these registers and accounts."""
        from django.db.models import Count

        from mulberry_web.record.models import Stream

        wanted = [id for id in instruments if _kind(id) in {Kind.REGISTER, Kind.ACCOUNT}]
        found = Stream.objects.filter(instrument__in=wanted).values_list("instrument")
        return tuple(Held(*row) for row in found.annotate(n=Count("pk")).order_by("instrument"))

    def text(self, pack: Pack) -> tuple[bytes, bytes | None] | None:
        """The text attached before, to compare clause by clause."""
        from mulberry_web.policy.attached import folder

        place = folder(pack)
        if not (place / "zh").exists():
            return None
        return (place / "zh").read_bytes(), (place / "en").read_bytes() if (place / "en").exists() else None

    def keep(self, pack: Pack, zh: bytes, en: bytes | None) -> None:
        """Keep the text, so that the reader shows the official wording."""
        _start()
        from mulberry_web.page.packs import packs
        from mulberry_web.policy.attached import attach_text

        if pack.id not in {one.id for one in packs().packs}:
            raise Invalid("store", _NOT_RUN.format(id=pack.id))
        attach_text(pack, zh, en)


desk = Desk()


def _start() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mulberry_web.settings")
    django.setup()


def _file() -> Path | None:
    """Where the embedded database lies; ``None`` where a server keeps it. The settings would make the folder."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return Path(os.environ.get("MULBERRY_DATA") or "var").absolute() / "mulberry.sqlite3"
    return Path(url.partition("///")[2]) if url.startswith("sqlite:///") else None


def _has_tables() -> bool:
    from django.db import DatabaseError, connection

    from mulberry_web.record.models import Stream

    try:
        table: str = Stream._meta.db_table  # noqa: SLF001  # Django's public interface, by its documentation
        return table in connection.introspection.table_names()
    except DatabaseError as error:
        raise Invalid("DATABASE_URL", _UNREACHABLE) from error


def _kind(id: str) -> Kind | None:
    from mulberry_web.page.packs import packs

    found = packs().by_id.get(id)
    return found.kind if found else None
