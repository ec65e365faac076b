"""The stored record. Rows are written by the write door alone; events, nodes and checkpoints are never changed again.

The tables that only ever grow are made by hand-written SQL (``sql/``), with triggers that refuse a change; the models
of those are for reading.
"""

from __future__ import annotations

from django.db import models

from mulberry_web.people.models import Organisation, Person


class Stream(models.Model):
    """One case, entry or account: whose it is, the present state, and what worklists are ordered by.

    ``snapshot`` is the folded state as JSON in the form that ``shape`` names, so that a step need not read the whole
    history; it, and every column below it, can be made anew from the events. The owner stands in the first event.
    """

    instrument = models.CharField(max_length=100)
    key = models.CharField(max_length=200)
    owner_organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+", db_index=False)
    owner_person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    version = models.IntegerField()
    updated_at = models.CharField(max_length=19)
    shape = models.CharField(max_length=16)
    snapshot = models.TextField()
    state = models.CharField(max_length=64)
    due = models.DateField(null=True)
    published = models.BooleanField(null=True)
    ended = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instrument", "key"], name="one_stream_each")]
        indexes = [
            models.Index(fields=["instrument", "ended", "due", "id"], name="stream_worklist"),
            # Not by time: every step would then rewrite it, and no enterprise has so many that they cannot be sorted.
            models.Index(fields=["owner_organisation"], name="stream_of_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} {self.key}"


class Event(models.Model):
    """One leaf of the tree. ``leaf`` is the canonical JSON that was sealed; the other columns repeat parts of it."""

    index = models.BigIntegerField(primary_key=True)
    stream = models.ForeignKey(Stream, models.PROTECT, related_name="events")
    version = models.IntegerField()
    type = models.CharField(max_length=100)
    at = models.CharField(max_length=19)
    leaf = models.TextField()
    hash = models.BinaryField()


class Personal(models.Model):
    """A value about a natural person, which the leaf only commits to; deleting the row erases it for good.

    ``place`` is the JSON pointer of the commitment in the leaf, ``value`` canonical JSON.
    """

    pk = models.CompositePrimaryKey("event_id", "place")
    event = models.ForeignKey(Event, models.PROTECT, related_name="personal")
    place = models.CharField(max_length=200)
    salt = models.BinaryField()
    value = models.TextField()


class Node(models.Model):
    """A complete inner node of the tree (level 1 and up; level 0 is ``Event.hash``)."""

    pk = models.CompositePrimaryKey("level", "index")
    level = models.SmallIntegerField()
    index = models.BigIntegerField()
    hash = models.BinaryField()


class Head(models.Model):
    """The one row that says how far the log goes: its size and the hashes of its frontier, widest first.

    ``calendar`` is the mark of the calendar in force, empty where it is the one that comes with the engine.
    """

    size = models.BigIntegerField()
    peaks = models.BinaryField()
    calendar = models.CharField(max_length=64, default="")


class Checkpoint(models.Model):
    """A signed note over the tree of ``size`` leaves."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()


class Idempotency(models.Model):
    """The answer to a command that a person sent under a key of his or her own: a repeat gets the same answer."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=100)
    command = models.CharField(max_length=64)
    answer = models.TextField()
    stream = models.ForeignKey(Stream, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="one_answer_each")]


class Notice(models.Model):
    """The outbox: somebody is to be told of what happened up to and including this event of the stream.

    A row stays until somebody was told and is then deleted, so that the table holds only what is still to be done.
    """

    class To(models.TextChoices):
        OWNER = "owner"
        OFFICERS = "officers"

    stream = models.ForeignKey(Stream, models.PROTECT, related_name="+", db_index=False)
    event = models.BigIntegerField()
    to = models.CharField(max_length=10, choices=To.choices)
    attempts = models.SmallIntegerField(default=0)


class Made(models.Model):
    """What something derived was last made from, so that it is made anew when that has changed."""

    name = models.CharField(max_length=20, primary_key=True)
    value = models.CharField(max_length=64)
