"""Addresses of signing in and out, of one's own page and of the language."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import path

from mulberry_web.people import views

urlpatterns = [
    path("sign-in", views.SignIn.as_view(), name="sign-in"),
    path("sign-out", LogoutView.as_view(), name="sign-out"),
    path("me", views.me, name="me"),
    path("language", views.language, name="language"),
]
