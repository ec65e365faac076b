"""Who somebody is and what he or she may do: persons, organisations, offices, and the ties between them."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models

from mulberry.law.text import Text

LANGUAGES = (("zh-hans", "简体中文"), ("en", "English"))


def new_ref() -> str:
    """A name that means nothing: sealed events carry it, so it must lead to nobody once the person's row is erased."""
    return secrets.token_hex(8)


class Named(models.Model):
    """Something with a name in both languages; where one was not given the other serves."""

    name_zh = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    @property
    def name(self) -> Text:
        fallback = self.name_zh or self.name_en or str(self.pk)
        return Text(self.name_zh or fallback, self.name_en or fallback)

    def __str__(self) -> str:
        return self.name.zh


class Person(Named, AbstractBaseUser):
    """Somebody who signs in. ``ref`` is the stable, meaningless name under which the record knows the person."""

    username = models.CharField(max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    language = models.CharField(max_length=10, choices=LANGUAGES, default="zh-hans")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager["Person"]()


class Organisation(Named):
    """An enterprise or institution. ``code`` is the unified social credit code, or any stable id."""

    code = models.CharField(max_length=64, unique=True)


class Membership(models.Model):
    """A person acts for, or only reads for, an organisation."""

    class Role(models.TextChoices):
        READER = "reader"
        AGENT = "agent"
        HEAD = "head"

    ACTING = (Role.AGENT, Role.HEAD)

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.AGENT)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "organisation"], name="one_membership_each")]


class Office(Named):
    """A public office. Those above see what those below do."""

    code = models.CharField(max_length=64, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")


class Competence(models.Model):
    """The office handles this instrument."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="competences")
    instrument = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["office", "instrument"], name="one_competence_each")]
        indexes = [models.Index(fields=["instrument"], name="competence_instrument")]


class Post(models.Model):
    """An officer serves in an office in one of the instruments' roles (officer, approver, provincial_cac …)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts")
    office = models.ForeignKey(Office, models.CASCADE, related_name="posts")
    role = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "office", "role"], name="one_post_each")]


class Oversight(models.Model):
    """A supervisor sees all that an office and the offices below it handle, and acts in none of it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="oversights")
    office = models.ForeignKey(Office, models.CASCADE, related_name="oversights")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "office"], name="one_oversight_each")]


class SignInFailures(models.Model):
    """How often signing in has failed in a row, by who was tried and from where (a digest of both), or from where."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.IntegerField()
    last_at = models.DateTimeField(db_index=True)
