"""Papers that people hand in: what is taken, where it lies, and that it is still what was handed in."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry_web.procedures.case_file import PAPERS
from mulberry_web.procedures.models import Paper
from mulberry_web.record.leaf import place
from mulberry_web.record.models import Personal

MOST_BYTES = 20 * 1024 * 1024
ZIP = b"PK\x03\x04"
# By what a file begins with, whatever its name says; an ending that promises something else is not taken.
BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "docx": (ZIP,),
    "xlsx": (ZIP,),
    "ofd": (ZIP,),
}
ENDINGS = "、".join(BEGINNINGS)
UNWRITABLE = re.compile(r"[\x00-\x1f\x7f\"\\/\ud800-\udfff]")

EMPTY = t("文件“{name}”是空的，请重新选择。", "The file “{name}” is empty; choose another.")
LARGE = t(
    "文件“{name}”超过20 MB，请压缩或分开后再交。", "The file “{name}” is larger than 20 MB; compress or split it."
)
KIND = t(
    "文件“{name}”的种类不收；可以交的有：{endings}。",
    "The file “{name}” is of a kind that is not taken; taken are {endings}.",
)
CHANGED = t("文件内容与收件时的指纹不符，不能提供。", "The file is not what was handed in; it is withheld.")


def folder() -> Path:
    """Where papers lie, each under its meaningless number; nobody but the desk may read there."""
    path = Path(settings.MEDIA_ROOT) / "papers"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def checked_name(file: UploadedFile[bytes], field: str) -> str:
    """The name of a file that is taken; ``Invalid`` says why another is not."""
    name = UNWRITABLE.sub("_", PurePosixPath((file.name or "").replace("\\", "/")).name)[-150:] or "file"
    if not file.size:
        raise Invalid(field, EMPTY.format(name=name))
    if file.size > MOST_BYTES:
        raise Invalid(field, LARGE.format(name=name))
    beginnings = BEGINNINGS.get(name.rpartition(".")[2].lower())
    file.seek(0)
    start = file.read(16)
    file.seek(0)
    if beginnings is None or not any(start.startswith(one) for one in beginnings):
        raise Invalid(field, KIND.format(name=name, endings=ENDINGS))
    return name


def lay_down(file: UploadedFile[bytes], ref: str) -> str:
    """Write the file to its place; gives its SHA-256."""
    digest = hashlib.sha256()
    target = os.open(folder() / ref, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(target, "wb") as out:
        for chunk in file.chunks():
            digest.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def taken_up(paper: Paper) -> bytes:
    """The content of a paper, if it is still what was handed in."""
    path = folder() / paper.ref
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != paper.sha256:
        raise Invalid("paper", CHANGED)
    return content


def without_erased(papers: Iterable[Paper]) -> list[Paper]:
    """Those whose names are still kept with the record: what was erased there is not shown here either."""
    listed = list(papers)
    sealed = {paper.sealed for paper in listed if paper.sealed is not None}
    kept = Personal.objects.filter(event_id__in=sealed, place=place(PAPERS)) if sealed else Personal.objects.none()
    held = set(kept.values_list("event_id", flat=True))
    return [paper for paper in listed if paper.sealed in held]


def throw_away(paper: Paper) -> None:
    (folder() / paper.ref).unlink(missing_ok=True)


def kinds() -> Iterator[str]:
    """What a browser's file dialogue offers."""
    yield from (f".{ending}" for ending in BEGINNINGS)
