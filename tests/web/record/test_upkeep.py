"""What a desk does beside its people's acts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mulberry.record.checkpoint import verify_checkpoint
from mulberry_web.record import upkeep
from mulberry_web.record.check import check
from mulberry_web.record.models import Checkpoint, Event, Head, Made, Stream
from mulberry_web.record.signing import trusted_keys
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
