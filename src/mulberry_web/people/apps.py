"""People and their rights."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "mulberry_web.people"
    label = "people"
    verbose_name = "People"
