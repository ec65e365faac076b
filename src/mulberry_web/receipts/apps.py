"""Receipts."""

from django.apps import AppConfig


class ReceiptsConfig(AppConfig):
    name = "mulberry_web.receipts"
    label = "receipts"
    verbose_name = "Receipts"
