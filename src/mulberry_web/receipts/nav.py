"""The way to the receipt check."""

from __future__ import annotations

from mulberry.law.text import t
from mulberry_web.page.ways import Way

WAYS = (
    Way(
        "receipt-check",
        t("核验回执", "Check a receipt"),
        t(
            "任何人都可以核对一份回执是否真在台账里，也可以不联网自己核对。",
            "Anybody can see whether a receipt stands in the record, here or offline.",
        ),
        order=90,
    ),
)
