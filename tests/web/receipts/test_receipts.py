"""Receipts: shown to whoever may see the event, checked by anybody, here and without the desk."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoAssertNumQueries

from mulberry.record.keys_trusted import parse_trusted_keys
from mulberry.record.receipt import verify_receipt
from mulberry_web.receipts.views import mark_of
from mulberry_web.record.models import Event
from mulberry_web.record.receipts import receipt
from tests.web.procedures.people import MILL, Town

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def index(town: Town) -> int:
    """The event by which the application was sent."""
    town.do("submit")
    town.do("accept")
    return Event.objects.get(stream__instrument=MILL, type="submit").index


def downloaded(town: Town, index: int, name: str = "owner", query: str = "") -> bytes:
    response = town.client(name).get(f"/receipts/{index}.json{query}")
    assert response.status_code == 200
    return response.content


def checked(town: Town, content: bytes, name: str = "receipt.json") -> tuple[int, str]:
    """What a visitor is told of a file."""
    response = town.client(None).post("/receipts/check", {"receipt": SimpleUploadedFile(name, content)})
    return response.status_code, response.content.decode()


def test_a_receipt_says_what_was_done_in_which_case_by_whom_and_when(town: Town, index: int) -> None:
    page = town.client("owner").get(f"/receipts/{index}").content.decode()
    for told in ("提交", "缫丝许可", "2026-TEST-0001", "申请人", "2026年3月2日 09:00", "沈如意", "生丝", "已收件"):
        assert told in page, told
    assert "<svg" in page and "style=" not in page, "the code is drawn without inline style"


def test_a_downloaded_receipt_verifies_with_the_published_key(town: Town, index: int) -> None:
    keys = town.client(None).get("/receipts/keys").content.decode()
    verified = verify_receipt(downloaded(town, index), parse_trusted_keys(keys))
    assert verified.index == index and verified.personal == {"/personal/holder": "沈如意"}


def test_it_verifies_on_the_command_line_and_with_the_program_that_knows_nothing_of_mulberry(
    town: Town, index: int, tmp_path: Path
) -> None:
    file, keys = tmp_path / "receipt.json", tmp_path / "trusted.pub"
    file.write_bytes(downloaded(town, index))
    keys.write_bytes(town.client(None).get("/receipts/keys").content)
    own = [sys.executable, "-c", "from mulberry.cli import main; main()", "receipt", "verify", file, "--keys", keys]
    alone = [sys.executable, str(ROOT / "docs" / "verify_receipt.py"), file, keys]
    for command in (own, alone):
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_a_receipt_without_personal_data_still_verifies_and_tells_nothing_about_people(town: Town, index: int) -> None:
    content = downloaded(town, index, query="?without=personal")
    assert "沈如意" not in content.decode()
    status, page = checked(town, content)
    assert status == 200 and "回执有效" in page and "本回执未公开" in page


def test_a_supervisors_receipt_shows_nothing_about_people(town: Town, index: int) -> None:
    assert "沈如意" not in downloaded(town, index, "supervisor").decode()
    assert "沈如意" not in town.client("supervisor").get(f"/receipts/{index}").content.decode()


def test_anybody_may_check_a_receipt(town: Town, index: int) -> None:
    status, page = checked(town, downloaded(town, index))
    assert status == 200 and "回执有效" in page and "缫丝许可" in page and "沈如意" in page


@pytest.mark.parametrize("old", ['"silk"', '"applicant"', "2026-TEST-0001", "2026-03-02T09:00:00", "沈如意"])
def test_a_receipt_in_which_a_word_was_changed_does_not_hold(town: Town, index: int, old: str) -> None:
    text = downloaded(town, index).decode()
    new = old.replace("silk", "tea").replace("applicant", "officer").replace("2026", "2025").replace("沈", "王")
    assert old in text
    status, page = checked(town, text.replace(old, new).encode())
    assert status == 422 and "回执不成立" in page


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff\xfe", b"{" * 4000, b'{"format": "mulberry-receipt/1"}'])
def test_what_is_no_receipt_is_refused_kindly(town: Town, content: bytes) -> None:
    status, page = checked(town, content)
    assert status == 422 and ("回执不成立" in page)


def test_a_file_too_large_to_be_a_receipt_is_not_read(town: Town) -> None:
    status, page = checked(town, b" " * (1024 * 1024 + 1))
    assert status == 422 and "1 MB" in page


def test_sending_no_file_says_what_to_do(town: Town) -> None:
    response = town.client(None).post("/receipts/check")
    assert response.status_code == 422 and "请选择要核验的回执文件" in response.content.decode()


def test_a_receipt_of_another_record_does_not_hold_here(town: Town, index: int) -> None:
    told = json.loads(downloaded(town, index))
    told["checkpoint"] = told["checkpoint"].replace("localhost", "elsewhere")
    status, _ = checked(town, (json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode())
    assert status == 422


def test_the_short_address_tells_that_it_stands_in_the_record_and_not_what_it_says(town: Town, index: int) -> None:
    mark = mark_of(receipt(town.owner, index))
    client = town.client(None)
    page = client.get(f"/receipts/{index}/{mark}").content.decode()
    assert "在台账中" in page and "缫丝" not in page and "2026-TEST-0001" not in page
    for wrong in (f"/receipts/{index}/{'0' * 16}", f"/receipts/{index + 1}/{mark}", f"/receipts/99999/{mark}"):
        assert client.get(wrong).status_code == 404


@pytest.mark.parametrize("name", ["stranger", "elsewhere", "alone"])
def test_nobody_gets_the_receipt_of_what_he_may_not_see(town: Town, index: int, name: str) -> None:
    client = town.client(name)
    assert client.get(f"/receipts/{index}").status_code == 404
    assert client.get(f"/receipts/{index}.json").status_code == 404
    assert client.get("/receipts/99999").status_code == 404


def test_in_english_everything_is_english(town: Town, index: int) -> None:
    page = town.client("owner", "en").get(f"/receipts/{index}").content.decode()
    assert "Leave to run a mill" in page and "raw silk" in page and "2 Mar 2026, 09:00" in page


def test_a_receipt_costs_a_fixed_number_of_queries(
    town: Town, index: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = town.client("owner")
    client.get(f"/receipts/{index}")
    with django_assert_max_num_queries(32):
        assert client.get(f"/receipts/{index}").status_code == 200
