"""The desk's addresses: each room's own, found by folder."""

from __future__ import annotations

from django.urls import include, path

from mulberry_web.rooms import url_modules

urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    *(path("", include(module)) for module in url_modules()),
]
