"""Drafts are started, kept and thrown away here alone, and papers taken in, sealed and given back."""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from mulberry.errors import Refused
from mulberry.law.text import t
from mulberry.record.events import Actor, Command
from mulberry_web.people.models import Organisation, Person
from mulberry_web.procedures import papers
from mulberry_web.procedures.case_file import ATTACH, FULL, HOLDER, ID, MOST
from mulberry_web.procedures.models import Draft, Paper
from mulberry_web.record import door

KEPT_DAYS = 60
MOST_DRAFTS = 50
MOST_LETTERS = 200_000
# Without vowels, so that no number spells a word, and without letters that are read as digits.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"

TOO_MANY = t(
    "您已有{most}份未提交的申请；请先提交或删除其中一些。",
    "You have {most} applications that were not sent; send or delete some of them first.",
)
TOO_LONG = t("这份申请的内容过长；请缩短后再保存。", "This application is too long to keep; shorten it.")


def new_ref(year: int) -> str:
    """A number that can be read out on the telephone and tells nobody how many cases there are: ``2026-7KQ4-M3PX``."""
    letters = [secrets.choice(ALPHABET) for _ in range(8)]
    return f"{year}-{''.join(letters[:4])}-{''.join(letters[4:])}"


def take_in(
    file: UploadedFile[bytes], person: Person, instrument: str, key: str, step: str, document: str, now: datetime
) -> Paper:
    """Take in a paper for a draft or a case; ``Invalid`` says why another is not taken."""
    name = papers.checked_name(file, document or "papers")
    if Paper.objects.filter(instrument=instrument, key=key).count() >= MOST:
        raise FULL.refused(most=MOST)
    ref = secrets.token_urlsafe(24)
    return Paper.objects.create(
        ref=ref, person=person, instrument=instrument, key=key, step=step, document=document, name=name,
        size=file.size or 0, sha256=papers.lay_down(file, ref), added_at=now,
    )  # fmt: skip


def give_back(paper: Paper) -> None:
    """A paper that was not sealed yet is taken out again."""
    if paper.sealed is None:
        papers.throw_away(paper)
        Paper.objects.filter(pk=paper.pk, sealed__isnull=True).delete()


def throw_erased(instrument: str, key: str) -> int:
    """Throw away the papers of a case whose names were erased from the record; gives how many."""
    sealed = Paper.objects.filter(instrument=instrument, key=key, sealed__isnull=False)
    kept = {paper.pk for paper in papers.without_erased(sealed)}
    gone = [paper for paper in sealed if paper.pk not in kept]
    for paper in gone:
        papers.throw_away(paper)
        Paper.objects.filter(pk=paper.pk).delete()
    return len(gone)


def seal_papers(
    person: Person, instrument: str, key: str, step: str, at: datetime, owner: Organisation | None = None
) -> None:
    """Put the papers of a step on record by their fingerprints. Called before the step itself is sent, so that no step
    is on record whose papers are not."""
    waiting = list(Paper.objects.filter(instrument=instrument, key=key, step=step, person=person, sealed=None))
    if not waiting:
        return
    told = [{"document": p.document or None, "name": p.name, "bytes": p.size, "sha256": p.sha256} for p in waiting]
    fields = {"file": f"{instrument}/{key}", "step": step, "papers": told}
    once = f"papers-{sha256(repr([paper.ref for paper in waiting]).encode()).hexdigest()[:40]}"
    answer = door.execute(
        person, Command(ID, ATTACH.name, fields, Actor(HOLDER.id), at), idempotency_key=once, owner=owner
    )
    Paper.objects.filter(pk__in=[paper.pk for paper in waiting]).update(sealed=answer.first)


def start(person: Person, organisation: Organisation | None, instrument: str, now: datetime) -> Draft:
    """A new, empty draft. ``now`` is aware, as all of Django's moments are. Old drafts are thrown away on the way."""
    with transaction.atomic():
        for old in Draft.objects.filter(updated_at__lt=now - timedelta(days=KEPT_DAYS)):
            drop(old)
        if Draft.objects.filter(person=person).count() >= MOST_DRAFTS:
            raise Refused("too_many_drafts", TOO_MANY.format(most=MOST_DRAFTS))
        return Draft.objects.create(
            ref=new_ref(now.year), person=person, organisation=organisation, instrument=instrument, updated_at=now
        )


def keep(draft: Draft, answers: dict[str, Any], now: datetime) -> None:
    """Keep these answers beside those given before; ``None`` takes one away."""
    with transaction.atomic():
        # Read again under the lock: the same person may be answering another question in a second window.
        fresh = Draft.objects.select_for_update().get(pk=draft.pk)
        told = {name: value for name, value in {**fresh.given, **answers}.items() if value is not None}
        text = json.dumps(told, ensure_ascii=False)
        if len(text) > MOST_LETTERS:
            raise Refused("draft_too_long", TOO_LONG)
        fresh.answers, fresh.updated_at = text, now
        fresh.save(update_fields=["answers", "updated_at"])
    draft.answers, draft.updated_at = fresh.answers, fresh.updated_at


def forget(draft: Draft) -> None:
    """The draft was sent: its papers are the case's now."""
    Draft.objects.filter(pk=draft.pk).delete()


def drop(draft: Draft) -> None:
    """The draft is no longer wanted, and nor are its papers."""
    for paper in Paper.objects.filter(instrument=draft.instrument, key=draft.ref, sealed=None):
        give_back(paper)
    forget(draft)
