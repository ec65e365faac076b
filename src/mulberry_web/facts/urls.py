"""Addresses of facts and of what they offer."""

from __future__ import annotations

from django.urls import path

from mulberry_web.facts import past, use, views

urlpatterns = [
    path("facts/", views.index, name="facts"),
    path("facts/<str:code>/new-person", views.add_person, name="facts-new-person"),
    path("facts/<str:key>/", views.page, name="facts-of"),
    path("facts/<str:key>/history", past.past, name="facts-past"),
    path("facts/<str:key>/change/<slug:what>", views.change, name="facts-change"),
    path("use/", use.index, name="use"),
    path("use/<str:key>/", use.page, name="use-of"),
    path("use/<str:key>/<slug:id>", use.answer, name="answer"),
]
