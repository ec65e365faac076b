"""Keys of the record: Ed25519, in the text form of C2SP signed-note.

A verifier key reads ``name+id+base64(type || public key)``; its id is the first four bytes of
SHA-256(name || newline || type || public key). The private form is the same behind ``PRIVATE+KEY+`` and holds the seed.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from mulberry.errors import Invalid
from mulberry.law.text import t

SEED_SIZE = KEY_SIZE = 32
SIGNATURE_SIZE = 64
_PRIVATE = "PRIVATE+KEY+"


class KeyType(IntEnum):
    """The signature types of C2SP signed-note that a record speaks."""

    LOG = 0x01  # Ed25519 over the text of the note
    WITNESS = 0x04  # timestamped Ed25519 cosignature, C2SP tlog-cosignature


def decode_base64(text: str, field: str) -> bytes:
    """Bytes of standard base64; only the one canonical spelling of them, so that no character can change unnoticed."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if not data or base64.b64encode(data).decode() != text:
        raise Invalid(field, t(f"{field} 不是规范的 base64 编码。", f"{field} is not canonical base64."))
    return data


def check_name(name: str, field: str) -> str:
    """A key name: not empty, no spaces, control characters or plus sign; best a URL without scheme."""
    if (
        not name
        or "+" in name
        or any(letter.isspace() or letter < " " or "\ud800" <= letter <= "\udfff" for letter in name)
    ):
        raise Invalid(
            field,
            t(
                f"{field} 的密钥名称须非空，且不得含空格、控制字符或加号，例如 sip.example/record。",
                f"the key name in {field} must not be empty nor hold spaces, control characters or a plus sign; "
                "write it like sip.example/record.",
            ),
        )
    return name


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with its name and type; ``str`` of it is the vkey that is handed round."""

    name: str
    type: KeyType
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes that pick the key out; not a secure hash, the key itself is what is trusted."""
        return sha256(self.name.encode() + b"\n" + bytes([self.type]) + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.type]) + self.public).decode()}"

    @classmethod
    def parse(cls, text: str, field: str = "key") -> VerifierKey:
        """Read a vkey; every part is checked and only the canonical spelling is taken."""
        parts = text.split("+", 2)
        if len(parts) != 3:
            zh, en = (
                f"{field} 不是公钥：应写作“名称+编号+base64”。",
                f"{field} is not a public key: it reads name+id+base64.",
            )
            raise Invalid(field, t(zh, en))
        material = decode_base64(parts[2], field)
        if material[0] not in tuple(KeyType) or len(material) != 1 + KEY_SIZE:
            zh, en = (
                f"{field} 的密钥类型不支持，须为 Ed25519。",
                f"{field} is of an unknown key type; it must be Ed25519.",
            )
            raise Invalid(field, t(zh, en))
        key = cls(check_name(parts[0], field), KeyType(material[0]), material[1:])
        if str(key) != text:
            zh, en = f"{field} 的密钥编号与密钥不符。", f"the key id in {field} does not belong to its key."
            raise Invalid(field, t(zh, en))
        return key

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether the 64-byte Ed25519 signature is this key's over the message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True, repr=False)
class SigningKey:
    """A private key. Its seed never shows in a repr, and so in no log or traceback."""

    name: str
    type: KeyType
    seed: bytes

    def __post_init__(self) -> None:
        check_name(self.name, "key")
        if len(self.seed) != SEED_SIZE:
            raise Invalid("seed", t("密钥种子须为 32 字节。", "the seed of a key must be 32 bytes."))

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return VerifierKey(self.name, self.type, public)

    def sign(self, message: bytes) -> bytes:
        """The 64-byte Ed25519 signature; the same message always gives the same one."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)

    def encode(self) -> str:
        """The private text form: keep it secret."""
        material = base64.b64encode(bytes([self.type]) + self.seed).decode()
        return f"{_PRIVATE}{self.name}+{self.verifier.id.hex()}+{material}"

    @classmethod
    def parse(cls, text: str, field: str = "private key") -> SigningKey:
        """Read the private text form. No message ever repeats any of it."""
        name, _, rest = text.removeprefix(_PRIVATE).partition("+")
        material = decode_base64(rest.partition("+")[2], field)
        if material[0] in tuple(KeyType) and len(material) == 1 + SEED_SIZE:
            key = cls(check_name(name, field), KeyType(material[0]), material[1:])
            if key.encode() == text:
                return key
        raise Invalid(field, t(f"{field} 不是有效的 Ed25519 私钥。", f"{field} is not a valid Ed25519 private key."))

    def __repr__(self) -> str:
        return f"SigningKey({self.name!r}, {self.type!r}, …)"


def create_key(name: str, seed: bytes, key_type: KeyType = KeyType.LOG) -> SigningKey:
    """A key from 32 bytes of ``os.urandom``, which the caller draws: the engine has no randomness of its own."""
    return SigningKey(name, key_type, seed)
