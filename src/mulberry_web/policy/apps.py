"""The policy."""

from django.apps import AppConfig


class PolicyConfig(AppConfig):
    name = "mulberry_web.policy"
    label = "policy"
    verbose_name = "Policy"
