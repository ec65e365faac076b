"""What a desk does beside its people's acts."""

from __future__ import annotations

import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from mulberry.errors import Invalid
from mulberry.record.checkpoint import Checkpoint as Signed
from mulberry.record.checkpoint import sign_checkpoint, verify_checkpoint
from mulberry.record.receipt import verify_receipt
from mulberry_web.record import receipts, upkeep
from mulberry_web.record.check import check
from mulberry_web.record.models import Checkpoint, Event, Head, Made, Stream
from mulberry_web.record.signing import signing_key, trusted_keys
from mulberry_web.record.store import frontier_of
from tests.web.record.park import NINE, Park


def test_the_end_of_the_log_is_signed_once(park: Park) -> None:
    park.run("C1")
    note = upkeep.seal()
    assert upkeep.seal() == note
    signed = verify_checkpoint(note, trusted_keys()).checkpoint
    assert signed.size == Head.objects.get().size == 6
    assert Checkpoint.objects.filter(size=6).count() == 1


def test_an_empty_log_can_be_signed_and_checked(park: Park) -> None:
    assert verify_checkpoint(upkeep.seal(), trusted_keys()).checkpoint.size == 0
    assert check().ok


def test_views_are_made_anew_when_what_they_rest_on_has_changed(park: Park) -> None:
    park.run("C1")
    upkeep.refresh()
    Stream.objects.update(state="wrong")
    assert upkeep.refresh() == 0, "nothing they rest on has changed"
    Made.objects.update(value="an older release")
    assert upkeep.refresh() == 1
    assert check().ok


def test_silence_is_recorded_by_the_sweep(park: Park, monkeypatch: pytest.MonkeyPatch) -> None:
    park.act("submit", "C1")
    park.act("submit", "C2", at=NINE + timedelta(days=7))
    Stream.objects.update(due=date(2026, 3, 7))
    assert upkeep.sweep(NINE + timedelta(days=8)) == 1
    assert Event.objects.filter(type="deemed_accepted").count() == 1
    assert upkeep.sweep(NINE + timedelta(days=8)) == 0


def test_answers_are_kept_for_a_repeat_and_then_thrown_away(park: Park) -> None:
    park.act("submit", "C1", idempotency_key="k")
    assert upkeep.forget_answers(NINE + timedelta(days=6)) == 0
    assert upkeep.forget_answers(NINE + timedelta(days=8)) == 1


@pytest.fixture
def own_folder(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def test_after_a_change_of_key_old_and_new_proofs_hold(own_folder: Path, park: Park) -> None:
    park.run("C1", until="accept")
    before = receipts.receipt(park.owner, 0).encode()
    old = signing_key()
    later = NINE + timedelta(hours=3)
    park.act("review_a", "C1", at=later)
    public = upkeep.renew_key()
    assert str(signing_key().verifier) == public != str(old.verifier)
    signed_by_both = verify_checkpoint(Checkpoint.objects.get(size=3).note, trusted_keys()).signed_by
    assert len(signed_by_both) == 2
    park.act("review_b", "C1", at=later)
    after = receipts.receipt(park.owner, 3).encode()
    for receipt in (before, after):
        assert verify_receipt(receipt, trusted_keys()).withheld == ()
    assert check().differences == ()
    assert stat.S_IMODE((own_folder / "record.key").stat().st_mode) == 0o600
    assert (own_folder / "record.until-3").is_file()


def test_the_old_key_speaks_for_nothing_new(own_folder: Path, park: Park) -> None:
    park.act("submit", "C1")
    old = signing_key()
    upkeep.renew_key()
    park.act("accept", "C1")
    head = Head.objects.get()
    forged = sign_checkpoint(Signed(old.name, head.size, frontier_of(head.size, bytes(head.peaks)).root()), [old])
    with pytest.raises(Invalid):
        verify_checkpoint(forged, trusted_keys())


def test_a_key_may_be_changed_more_than_once(own_folder: Path, park: Park) -> None:
    for number in range(3):
        park.act("submit", f"C{number}")
        upkeep.seal()
        upkeep.renew_key()
    assert len(trusted_keys()) == 4
    assert check().differences == ()
