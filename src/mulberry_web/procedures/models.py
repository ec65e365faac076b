"""What the record does not tell: applications that have not been sent yet, and where papers lie."""

from __future__ import annotations

import json
from typing import Any

from django.db import models

from mulberry_web.people.models import Organisation, Person


class Draft(models.Model):
    """An application that somebody is still writing.

    ``ref`` becomes the number of the case, so that a second sending of the same draft can make no second case.

    It is its author's alone, and is gone once it was sent, thrown away or left alone for too long.
    """

    ref = models.CharField(max_length=32, unique=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    instrument = models.CharField(max_length=100)
    answers = models.TextField(default="{}")
    updated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["updated_at"], name="draft_age")]

    def __str__(self) -> str:
        return f"{self.instrument} {self.ref}"

    @property
    def given(self) -> dict[str, Any]:
        """The answers so far by field, as a command takes them."""
        told: dict[str, Any] = json.loads(self.answers)
        return told


class Paper(models.Model):
    """A paper that somebody handed in, of a draft or a case: both have the same number. It lies in the file ``ref``.

    ``sealed`` is the place in the record of the event that tells its fingerprint; ``document`` is the declared document
    that it is, or empty.
    """

    ref = models.CharField(max_length=40, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    instrument = models.CharField(max_length=100)
    key = models.CharField(max_length=200)
    step = models.CharField(max_length=100)
    document = models.CharField(max_length=100, blank=True)
    name = models.CharField(max_length=200)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()
    sealed = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["instrument", "key"], name="paper_of_case")]

    def __str__(self) -> str:
        return self.name
