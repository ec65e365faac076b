"""The desk itself: shared templates, static files and template tags."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "mulberry_web"
    label = "desk"
    verbose_name = "Desk"
