"""The record."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "mulberry_web.record"
    label = "record"
    verbose_name = "Record"
