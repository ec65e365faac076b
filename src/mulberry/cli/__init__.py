"""The command line: ``mulberry``. Its calls and their JSON are a contract that tests and programs rely on."""

from __future__ import annotations

from mulberry.cli.main import main

__all__ = ["main"]
