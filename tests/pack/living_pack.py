"""A small pack made from a published-looking notice, with instruments on known clauses."""

from __future__ import annotations

from pathlib import Path

from mulberry.decisions.declare import Decision, require
from mulberry.decisions.facts import Subject, money
from mulberry.instrument import Instrument
from mulberry.law.basis import Law
from mulberry.law.parameters import fixed
from mulberry.law.text import t
from mulberry.pack.clauses import Clause, Measure
from mulberry.pack.pack import Pack
from mulberry.pack.prints import kept, table
from mulberry.policy import read

NOTICE = (Path(__file__).parents[1] / "policy" / "fixtures" / "notice.txt").read_text("utf-8")
OTHER = "关于别的事情的若干措施\n一、别的\n（一）加强绿化。建设口袋公园。\n（二）办好集市。鼓励摆摊。\n"
NUMBER = "江政办发〔2025〕12号"
POLICY = Law("jianghai", t("江海市措施", "Jianghai measures"), NUMBER)
LEAST = fixed(
    "jianghai.least", t("投资下限", "Least investment"), 5_000_000, POLICY.art("（二）"), unit="CNY", type="money"
)


class Project(Subject, kind="project"):
    """A project."""

    investment = money(t("设备投资", "Investment in equipment"))


class Growth(Decision[Project], id="growth-award", system="1.1", clauses="1.1"):
    """On sentence 1.1."""

    title = t("升规奖励", "Growth award")
    big = require(Project.investment >= LEAST, t("达到下限", "Large enough"), POLICY.art(1))
    result = ("yes", t("可以", "Yes")), ("no", t("不可以", "No"))


class Land(Decision[Project], id="flexible-land", system="3.1", clauses="3.1.2"):
    """On the second clause of sentence 3.1."""

    title = t("弹性年期", "Flexible term")
    some = require(Project.investment >= 1, t("有投资", "Some investment"), POLICY.art(3))
    result = ("yes", t("可以", "Yes")), ("no", t("不可以", "No"))


def make(*, id: str = "jianghai", by_clause: bool = True, prints: bool = True, text: str = NOTICE) -> Pack:
    """The pack of a text: with fingerprints of clauses, of sentences alone, or none."""
    reading = read(text)
    rows = {key: value for key, value in table(reading).items() if by_clause or key.count(".") == 1}
    held = kept(rows) if prints else {}
    clauses = tuple(Clause(s.id, t(f"第{s.id}句", f"Sentence {s.id}"), held.get(s.id, "")) for s in reading.sentences)
    instruments: tuple[Instrument, ...] = (Growth, Land)
    title = t("江海市措施", "Jianghai measures")
    return Pack(id, title, NUMBER, t("江海市", "Jianghai"), (Measure("1", title, title, clauses),), instruments, Path())
