"""The task table (任务分解表) beside a pack and a text: what is filled in, what changed, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mulberry.law.text import Text, t
from mulberry.pack.belonging import candidates
from mulberry.pack.coverage import carrying
from mulberry.pack.living import living
from mulberry.pack.pack import Pack
from mulberry.policy.fingerprints import digest
from mulberry.policy.model import Reading
from mulberry.policy.table import COLUMNS, Assignment, Task

UNDIRECTED = frozenset({"declare", "enact", "guide-by"})
"""Classes of clauses that give nobody anything to do: no office need be named for them."""
FILLED = ("lead", "support", "start", "due", "status", "instruments")
_TITLES = {name: title for name, title, _ in COLUMNS}
_SAID: Mapping[str, Text] = {
    "no-lead": t("没有填牵头单位", "no lead office is named"),
    "no-due": t("没有填完成时限", "no due date is given"),
    "start-after-due": t("开始日期晚于完成时限", "it starts after it is due"),
    "words-changed": t("表中的任务内容被改动过，与导出时不同", "the words of the task were changed in the table"),
    "unknown-instrument": t("没有安装名为 {now} 的政策工具", "no instrument called {now} is installed"),
    "instruments-differ": t("政策工具应为 {was}，表中为 {now}", "the instruments are {was}; the table says {now}"),
    "text-differs": t("正文中这一款的措辞与表中不同", "the text words this clause otherwise than the table"),
    "not-in-table": t("正文有这一款，表中没有", "the text has this clause, the table has not"),
    "not-in-text": t("表中有这一款，正文没有", "the table has this clause, the text has not"),
    "changed": t("{field}：原为 {was}，现为 {now}", "{field}: it was {was} and is {now}"),
    "row-added": t("此前的表中没有这一行", "the earlier table has no such row"),
    "row-gone": t("此前的表中有这一行，现在没有", "the earlier table has this row, this one has not"),
}
_NONE = t("（空）", "(empty)")


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at in a row. ``field`` is the column it is about; ``was`` and ``now`` its contents."""

    clause: str
    code: str
    field: str = ""
    was: str = ""
    now: str = ""

    @property
    def text(self) -> Text:
        said = _SAID[self.code]
        title = _TITLES.get(self.field, _NONE)
        fill = [(title.in_(lang), self.was or _NONE.in_(lang), self.now or _NONE.in_(lang)) for lang in ("zh", "en")]
        zh, en = ({"field": f, "was": w, "now": n} for f, w, n in fill)
        return Text(said.zh.format(**zh), said.en.format(**en))

    def to_json(self) -> dict[str, Any]:
        values = {"field": self.field, "was": self.was, "now": self.now}
        return {"clause": self.clause, "code": self.code, **values, **self.text.to_json()}


def under_pack(packs: Sequence[Pack], reading: Reading) -> tuple[Pack | None, Reading]:
    """The pack that a text belongs to and the text under its ids; ``None`` and the text as it is where it is none's."""
    belonging = [one for one in candidates(packs, reading) if one.belongs]
    if not belonging:
        return None, reading
    return belonging[0].pack, living(belonging[0].pack, reading).reading


def instruments(pack: Pack, reading: Reading) -> dict[str, tuple[str, ...]]:
    """By clause of a text under the pack's ids, what carries it out."""
    ids = (clause.id for sentence in reading.sentences for clause in sentence.clauses)
    return {id: tuple(one.id for one in carrying(pack, id)) for id in ids}


def assignments(tasks: Sequence[Task]) -> dict[str, Assignment]:
    """What the offices filled in, by clause."""
    return {one.clause: Assignment(one.lead, one.support, one.start, one.due, one.status) for one in tasks}


def remarks(
    tasks: Sequence[Task],
    packs: Sequence[Pack],
    reading: Reading | None = None,
    earlier: Sequence[Task] | None = None,
) -> tuple[Remark, ...]:
    """Everything there is to say of a table: by itself, beside the policy's text, and beside an earlier table."""
    found = [one for task in tasks for one in _own(task, {i.id for pack in packs for i in pack.instruments})]
    if reading is not None:
        pack, own = under_pack(packs, reading)
        found += _beside_text(tasks, own)
        found += _beside_pack(tasks, instruments(pack, own)) if pack else ()
    if earlier is not None:
        found += _beside_earlier(tasks, earlier)
    order = {task.clause: at for at, task in enumerate(tasks)}
    return tuple(sorted(found, key=lambda one: order.get(one.clause, len(order))))


def _own(task: Task, known: set[str]) -> Iterator[Remark]:
    if task.cls not in UNDIRECTED:
        if not task.lead:
            yield Remark(task.clause, "no-lead", "lead")
        if not task.due:
            yield Remark(task.clause, "no-due", "due")
    if task.start and task.due and task.start > task.due:
        yield Remark(task.clause, "start-after-due", "start", _shown(task.due), _shown(task.start))
    if digest(task.text) != task.fingerprint:
        yield Remark(task.clause, "words-changed", "text")
    for id in task.instruments:
        if id not in known:
            yield Remark(task.clause, "unknown-instrument", "instruments", now=id)


def _beside_text(tasks: Sequence[Task], reading: Reading) -> Iterator[Remark]:
    words = {clause.id: digest(clause.text) for sentence in reading.sentences for clause in sentence.clauses}
    rows = {task.clause: task for task in tasks}
    yield from (Remark(id, "not-in-table") for id in words if id not in rows)
    for id, task in rows.items():
        if id not in words:
            yield Remark(id, "not-in-text")
        elif words[id] != task.fingerprint:
            yield Remark(id, "text-differs", "text")


def _beside_pack(tasks: Sequence[Task], tools: Mapping[str, Sequence[str]]) -> Iterator[Remark]:
    for task in tasks:
        right = tools.get(task.clause)
        if right is not None and set(right) != set(task.instruments):
            yield Remark(
                task.clause, "instruments-differ", "instruments", ", ".join(right), ", ".join(task.instruments)
            )


def _beside_earlier(tasks: Sequence[Task], earlier: Sequence[Task]) -> Iterator[Remark]:
    before, now = {one.clause: one for one in earlier}, {one.clause: one for one in tasks}
    yield from (Remark(id, "row-gone") for id in before if id not in now)
    yield from (Remark(id, "row-added") for id in now if id not in before)
    for id in (id for id in now if id in before):
        for name in FILLED:
            old, new = _cell(before[id], name), _cell(now[id], name)
            if old != new:
                yield Remark(id, "changed", name, old, new)


def _cell(task: Task, name: str) -> str:
    return _shown(getattr(task, name))


def _shown(value: date | str | tuple[str, ...] | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return value.isoformat() if isinstance(value, date) else value or ""


def task_json(task: Task) -> dict[str, Any]:
    """One row as JSON: what it is about, and what is filled in."""
    filled = {name: getattr(task, name) or None for name in FILLED if name != "instruments"}
    about = {"clause": task.clause, "force": task.force, "class": task.cls}
    return {**about, **filled, "instruments": list(task.instruments)}
