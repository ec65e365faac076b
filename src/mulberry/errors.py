"""The two ways of saying no: input that makes no sense, and an act that the law or the state of things does not
allow."""

from __future__ import annotations

from mulberry.law.text import Text


class MulberryError(Exception):
    """An error meant for a person: one clear sentence in both languages that tells the way out."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Invalid(MulberryError):
    """Input that makes no sense. ``field`` names the fact or field; nothing was decided or written."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text)
        self.field = field


class Refused(MulberryError):
    """A command that may not be carried out now. ``code`` is stable and part of the instrument's interface."""

    def __init__(self, code: str, text: Text) -> None:
        super().__init__(text)
        self.code = code
