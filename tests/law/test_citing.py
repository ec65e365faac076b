"""How a place in a law is cited in both languages."""

from __future__ import annotations

import pytest

from mulberry.law.basis import Law
from mulberry.law.text import t

LAW = Law("example", t("某法", "Example Law"), "令第1号")


@pytest.mark.parametrize(
    ("article", "zh", "en"),
    [
        ("42", "《某法》（令第1号）第42条", "Example Law, art. 42"),
        ("7(1)", "《某法》（令第1号）第7条第（1）项", "Example Law, art. 7(1)"),
        ("12-14", "《某法》（令第1号）第12至14条", "Example Law, arts 12-14"),
        ("附件一", "《某法》（令第1号）附件一", "Example Law, 附件一"),
        ("", "《某法》（令第1号）", "Example Law"),
    ],
)
def test_an_article_is_cited_as_lawyers_do(article: str, zh: str, en: str) -> None:
    label = LAW.art(article).label()
    assert (label.zh, label.en) == (zh, en)
