"""Receipts: one event with all that proves it, for whoever may see the event."""

from __future__ import annotations

import json

from django.db import transaction

from mulberry.record.checkpoint import parse_checkpoint
from mulberry.record.checkpoint_note import parse_note
from mulberry.record.commitment import Opening
from mulberry.record.merkle import Position
from mulberry.record.proofs import fetch, inclusion_plan
from mulberry.record.receipt import make_receipt
from mulberry.record.receipt_form import Receipt
from mulberry_web.people.models import Person
from mulberry_web.record import read
from mulberry_web.record.checkpoints import note
from mulberry_web.record.models import Checkpoint, Event, Head, Node, Personal
from mulberry_web.record.refusals import NotFound
from mulberry_web.record.signing import trusted_keys
from mulberry_web.record.store import Store


def receipt(person: Person | None, index: int) -> Receipt:
    """The receipt of a leaf under the newest checkpoint; ``NotFound`` where the person may not see the event."""
    found, personal = read.event(person, index)
    return _made(found, _openings(found) if personal else {})


def public_receipt(index: int) -> Receipt:
    """The same for an operator at the machine itself: every personal value is withheld."""
    found = Event.objects.filter(index=index).first()
    if found is None:
        raise NotFound
    return _made(found, {})


def _made(found: Event, openings: dict[str, Opening]) -> Receipt:
    signed = checkpoint()
    size = parse_checkpoint(parse_note(signed).text).size
    keys = [trusted.key for trusted in trusted_keys()]  # a checkpoint at a change of keys bears two signatures
    return make_receipt(found.leaf.encode(), found.index, _path(found.index, size), signed, keys, openings)


def checkpoint() -> str:
    """The signed note over the whole log as it is now, made if there is none yet."""
    newest = Checkpoint.objects.order_by("-size").first()
    if newest is not None and newest.size == Head.objects.values_list("size", flat=True).get():
        return newest.note
    with transaction.atomic(durable=True):
        store = Store()
        head = store.lock_head().frontier
        known = Checkpoint.objects.filter(size=head.size).first()
        if known is not None:
            return known.note
        signed = note(head)
        store.insert_checkpoint(head.size, signed)
        return signed


def _path(index: int, size: int) -> tuple[bytes, ...]:
    plan = inclusion_plan(index, size)
    stored = _nodes([position for group in plan for position in group])
    return fetch(plan, lambda level, at: stored[level, at])


def _nodes(positions: list[Position]) -> dict[Position, bytes]:
    """Stored hashes of complete nodes: of leaves from the events, of all others from the nodes."""
    leaves = [at for level, at in positions if level == 0]
    stored = {(0, found.index): bytes(found.hash) for found in Event.objects.filter(index__in=leaves).only("hash")}
    inner = [position for position in positions if position[0]]
    for node in Node.objects.filter(pk__in=inner):
        stored[node.level, node.index] = bytes(node.hash)
    return stored


def _openings(found: Event) -> dict[str, Opening]:
    kept = Personal.objects.filter(event=found).values_list("place", "salt", "value")
    return {place: Opening(json.loads(value), bytes(salt)) for place, salt, value in kept}
