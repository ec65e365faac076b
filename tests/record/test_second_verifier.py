"""The stand-alone verifier in docs: it knows nothing of Mulberry, and says of every receipt what Mulberry says."""

from __future__ import annotations

import ast
import base64
import importlib.util
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mulberry.errors import Invalid
from mulberry.record.commitment import Opening, canonical
from mulberry.record.keys_trusted import TrustedKey, format_trusted_keys
from mulberry.record.receipt import make_receipt, verify_receipt
from tests.record.builders import LOG_KEY, NEXT_KEY, STRANGER, TRUSTED, WITNESS, head, log_with, receipt
from tests.record.test_receipt import MUTANTS, altered, lay_out

PROGRAM = Path(__file__).parents[2] / "docs" / "verify_receipt.py"
TIME = 1_780_000_000


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("second_verifier", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SECOND = load()


def holds_here(data: bytes, trusted: list[TrustedKey]) -> bool:
    try:
        verify_receipt(data, trusted)
    except Invalid:
        return False
    return True


def holds_there(data: bytes, trusted: list[TrustedKey]) -> bool:
    try:
        SECOND.verify(data, format_trusted_keys(trusted))
    except Exception:  # noqa: BLE001  the program itself answers any error with no
        return False
    return True


def test_it_is_short_and_imports_nothing_of_mulberry() -> None:
    text = PROGRAM.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 150
    imported = set[str]()
    for line in ast.walk(ast.parse(text)):
        if isinstance(line, ast.Import):
            imported |= {name.name.partition(".")[0] for name in line.names}
        elif isinstance(line, ast.ImportFrom):
            imported.add(str(line.module).partition(".")[0])
    assert imported - sys.stdlib_module_names == {"cryptography"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with nothing but the program, a receipt and a public key file."""
    shutil.copy(PROGRAM, tmp_path)
    (tmp_path / "receipt.json").write_bytes(receipt(witnesses={WITNESS: TIME}).encode())
    keys = [*TRUSTED, TrustedKey(WITNESS.verifier)]
    (tmp_path / "record.pub").write_text("# published by the park\n" + format_trusted_keys(keys), encoding="utf-8")
    return tmp_path


def run(folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-X", "utf8", "verify_receipt.py", *files]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_it_verifies_a_receipt_from_two_files_alone(folder: Path) -> None:
    result = run(folder, "receipt.json", "record.pub")
    assert result.returncode == 0, result.stderr
    assert "The receipt holds: event 5 of 11 of sip.example/record" in result.stdout
    assert "suzhou.example/witness" in result.stdout
    assert "回执成立" in result.stdout


def test_it_refuses_an_altered_receipt_in_both_languages(folder: Path) -> None:
    path = folder / "receipt.json"
    path.write_bytes(path.read_bytes().replace(b'"urgent": false', b'"urgent": true'))
    result = run(folder, "receipt.json", "record.pub")
    assert result.returncode == 1
    assert result.stdout == ""
    assert "事件与叶子不符 / the event is not what the leaf says" in result.stderr
    assert "Traceback" not in result.stderr


def test_it_says_how_it_is_used_when_files_are_missing(folder: Path) -> None:
    for files in ((), ("receipt.json",), ("receipt.json", "nowhere.pub")):
        result = run(folder, *files)
        assert result.returncode == 2
        assert "verify_receipt.py RECEIPT.json KEYS.pub" in result.stderr


@pytest.mark.parametrize("size", range(1, 18))
def test_both_accept_every_leaf_of_trees_of_every_shape(size: int) -> None:
    for index in range(size):
        assert holds_there(receipt(index=index, size=size).encode(), TRUSTED)


@pytest.mark.parametrize("kind", MUTANTS)
def test_it_refuses_a_receipt_with_any_byte_altered(kind: str) -> None:
    data = MUTANTS[kind].encode()
    assert holds_there(data, TRUSTED)
    for at, byte in enumerate(data):
        for other in (byte ^ 0x01, byte ^ 0x20):
            assert not holds_there(data[:at] + bytes([other]) + data[at + 1 :], TRUSTED)


@pytest.mark.parametrize("field", sorted(receipt().to_json()))
def test_it_refuses_a_receipt_altered_in_any_field(field: str) -> None:
    document = receipt(LOG_KEY, NEXT_KEY, witnesses={WITNESS: TIME}).to_json()
    good = lay_out(document)
    for other in altered(document[field]):
        changed = lay_out({**document, field: other})
        assert holds_there(changed, TRUSTED) is (changed == good)


@pytest.mark.parametrize(
    "personal", [{"salt": "", "value": ""}, {"salt": False, "value": False}, {"salt": 0, "value": 0}]
)
def test_neither_takes_an_empty_salt_for_a_withheld_value(personal: dict[str, Any]) -> None:
    document = receipt().to_json()
    document["personal"][0] |= personal
    assert not holds_here(lay_out(document), TRUSTED)
    assert not holds_there(lay_out(document), TRUSTED)


def test_neither_lets_a_salt_borrow_from_its_value() -> None:
    opening = Opening(12, bytes(32))
    leaf = canonical({"age": opening.sealed})
    log = log_with(leaf, 0, 1)
    sound = make_receipt(leaf, 0, (), head(log), [LOG_KEY.verifier], {"/age": opening})
    assert holds_there(sound.encode(), TRUSTED)
    document = sound.to_json()  # the same bytes are hashed, divided one byte later
    document["personal"][0] |= {"salt": base64.b64encode(bytes(32) + b"1").decode(), "value": 2}
    assert not holds_here(lay_out(document), TRUSTED)
    assert not holds_there(lay_out(document), TRUSTED)


@pytest.mark.parametrize(
    "trusted",
    [
        [],
        [TrustedKey(STRANGER.verifier)],
        [TrustedKey(WITNESS.verifier)],
        [TrustedKey(NEXT_KEY.verifier)],
        [TrustedKey(LOG_KEY.verifier, until=10)],
        [TrustedKey(LOG_KEY.verifier, until=11)],
        [TrustedKey(LOG_KEY.verifier, since=11)],
        [TrustedKey(LOG_KEY.verifier, since=12)],
        [TrustedKey(LOG_KEY.verifier, until=5), TrustedKey(NEXT_KEY.verifier, since=5)],
    ],
)
def test_both_trust_the_same_keys_for_the_same_sizes(trusted: list[TrustedKey]) -> None:
    for data in (receipt(), receipt(LOG_KEY, NEXT_KEY), receipt(NEXT_KEY, witnesses={WITNESS: TIME})):
        assert holds_here(data.encode(), trusted) is holds_there(data.encode(), trusted)


def test_both_accept_what_is_withheld_and_refuse_what_is_false() -> None:
    cut = receipt().withhold("/personal/name")
    false = replace(cut.personal[1], opening=Opening("other", bytes(32)))
    lying = replace(cut, personal=(cut.personal[0], false, cut.personal[2]))
    for data, holds in ((cut.encode(), True), (lying.encode(), False)):
        assert holds_here(data, TRUSTED) is holds_there(data, TRUSTED) is holds


def test_the_event_is_printed_as_it_stands_in_the_leaf(folder: Path) -> None:
    printed = run(folder, "receipt.json", "record.pub").stdout.partition("\n}\n")[0] + "\n}"
    assert json.loads(printed) == receipt().event
