"""The policy as a reader, and the attached text to take away. Both are public and read no record."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mulberry.pack.pack import Pack
from mulberry_web.page.packs import packs
from mulberry_web.policy.downloads import DOWNLOADS
from mulberry_web.policy.kept import text_of
from mulberry_web.policy.reading_page import ReadingPage
from mulberry_web.templatetags.mulberry import reader_language


def pack_of(id: str) -> Pack:
    """The pack of that id; not found where there is none."""
    for pack in packs().packs:
        if pack.id == id:
            return pack
    raise Http404


def reader(request: HttpRequest, pack: str) -> HttpResponse:
    """Chinese and English side by side, clause by clause, with instruments and findings beside them."""
    page = ReadingPage(pack_of(pack), request.GET, reader_language())
    return render(request, "policy/reader.html", {"page": page, "pack": page.pack, "downloads": DOWNLOADS.values()})


@require_safe
def text_file(_request: HttpRequest, pack: str, form: str) -> HttpResponse:
    """The attached text under the pack's ids, as a file."""
    found = pack_of(pack)
    text = text_of(found)
    if text is None or form not in DOWNLOADS:
        raise Http404
    kind = DOWNLOADS[form]
    content = kind.make(found, text.reading, reader_language())
    return HttpResponse(
        content,
        content_type=kind.media_type,
        headers={"Content-Disposition": f'attachment; filename="{found.id}.{form}"'},
    )
