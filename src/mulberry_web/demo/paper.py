"""An invented paper: a PDF of one page that says that it is one."""

from __future__ import annotations

from collections.abc import Sequence

A4 = "[0 0 595 842]"


def pdf(*lines: str) -> bytes:
    """A PDF with these lines; letters beyond Latin are left out, since no font is put into it."""
    shown = [
        line.encode("latin-1", "ignore").decode("latin-1").translate({40: "[", 41: "]", 92: "/"}) for line in lines
    ]
    text = " ".join(f"({line}) Tj 0 -24 Td" for line in shown)
    content = f"BT /F1 16 Tf 72 740 Td {text} ET"
    return _assembled((
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {A4} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ))  # fmt: skip


def _assembled(objects: Sequence[str]) -> bytes:
    """The objects one after the other, and the table of where each begins."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode("latin-1")
