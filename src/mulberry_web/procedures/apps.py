"""Procedures: applications, cases, worklists."""

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "mulberry_web.procedures"
    label = "procedures"
    verbose_name = "Procedures"
