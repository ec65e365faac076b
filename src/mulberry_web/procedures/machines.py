"""The machines of this room."""

from __future__ import annotations

from typing import Any

from mulberry.record.events import Machine
from mulberry_web.procedures.case_file import CaseFile

MACHINES: tuple[Machine[Any], ...] = (CaseFile(),)
