"""The attached text as files that other programs read: JSON, Akoma Ntoso, and the table of tasks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from mulberry.law.text import Lang, Text, t
from mulberry.pack.coverage import carrying
from mulberry.pack.pack import Pack
from mulberry.policy.akn import to_akn
from mulberry.policy.model import Reading
from mulberry.policy.output import to_json
from mulberry.policy.table import write_table

Maker = Callable[[Pack, Reading, Lang], bytes]


@dataclass(frozen=True, slots=True)
class Download:
    """One kind of file: what it is called, what it is for, and how it is made."""

    form: str
    title: Text
    media_type: str
    make: Maker


def _json(_pack: Pack, reading: Reading, _lang: Lang) -> bytes:
    return json.dumps(to_json(reading), ensure_ascii=False, indent=1).encode()


def _akn(_pack: Pack, reading: Reading, _lang: Lang) -> bytes:
    return to_akn(reading)


def _tasks(pack: Pack, reading: Reading, lang: Lang) -> bytes:
    ids = [clause.id for sentence in reading.sentences for clause in sentence.clauses]
    tools = {id: [instrument.id for instrument in carrying(pack, id)] for id in ids}
    return write_table(reading, instruments=tools, lang=lang)


DOWNLOADS = {
    one.form: one
    for one in (
        Download("json", t("JSON（数据）", "JSON (data)"), "application/json", _json),
        Download("xml", t("Akoma Ntoso（法律文件格式）", "Akoma Ntoso (legal XML)"), "application/xml", _akn),
        Download(
            "xlsx",
            t("任务分解表（.xlsx）", "Table of tasks (.xlsx)"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _tasks,
        ),
    )
}
