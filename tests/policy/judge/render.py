"""An invented document put together from its lines: as plain text, as the pages of a PDF, as a web page.

Offsets are kept in the plain text and carried over to the rendering, so that the gold is known by construction.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any

LINE, PAGE = 34, 18  # characters of a line and lines of a page, as A4 in size three gives about


@dataclass
class Rendered:
    """A text with its plain form; ``place[i]`` is where the plain character ``i`` stands in the text."""

    text: str = ""
    plain: str = ""
    place: list[int] = field(default_factory=list)
    levels: dict[str, list[int]] = field(default_factory=lambda: {"part": [], "measure": [], "item": []})
    sentences: list[tuple[tuple[int, int], dict[str, Any]]] = field(default_factory=list)

    def moved(self, offset: int) -> int:
        return self.place[offset]

    def words(self, words: str) -> None:
        self.plain += words


def render(lines: list[dict[str, Any]], style: str) -> Rendered:
    """The document in one of the styles ``plain``, ``pdf``, ``html``."""
    built = Rendered()
    for line in lines:
        _add(built, line)
    {"plain": _plain, "pdf": _pdf, "html": _html}[style](built)
    return built


def _add(built: Rendered, line: dict[str, Any]) -> None:
    for level in ("part", "measure", "item"):
        if level in line:
            _new_paragraph(built)
            built.levels[level].append(len(built.plain))
            built.words(line[level] + ("　" if line.get("bare") and line[level].startswith("第") else ""))
            return
    if "raw" in line or "p" in line:
        _new_paragraph(built)
    words = next(line[key] for key in ("raw", "p", "s", "tail") if key in line)
    start = len(built.plain)
    built.words(words)
    if "s" in line or "p" in line:
        built.sentences.append(((start, len(built.plain)), line))


def _new_paragraph(built: Rendered) -> None:
    if built.plain:
        built.words("\n")


def _put(built: Rendered, character: str) -> None:
    built.place.append(len(built.text))
    built.text += character


def _plain(built: Rendered) -> None:
    built.text, built.place = built.plain, list(range(len(built.plain)))


def _pdf(built: Rendered) -> None:
    column, row, page = 0, 0, 1
    for character in built.plain:
        if column == LINE and character != "\n":
            built.text += "\n"
            column, row = 0, row + 1
            if row >= PAGE:
                built.text += f"— {page} —\n"
                row, page = 0, page + 1
        _put(built, character)
        column, row = (0, row + 1) if character == "\n" else (column + 1, row)


def _html(built: Rendered) -> None:
    built.text = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>政策文件</title></head><body>\n<p>'
    for character in built.plain:
        if character == "\n":
            built.place.append(len(built.text))
            built.text += "</p>\n<p>&nbsp;&nbsp;"
            continue
        built.place.append(len(built.text))
        built.text += escape(character)
    built.text += "</p>\n</body></html>\n"
