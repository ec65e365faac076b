"""The files of the policy commands: read and written here, told by the name of the argument when they cannot be."""

from __future__ import annotations

from pathlib import Path

from mulberry.errors import Invalid
from mulberry.law.text import t

_UNREADABLE = t(
    "读不到文件 {path}，请检查路径和权限。", "The file {path} cannot be read; please check its path and permissions."
)
_UNWRITABLE = t(
    "写不了文件 {path}，请检查路径和权限。", "The file {path} cannot be written; please check its path and permissions."
)
_THERE = t(
    "文件 {path} 已经存在，其中可能有各单位填报的内容；请另取文件名，并用 --assigned 沿用原表的填报。",
    "The file {path} is there already and may hold what the offices filled in; name another, and carry that over by "
    "--assigned.",
)


def load(path: Path, field: str) -> bytes:
    """What a file holds; ``Invalid`` names the argument."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Invalid(field, _UNREADABLE.format(path=path)) from error


def load_if(path: Path | None, field: str) -> bytes | None:
    return None if path is None else load(path, field)


def write(path: Path, data: bytes, field: str) -> None:
    """Write a file; one of the same name is replaced."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Invalid(field, _UNWRITABLE.format(path=path)) from error


def write_new(path: Path, data: bytes, field: str) -> None:
    """Write a file that is not there yet: people fill these in, and nothing they filled in may be lost."""
    try:
        with path.open("xb") as out:
            out.write(data)
    except FileExistsError as error:
        raise Invalid(field, _THERE.format(path=path)) from error
    except OSError as error:
        raise Invalid(field, _UNWRITABLE.format(path=path)) from error
