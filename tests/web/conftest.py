"""Starts Django for the tests of the desk, and for them alone: the engine's tests run without it."""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()
