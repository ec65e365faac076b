"""A new pack written to its folder: whole or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from mulberry.errors import Invalid
from mulberry.law.text import t

_NOT_EMPTY = t(
    "文件夹 {path} 已经存在且不是空的；请另取一个名字，或先清空它。",
    "The folder {path} is there and not empty; name another, or empty it first.",
)
_NO_FOLDER = t("{path} 不是文件夹；请另取一个名字。", "{path} is no folder; name another.")
_UNWRITABLE = t(
    "写不了文件夹 {path}，请检查路径和权限。", "The folder {path} cannot be written; check its path and permissions."
)


def check_folder(path: Path) -> None:
    """``Invalid`` (field ``dir``) where a folder may not be taken: nothing of anybody's is ever overwritten."""
    try:
        if path.exists() and not path.is_dir():
            raise Invalid("dir", _NO_FOLDER.format(path=path))
        if path.is_dir() and any(path.iterdir()):
            raise Invalid("dir", _NOT_EMPTY.format(path=path))
    except OSError as error:
        raise Invalid("dir", _UNWRITABLE.format(path=path)) from error


def write(path: Path, files: Mapping[str, str]) -> None:
    """Write the files aside and move the folder into its place as one step, so that no half pack is ever there."""
    place = path.resolve()
    check_folder(place)
    aside = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    try:
        for name, text in files.items():
            file = aside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        if place.is_dir():
            place.rmdir()  # it was empty; a folder that has filled up meanwhile refuses this
        aside.rename(place)
    except OSError as error:
        raise Invalid("dir", _UNWRITABLE.format(path=path)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
