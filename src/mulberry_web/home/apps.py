"""The home page."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "mulberry_web.home"
    label = "home"
    verbose_name = "Home"
