"""Addresses of receipts and of checking them."""

from __future__ import annotations

from django.urls import path

from mulberry_web.receipts import views

urlpatterns = [
    path("receipts/check", views.check, name="receipt-check"),
    path("receipts/keys", views.keys, name="record-keys"),
    path("receipts/<int:index>", views.receipt, name="receipt"),
    path("receipts/<int:index>.json", views.download, name="receipt-file"),
    path("receipts/<int:index>/<slug:mark>", views.stands, name="receipt-stands"),
]
