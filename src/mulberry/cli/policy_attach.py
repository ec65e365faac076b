"""``mulberry policy attach``: which pack a text belongs to, what differs, and what that touches."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mulberry.cli.policy_files import load, load_if
from mulberry.cli.speaking import Speech, spoken
from mulberry.errors import Invalid
from mulberry.law.text import Text, t

if TYPE_CHECKING:
    from mulberry.pack.belonging import Candidate
    from mulberry.pack.living import Change, Living
    from mulberry.pack.pack import Pack
    from mulberry.pack.touches import Held, OpenCase, Store
    from mulberry.policy import Reading

FILE = click.Path(path_type=Path, dir_okay=False)
ENTRY_POINT = "mulberry.attached"
_NO_DESK = t("没有安装工作台，故不列在办件。", "No desk is installed, so no open cases are listed.")
_NOWHERE = t("没有安装工作台，无处保存；请去掉 --store。", "No desk is installed to keep the text; leave out --store.")
_HEAD = t(
    "这是“{zh}”（政策包 {id}）：{same} 句相同，{differs} 句不同，{inserted} 句新增，{removed} 句删去，{moved} 句移位。",
    "This is “{en}” (pack {id}): {same} sentences alike, {differs} differ, {inserted} new, {removed} gone, "
    "{moved} moved.",
)
_ALSO = t("也属于：{ids}。", "It belongs to these as well: {ids}.")
_UNCHECKED = t("未作比对（政策包没有指纹）：{ids}", "not compared (the pack has no fingerprint): {ids}")
_WHAT = {
    "differs": t("不同", "differs"),
    "inserted": t("新增", "new"),
    "removed": t("删去", "gone"),
    "moved": t("移位", "moved"),
}
_NOW = t("（现编号 {now}）", " (now {now})")
_FROM = t("（原为 {old}）", " (was {old})")
_BY_SENTENCE = t("款项层面没有指纹，只能按句比对", "its clauses have no fingerprints: told by the sentence alone")
_INSTRUMENTS = t("政策工具", "instruments")
_PARAMETERS = t("参数", "parameters")
_TAKEN = t("（取自政策本身）", " (taken from the policy itself)")
_CASES = t("在办件", "open cases")
_HELD = t("登记项和账户", "entries and accounts")
_KEPT = t("已存入工作台，阅读页显示官方文本。", "The desk keeps it; its reader shows the official wording.")
_NONE = t("无", "none")


@click.command(
    help="认出文本属于哪个政策包，逐句逐款说明异同及其影响；--store 交工作台保存 / Which pack a text belongs to, what "
    "differs and what that touches; --store hands it to the desk."
)
@click.argument("zh", type=FILE)
@click.argument("en", type=FILE, required=False)
@click.option("--pack", default=None, help="政策包 / which pack")
@click.option("--before", type=FILE, help="此前的文本，用以逐款比对 / a former wording, to compare clause by clause")
@click.option("--store", is_flag=True, help="交工作台保存并显示 / let the desk keep and show it")
@spoken
def attach(speech: Speech, zh: Path, en: Path | None, pack: str | None, before: Path | None, store: bool) -> None:
    from mulberry.pack.belonging import candidates, choose
    from mulberry.pack.living import living
    from mulberry.pack.pack import library
    from mulberry.policy import read

    source, english = load(zh, "zh"), load_if(en, "en")
    reading = read(source, english)
    found = candidates(library().packs, reading)
    chosen = choose(found, reading, pack).pack
    desk = _desk()
    if store and desk is None:
        raise Invalid("store", _NOWHERE)
    missing = _NO_DESK if desk is None else desk.missing()
    seen = living(chosen, reading, _former(before, chosen, None if missing else desk))
    told = _told(found, seen, None if missing else desk)
    if store and desk is not None:
        desk.keep(chosen, source, english)
    told["store"] = {"found": missing is None, "why": missing.to_json() if missing else None, "kept": store}
    speech.give(told, lambda: "\n".join(_page(seen, told, missing, speech)))
    sys.exit(1 if seen.changes else 0)


def _desk() -> Store | None:
    """Who keeps texts and cases, found by the entry point; the engine knows no desk."""
    for point in entry_points(group=ENTRY_POINT):
        found: Store = point.load()
        return found
    return None


def _former(before: Path | None, pack: Pack, desk: Store | None) -> Reading | None:
    """The wording before: the file named, else what the desk keeps."""
    from mulberry.policy import read

    if before:
        return read(load(before, "before"))
    kept = desk.text(pack) if desk else None
    return read(kept[0]) if kept else None


def _told(found: Sequence[Candidate], seen: Living, desk: Store | None) -> dict[str, Any]:
    from mulberry.pack.touches import touched

    every = touched(seen.pack, [id for change in seen.changes for id in change.places])
    cases = desk.open_cases([one.id for one in every.instruments]) if desk else None
    held = desk.held([one.id for one in every.instruments]) if desk else None
    head = seen.reading.header
    return {
        "document": {
            "title": head.title,
            "number": head.number,
            "date": head.dated,
            "sha256": dict(seen.reading.sha256),
        },
        "pack": seen.pack.id,
        "packs": [one.to_json() for one in found],
        "unchanged": not seen.changes,
        "same": [old for old, _ in seen.comparison.same] if seen.comparison else [],
        "unchecked": list(seen.unchecked),
        "changes": [_change(seen, change, cases) for change in seen.changes],
        "touched": {**every.to_json(), "cases": _listed(cases), "held": _listed(held)},
    }


def _change(seen: Living, change: Change, cases: Sequence[OpenCase] | None) -> dict[str, Any]:
    from mulberry.pack.touches import touched

    own = touched(seen.pack, change.places)
    names = {one.id for one in own.instruments}
    wording = seen.pack.clauses[change.id].wording.to_json() if change.id in seen.pack.clauses else None
    mine = None if cases is None else [one for one in cases if one.instrument in names]
    return {**change.to_json(), "wording": wording, "touches": {**own.to_json(), "cases": _listed(mine)}}


def _listed(some: Sequence[OpenCase] | Sequence[Held] | None) -> list[dict[str, Any]] | None:
    return None if some is None else [one.to_json() for one in some]


def _page(seen: Living, told: dict[str, Any], missing: Text | None, speech: Speech) -> Iterator[str]:
    """The same for a person: one block a change."""
    counts = {what: sum(change.what == what for change in seen.changes) for what in _WHAT}
    names = {"zh": seen.pack.title.zh, "en": seen.pack.title.en, "id": seen.pack.id, "same": len(told["same"])}
    yield _HEAD.format(**names, **counts).in_(speech.lang)
    also = [one["pack"] for one in told["packs"] if one["belongs"] and one["pack"] != seen.pack.id]
    if also:
        yield _ALSO.format(ids=", ".join(also)).in_(speech.lang)
    if seen.unchecked:
        yield _UNCHECKED.format(ids=", ".join(seen.unchecked)).in_(speech.lang)
    for change, one in zip(seen.changes, told["changes"], strict=True):
        yield ""
        yield from _block(change, one, speech)
    held = told["touched"]["held"]
    if held:
        yield ""
        yield f"{_HELD.in_(speech.lang)}: " + ", ".join(f"{one['instrument']} × {one['count']}" for one in held)
    if missing:
        yield ""
        yield missing.in_(speech.lang)
    if told["store"]["kept"]:
        yield _KEPT.in_(speech.lang)


def _block(change: Change, told: dict[str, Any], speech: Speech) -> Iterator[str]:
    wording = f"  {told['wording'][speech.lang]}" if told["wording"] else ""
    yield f"{_label(change, speech)}{wording}"
    if change.clauses is None and change.what == "differs":
        yield f"  {_BY_SENTENCE.in_(speech.lang)}"
    yield from (f"  {_label(inner, speech)}" for inner in change.clauses or ())
    touches = told["touches"]
    taken = _TAKEN.in_(speech.lang)
    parameters = [p["key"] + (taken if p["taken_from_policy"] else "") for p in touches["parameters"]]
    yield _line(_INSTRUMENTS, [one["id"] for one in touches["instruments"]], speech)
    yield _line(_PARAMETERS, parameters, speech)
    if touches["cases"] is not None:
        yield _line(_CASES, [f"{one['instrument']} {one['case']} ({one['state']})" for one in touches["cases"]], speech)


def _label(change: Change, speech: Speech) -> str:
    now = _NOW.format(now=change.now).in_(speech.lang) if change.now and change.now != change.id else ""
    source = _FROM.format(old=change.moved_from).in_(speech.lang) if change.moved_from else ""
    return f"{change.id} {_WHAT[change.what].in_(speech.lang)}{source}{now}"


def _line(title: Text, items: Sequence[str], speech: Speech) -> str:
    return f"  {title.in_(speech.lang)}: {', '.join(items) or _NONE.in_(speech.lang)}"
