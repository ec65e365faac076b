"""The pages of receipts. Showing one asks the read door; checking one asks nobody: whoever holds it may."""

from __future__ import annotations

import hmac

import segno
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.record.keys_trusted import format_trusted_keys
from mulberry.record.merkle import leaf_hash
from mulberry.record.receipt import verify_receipt
from mulberry.record.receipt_form import MAX_BYTES, Receipt
from mulberry_web.page.who import who
from mulberry_web.procedures.guarded import or_404
from mulberry_web.receipts.told import Told, told
from mulberry_web.record.models import Event
from mulberry_web.record.receipts import receipt as receipt_of
from mulberry_web.record.signing import trusted_keys

MARK = 16
NO_FILE = t("请选择要核验的回执文件。", "Choose the receipt file to check.")
TOO_LARGE = t("文件超过1 MB，不是回执。", "The file is larger than 1 MB and no receipt.")


@login_required
@require_GET
@or_404
def receipt(request: HttpRequest, index: int) -> HttpResponse:
    """One event with its proof, for people to read, print and take away."""
    found = receipt_of(who(request).person, index)
    link = request.build_absolute_uri(reverse("receipt-stands", args=[index, mark_of(found)]))
    shown = {
        "receipt": found,
        "told": told(found),
        "hash": leaf_hash(found.leaf).hex(),
        "link": link,
        "code": code(link),
    }
    return render(request, "receipts/receipt.html", shown)


@login_required
@require_GET
@or_404
def download(request: HttpRequest, index: int) -> HttpResponse:
    """The file; with ``?without=personal`` it still proves, and shows nothing about natural persons."""
    found = receipt_of(who(request).person, index)
    if request.GET.get("without") == "personal":
        found = found.withhold(*(shown.at for shown in found.personal))
    response = HttpResponse(found.encode(), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="receipt-{index}.json"'
    return response


@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Anybody brings a receipt and is told whether it holds. It is not kept."""
    shown: dict[str, object] = {"keys": format_trusted_keys(trusted_keys())}
    if request.method == "POST":
        checked, error = _checked(request)
        shown |= {"told": checked, "error": error}
    return render(request, "receipts/check.html", shown, status=422 if shown.get("error") else 200)


def _checked(request: HttpRequest) -> tuple[Told | None, Text | None]:
    file = request.FILES.get("receipt")
    if file is None or file.size is None:
        return None, NO_FILE
    if file.size > MAX_BYTES:
        return None, TOO_LARGE
    try:
        verified = verify_receipt(file.read(), trusted_keys())
    except Invalid as error:
        return None, error.text
    return Told.of(verified.event, verified.index, verified.personal, verified.checkpoint.checkpoint.size), None


@require_GET
def stands(request: HttpRequest, index: int, mark: str) -> HttpResponse:
    """What the code on a receipt leads to: whether that event stands in the record. What it says is not told."""
    found = Event.objects.filter(index=index).only("hash").first()
    holds = found is not None and hmac.compare_digest(bytes(found.hash).hex()[:MARK], mark)
    return render(request, "receipts/stands.html", {"holds": holds, "index": index}, status=200 if holds else 404)


@require_GET
def keys(_: HttpRequest) -> HttpResponse:
    """The public keys by which this record's receipts are believed."""
    response = HttpResponse(format_trusted_keys(trusted_keys()), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="record.pub"'
    return response


def mark_of(found: Receipt) -> str:
    """The first half of the leaf's hash in letters: enough to tell one event from every other."""
    return leaf_hash(found.leaf).hex()[:MARK]


def code(link: str) -> SafeString:
    """The link as a QR code, drawn as SVG; it holds nothing that a reader typed."""
    drawn = segno.make(link, error="m", micro=False)
    return mark_safe(drawn.svg_inline(scale=4, border=2, svgclass=None, lineclass=None))  # noqa: S308
