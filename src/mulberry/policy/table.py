"""The task table (任务分解表) as .xlsx: one row a clause, with the lead office, dates and instruments to fill in,
written and read back.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from mulberry.errors import Invalid
from mulberry.law.text import Lang, Text, t
from mulberry.policy.fingerprints import digest
from mulberry.policy.model import Clause, Reading

COLUMNS: tuple[tuple[str, Text, int], ...] = (
    ("clause", t("款项", "Clause"), 10),
    ("text", t("任务内容", "Task"), 60),
    ("force", t("力度", "Force"), 12),
    ("class", t("类别", "Class"), 12),
    ("actor", t("主体", "Actor"), 24),
    ("condition", t("条件", "Condition"), 28),
    ("quantity", t("数量", "Quantity"), 18),
    ("instruments", t("政策工具", "Instruments"), 28),
    ("lead", t("牵头单位", "Lead office"), 20),
    ("support", t("配合单位", "Supporting offices"), 24),
    ("start", t("开始日期", "Start"), 14),
    ("due", t("完成时限", "Due"), 14),
    ("status", t("进展", "Progress"), 24),
    ("fingerprint", t("指纹", "Fingerprint"), 20),
)
_SHEET = t("任务分解表", "Tasks")
_NOT_A_TABLE = t(
    "文件不是任务分解表，请用本系统导出的 .xlsx 文件。",
    "The file is not a task table; please use an .xlsx exported by this system.",
)
_NO_COLUMN = t(
    "任务分解表缺少“{column}”一列，请补上后再读。",
    "The task table lacks the column “{column}”; please add it and read it again.",
)
_BAD_DATE = t(
    "第 {row} 行的“{column}”不是日期，请写成 2026-01-31 的样子。",
    "“{column}” in row {row} is not a date; please write it like 2026-01-31.",
)
_TWICE = t("款项 {clause} 出现了两次，请只保留一行。", "Clause {clause} appears twice; please keep one row.")
_LARGE = t("表格过大，请检查文件。", "The table is too large; please check the file.")
_MAX_UNPACKED = 50_000_000
_MAX_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Task:
    """One row read back. Dates may be open; ``instruments`` are ids."""

    clause: str
    text: str
    force: str
    cls: str
    actor: str
    condition: str
    quantity: str
    instruments: tuple[str, ...]
    lead: str
    support: str
    start: date | None
    due: date | None
    status: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """What the offices fill in for a clause, when a table is written with it already known."""

    lead: str = ""
    support: str = ""
    start: date | None = None
    due: date | None = None
    status: str = ""


def _row(clause: Clause, instruments: Sequence[str], given: Assignment) -> list[str | date | None]:
    return [
        clause.id,
        clause.text,
        clause.force,
        clause.cls,
        clause.actor or "",
        "；".join(p.text for p in clause.conditions),
        "；".join(q.text for q in clause.quantities),
        ", ".join(instruments),
        given.lead,
        given.support,
        given.start,
        given.due,
        given.status,
        digest(clause.text),
    ]


def write_table(
    reading: Reading,
    *,
    instruments: Mapping[str, Sequence[str]] | None = None,
    assignments: Mapping[str, Assignment] | None = None,
    lang: Lang = "zh",
) -> bytes:
    """The table as a file. ``instruments`` maps a clause id (or its sentence's) to instrument ids."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _SHEET.in_(lang)
    sheet.freeze_panes = "B2"
    for k, (_, title, width) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[chr(ord("A") + k - 1)].width = width
        sheet.cell(1, k, title.in_(lang)).font = Font(bold=True)
    row = 2
    for sentence in reading.sentences:
        for clause in sentence.clauses:
            tools = (instruments or {}).get(clause.id) or (instruments or {}).get(sentence.id) or ()
            _fill(sheet, row, _row(clause, tools, (assignments or {}).get(clause.id, Assignment())))
            row += 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, row: int, values: Sequence[str | date | None]) -> None:
    """One row; words wrap, and words that begin like a formula stay words."""
    for k, value in enumerate(values, 1):
        cell = sheet.cell(row, k)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        elif value is not None:
            cell.number_format = "yyyy-mm-dd"


def read_table(data: bytes) -> tuple[Task, ...]:
    """The rows of a table in either language; ``Invalid`` names what is wrong and where."""
    rows = _rows(data)
    if not rows:
        raise Invalid("table", _NOT_A_TABLE)
    where = _columns(rows[0])
    out: dict[str, Task] = {}
    for n, row in enumerate(rows[1:], 2):
        cells = {name: row[k] if k < len(row) else None for name, k in where.items()}
        id = _word(cells["clause"])
        if not id:
            continue
        if id in out:
            raise Invalid("table", _TWICE.format(clause=id))
        out[id] = _task(id, cells, n)
    return tuple(out.values())


def _rows(data: bytes) -> list[tuple[object, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(i.file_size for i in archive.infolist()) > _MAX_UNPACKED:
                raise Invalid("table", _LARGE)
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        rows: list[tuple[object, ...]] = [
            tuple(row) for row in sheet.iter_rows(values_only=True, max_row=_MAX_ROWS, max_col=len(COLUMNS) * 2)
        ]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError) as error:
        raise Invalid("table", _NOT_A_TABLE) from error
    return rows


def _columns(head: Sequence[object]) -> dict[str, int]:
    """Where each column stands, by its title in either language."""
    titles = {_word(v): k for k, v in enumerate(head)}
    out = {}
    for name, title, _ in COLUMNS:
        at = next((titles[x] for x in (title.zh, title.en) if x in titles), None)
        if at is None:
            raise Invalid("table", _NO_COLUMN.format(column=title.zh))
        out[name] = at
    return out


def _word(value: object) -> str:
    return "" if value is None else str(value).strip()


def _date(value: object, name: str, row: int) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError as error:
        title = next(x for n, x, _ in COLUMNS if n == name)
        raise Invalid(
            "table", Text(_BAD_DATE.zh.format(row=row, column=title.zh), _BAD_DATE.en.format(row=row, column=title.en))
        ) from error


def _task(id: str, cells: Mapping[str, object], row: int) -> Task:
    words = {name: _word(cells[name]) for name, _, _ in COLUMNS}
    return Task(
        clause=id,
        text=words["text"],
        force=words["force"],
        cls=words["class"],
        actor=words["actor"],
        condition=words["condition"],
        quantity=words["quantity"],
        instruments=tuple(x.strip() for x in words["instruments"].replace("，", ",").split(",") if x.strip()),
        lead=words["lead"],
        support=words["support"],
        start=_date(cells["start"], "start", row),
        due=_date(cells["due"], "due", row),
        status=words["status"],
        fingerprint=words["fingerprint"],
    )
