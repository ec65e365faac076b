"""Gold readings: the official pair by offsets, invented documents and an invented pair by their own words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.policy.judge.notation import Head, Mark, SentenceGold, Span, _amount, compile_sentence
from tests.policy.judge.render import Rendered, render

HERE = Path(__file__).parent
OFFICIAL = Path(__file__).resolve().parents[4] / "shared" / "policy"


@dataclass
class Document:
    """A text and its gold: where each level starts, the sentences, header fields."""

    name: str
    text: str
    parts: list[int] = field(default_factory=list)
    measures: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    sentences: list[SentenceGold] = field(default_factory=list)
    header: dict[str, str] = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)
    whole: bool = True  # every sentence of the text is in the gold


@dataclass
class Pair:
    """A text in two languages, aligned, with the places where the meaning changes."""

    zh: str
    en: str
    alignment: dict[Span, list[Span]]
    changes: dict[Span, list[str]]
    tolerated: set[Span]


def official_texts() -> tuple[str, str] | None:
    """The official pair beside the project, or none."""
    files = [OFFICIAL / f"sip-2024-282.{lang}.txt" for lang in ("zh", "en")]
    if not all(file.exists() for file in files):
        return None
    zh, en = (file.read_text(encoding="utf-8") for file in files)
    return zh, en


@cache
def _load(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def _offset_sentence(label: str, gold: dict[str, Any]) -> SentenceGold:
    """A sentence of the official text: every word is given by its offsets."""

    class _Fixed:
        def find(self, words: str) -> Span:
            start, _, end = words.partition("-")
            return int(start), int(end)

    heads = []
    for item in gold.get("heads", []):
        at, classes, under, optional = item["at"], item["class"], item.get("under", ["-"]), item.get("optional", False)
        governors = frozenset(None if name == "-" else name for name in under)
        heads.append(Head((at[0], at[1]), frozenset(classes), governors, optional))

    def marks(key: str) -> tuple[Mark, ...]:
        return tuple(Mark((m["at"][0], m["at"][1]), m.get("optional", False)) for m in gold.get(key, []))

    amounts = tuple(_amount(_Fixed(), item, optional=False) for item in gold.get("quantities", []))  # type: ignore[arg-type]
    at = gold["zh"]
    return SentenceGold((at[0], at[1]), tuple(heads), marks("conditions"), marks("names"), amounts, label)


def official_document(zh: str) -> Document:
    """The gold of the Chinese official text."""
    gold = _load("pair.yaml")
    sentences = [_offset_sentence(label, one) for label, one in gold["sentences"].items()]
    starts = [start for start, _ in gold["parts"]]
    return Document("official", zh, starts, gold["measures"], [], sentences, gold["document"], gold["aliases"])


def official_pair(zh: str, en: str) -> Pair:
    """The alignment and the changes of meaning of the official pair."""
    gold = _load("pair.yaml")
    spans = {label: (one["zh"][0], one["zh"][1]) for label, one in gold["sentences"].items()}
    alignment = {spans[k]: [(a, b) for a, b in one["en"]] for k, one in gold["sentences"].items()}
    changes = {spans[label]: kinds for label, kinds in gold["changes"].items()}
    return Pair(zh, en, alignment, changes, {spans[label] for label in gold["tolerated"]})


def invented_documents() -> list[Document]:
    """The invented documents, each rendered as its style wants."""
    return [_invented(spec) for spec in _load("documents.yaml")]


def _invented(spec: dict[str, Any]) -> Document:
    built = render(spec["lines"], spec.get("render", "plain"))
    plain = [compile_sentence(built.plain, at, line, line.get("s", line.get("p", ""))) for at, line in built.sentences]
    sentences = [_moved(one, built) for one in plain]
    header: dict[str, str] = {key: spec[key] for key in ("number", "date", "issuer") if key in spec}
    parts, measures, items = ([built.moved(at) for at in built.levels[key]] for key in ("part", "measure", "item"))
    return Document(spec["name"], built.text, parts, measures, items, sentences, header, spec.get("aliases", []))


def _moved(one: SentenceGold, built: Rendered) -> SentenceGold:
    def span(at: Span) -> Span:
        return built.moved(at[0]), built.moved(at[1] - 1) + 1

    return replace(
        one,
        at=span(one.at),
        heads=tuple(replace(h, at=span(h.at)) for h in one.heads),
        conditions=tuple(replace(c, at=span(c.at)) for c in one.conditions),
        names=tuple(replace(n, at=span(n.at)) for n in one.names),
        quantities=tuple(replace(q, at=span(q.at)) for q in one.quantities),
    )


def invented_pair() -> Pair:
    """The invented policy in two languages."""
    spec = _load("translations.yaml")
    zh, en = (spec["title"][lang] + "\n" + spec["part"][lang] + "\n" for lang in ("zh", "en"))
    alignment: dict[Span, list[Span]] = {}
    changes: dict[Span, list[str]] = {}
    for measure in spec["measures"]:
        zh, en = zh + measure["zh"], en + measure["en"]
        for sentence in measure["sentences"]:
            en += " "
            here, there = (len(zh), len(zh) + len(sentence["zh"])), (len(en), len(en) + len(sentence["en"]))
            zh, en = zh + sentence["zh"], en + sentence["en"]
            alignment[here] = [there]
            if "kind" in sentence:
                changes[here] = [sentence["kind"]]
        zh, en = zh + "\n", en + "\n"
    return Pair(zh, en, alignment, changes, set())
