"""Text a person reads, in Chinese and English side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One saying in simplified Chinese and in English; both are required, Chinese governs."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        if not self.zh.strip() or not self.en.strip():
            raise ValueError(f"a text needs both languages: zh={self.zh!r}, en={self.en!r}")

    def in_(self, lang: Lang) -> str:
        """The text in one language."""
        return self.zh if lang == "zh" else self.en

    def format(self, **values: object) -> Text:
        """Both languages with the same named values filled in."""
        return Text(self.zh.format(**values), self.en.format(**values))

    def to_json(self) -> dict[str, str]:
        return {"zh": self.zh, "en": self.en}


def t(zh: str, en: str) -> Text:
    """Short for ``Text(zh, en)``, so that declarations stay readable."""
    return Text(zh, en)
