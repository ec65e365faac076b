"""The file as given becomes text: encoding, size and format are judged here, and what cannot be read is refused in
one clear sentence.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.policy.mend import text_finding
from mulberry.policy.model import Finding, Span
from mulberry.policy.webpage import Page, looks_like_html
from mulberry.policy.wordfile import docx_text

MAX_BYTES = 5_000_000
_EMPTY = t("文件是空的，请给出政策全文。", "The file is empty; please give the full text of the policy.")
_LARGE = t(
    "文件有 {size} 字节，超过 {limit} 字节的上限，请只给出政策正文。",
    "The file has {size} bytes, over the limit of {limit}; please give the policy text alone.",
)
_BINARY = t(
    "文件不是文本，请给出 UTF-8 文本、.docx 或 HTML 文件。",
    "The file is not text; please give a UTF-8 text, .docx or HTML file.",
)
_ENCODING = t(
    "文件既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8 后再读。",
    "The file is neither UTF-8 nor GB18030; please save it as UTF-8 and read it again.",
)
_GB = t("文件不是 UTF-8 编码，已按 GB18030 读取。", "The file is not UTF-8; it was read as GB18030.")
_UTF16 = t("文件是 UTF-16 编码，已照此读取。", "The file is UTF-16; it was read as such.")
_FORMATS = (
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
)


_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\ufffd]+")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text with its fingerprint. Offsets of the reading are into ``text``."""

    text: str
    sha256: str
    findings: tuple[Finding, ...] = ()
    page: Page | None = None

    @property
    def original(self) -> str:
        """The text that offsets are given in: the page where there is one."""
        return self.page.source if self.page else self.text

    @property
    def back(self) -> Callable[[int, int], Span] | None:
        """Leads a stretch of ``text`` to the page it was taken out of."""
        return self.page.span if self.page else None


def load(data: bytes, field: str) -> Source:
    """The text of a file in any of the formats that policies come in; ``Invalid`` names ``field`` and the way out."""
    check_size(data, field)
    if data.startswith(b"PK\x03\x04"):
        return Source(docx_text(data, field), hashlib.sha256(data).hexdigest())
    source = decode(data, field)
    if not looks_like_html(source.text):
        return source
    page = Page(source.text)
    return replace(source, text=page.text, page=page)


def decode(data: bytes, field: str) -> Source:
    """The text of a plain file; ``Invalid`` names ``field`` and the way out. Line ends stay as they are."""
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf16(data, digest, field)
    if data.startswith(_FORMATS) or b"\x00" in data:
        raise Invalid(field, _BINARY)
    try:
        text, findings = data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _gb18030(data, digest, field)
    return Source(_printable(text, field), digest, findings)


def check_size(data: bytes, field: str) -> None:
    """Refuse what is empty or larger than any policy."""
    if not data.strip():
        raise Invalid(field, _EMPTY)
    if len(data) > MAX_BYTES:
        raise Invalid(field, _LARGE.format(size=len(data), limit=MAX_BYTES))


def _utf16(data: bytes, digest: str, field: str) -> Source:
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Invalid(field, _BINARY) from error
    return Source(_printable(text, field), digest, (text_finding("encoding", (0, 0), _UTF16, english=field == "en"),))


def _gb18030(data: bytes, digest: str, field: str) -> Source:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise Invalid(field, _ENCODING) from error
    common = sum(
        1
        for c in text
        if "\u4e00" <= c <= "\u9fff"
        or c.isascii()
        or "\u3000" <= c <= "\u303f"
        or "\uff00" <= c <= "\uffef"
        or "\u2010" <= c <= "\u201f"
    )
    if common * 100 < len(text) * 95:
        raise Invalid(field, _ENCODING)
    return Source(_printable(text, field), digest, (text_finding("encoding", (0, 0), _GB, english=field == "en"),))


def _printable(text: str, field: str) -> str:
    strange = sum(map(len, _STRANGE.findall(text)))
    if strange * 100 > len(text):
        raise Invalid(field, _BINARY)
    return text
