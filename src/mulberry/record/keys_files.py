"""Key files: the private one readable by its owner alone, the public one for everybody."""

from __future__ import annotations

import os
from pathlib import Path

from mulberry.errors import Invalid
from mulberry.law.text import t
from mulberry.record.keys import SigningKey
from mulberry.record.keys_trusted import TrustedKey, parse_trusted_keys


def save_signing_key(path: Path, key: SigningKey) -> None:
    """Write a private key file, mode 0600; never over an existing file, which may be the only copy of a key."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        zh, en = f"私钥文件 {path} 已存在，不予覆盖；请另选文件名。", f"{path} exists and is kept; choose another name."
        raise Invalid(str(path), t(zh, en)) from None
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)  # a default ACL of the folder may have widened it
        file.write(key.encode() + "\n")
        file.flush()
        os.fsync(file.fileno())  # checkpoints signed by a key that a power cut then loses could never be continued


def load_signing_key(path: Path) -> SigningKey:
    """Read a private key file; one that others can read is refused, since its key may be theirs too."""
    text = _read(path)
    if path.stat().st_mode & 0o077:
        zh = f"私钥文件 {path} 可被他人读取；请先执行 chmod 600。"
        en = f"the private key file {path} can be read by others; run chmod 600 on it first."
        raise Invalid(str(path), t(zh, en))
    return SigningKey.parse(text.strip(), str(path))


def load_trusted_keys(path: Path) -> tuple[TrustedKey, ...]:
    """Read a public key file: who is trusted, and for what span."""
    return parse_trusted_keys(_read(path), str(path))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        zh, en = (
            f"无法读取密钥文件 {path}；请检查路径与权限。",
            f"cannot read the key file {path}; check path and rights.",
        )
        raise Invalid(str(path), t(zh, en)) from None
