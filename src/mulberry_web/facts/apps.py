"""Facts about subjects."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "mulberry_web.facts"
    label = "facts"
    verbose_name = "Facts"
