"""Addresses of applying, cases and worklists."""

from __future__ import annotations

from django.urls import path

from mulberry_web.procedures import acts, apply, attach, case, start, worklist

urlpatterns = [
    path("apply", start.index, name="apply-index"),
    path("apply/<slug:instrument>", start.start, name="apply"),
    path("apply/<slug:instrument>/<slug:ref>", apply.tasks, name="apply-tasks"),
    path("apply/<slug:instrument>/<slug:ref>/check", apply.check, name="apply-check"),
    path("apply/<slug:instrument>/<slug:ref>/delete", apply.drop, name="apply-drop"),
    path("apply/<slug:instrument>/<slug:ref>/ask/<slug:name>", apply.question, name="apply-question"),
    path("apply/<slug:instrument>/<slug:ref>/papers/<slug:name>", attach.document, name="apply-paper"),
    path("cases", case.mine, name="cases"),
    path("cases/<slug:instrument>/<path:key>/sent", case.sent, name="case-sent"),
    path("cases/<slug:instrument>/<path:key>/act/<slug:name>", acts.act, name="case-act"),
    path("cases/<slug:instrument>/<path:key>/papers/<slug:ref>", attach.paper, name="case-paper"),
    path("cases/<slug:instrument>/<path:key>", case.case, name="case"),
    path("worklist", worklist.worklist, name="worklist"),
]
