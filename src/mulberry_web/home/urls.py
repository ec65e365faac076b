"""Addresses of the home page."""

from __future__ import annotations

from django.urls import path

from mulberry_web.home import views

urlpatterns = [path("", views.home, name="home")]
