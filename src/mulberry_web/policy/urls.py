"""Addresses of the policy, its coverage and its instruments."""

from __future__ import annotations

from django.urls import path

from mulberry_web.policy import reader_views, views

urlpatterns = [
    path("policy/", views.index, name="policy"),
    path("policy/<slug:pack>/", reader_views.reader, name="reader"),
    path("policy/<slug:pack>/text.<slug:form>", reader_views.text_file, name="reader-file"),
    path("coverage/", views.coverage_index, name="coverage"),
    path("coverage/<slug:pack>/", views.coverage_page, name="coverage-of"),
    path("instruments/", views.instruments, name="instruments"),
    path("instruments/<slug:id>/", views.instrument_page, name="instrument"),
]
