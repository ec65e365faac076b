"""``coverage``, ``instruments``, ``params`` and ``check``: the programme's own tables."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from mulberry.cli.speaking import DAY, Speech, spoken, table, today
from mulberry.errors import Refused
from mulberry.law.parameters import Parameter, Standing
from mulberry.law.text import t


@click.command(help="条款与政策工具对照 / Clause by instrument, both ways.")
@spoken
def coverage(speech: Speech) -> None:
    from mulberry.pack.coverage import State, coverage, strays
    from mulberry.pack.pack import library

    packs = library().packs
    lines = {pack.id: coverage(pack) for pack in packs}
    stray = [instrument.id for pack in packs for instrument in strays(pack)]
    counts = {state.value: sum(line.state is state for found in lines.values() for line in found) for state in State}
    clauses = [{"pack": pack, **line.to_json()} for pack, found in lines.items() for line in found]
    told = {
        "clauses": clauses,
        "instruments": [
            {"id": i.id, "clauses": list(i.clauses), "system": i.system} for p in packs for i in p.instruments
        ],
        "strays": stray,
        "summary": counts,
    }

    def page() -> str:
        rows = [(c["clause"], _state(c["state"], speech), c[speech.lang], _carried(c, speech)) for c in clauses]
        summary = t(
            "已落实 {carried}，说明理由 {reasoned}，尚未落实 {not_yet}",
            "{carried} carried out, {reasoned} with a reason, {not_yet} not yet",
        )
        return "\n".join([table(rows), summary.in_(speech.lang).format(**counts)])

    speech.give(told, page)
    sys.exit(1 if stray else 0)


STATES = {
    "carried": t("已落实", "carried out"),
    "reasoned": t("不需落实", "needs none"),
    "not_yet": t("尚未落实", "not yet"),
}


def _state(state: str, speech: Speech) -> str:
    return STATES[state].in_(speech.lang)


def _carried(line: dict[str, Any], speech: Speech) -> str:
    return line["reason"][speech.lang] if line["reason"] else ", ".join(line["instruments"])


@click.command(help="全部政策工具 / Every instrument.")
@spoken
def instruments(speech: Speech) -> None:
    from mulberry.pack.pack import library

    told = [
        {
            "id": instrument.id,
            "kind": instrument.kind.value,
            "system": instrument.system,
            "clauses": list(instrument.clauses),
            "title": instrument.title.to_json(),
            "subject": instrument.subject,
            "params": [parameter.key for parameter in instrument.parameters],
            "basis": [basis.to_json() for basis in instrument.bases],
        }
        for pack in library().packs
        for instrument in pack.instruments
    ]
    rows = [(i["system"], i["kind"], i["id"], i["title"][speech.lang]) for i in told]  # type: ignore[index, call-overload]
    speech.give(told, lambda: table([tuple(map(str, row)) for row in rows]))


@click.command(help="带日期的参数 / Dated parameters.")
@click.option("--unconfirmed", is_flag=True, help="只列未核对和缺失的 / only those not confirmed, or missing")
@spoken
def params(speech: Speech, unconfirmed: bool) -> None:
    from mulberry.pack.pack import library

    known = {p.key: p for pack in library().packs for p in pack.parameters.values()}
    rows = [
        row for p in known.values() for row in _versions(p) if not unconfirmed or row["standing"] != Standing.CONFIRMED
    ]

    def page() -> str:
        cells = [
            (r["key"], str(r["value"] if r["value"] is not None else "—"), r["unit"], _dates(r), r["standing"])
            for r in rows
        ]
        return table(cells) if cells else t("没有", "none").in_(speech.lang)

    speech.give(rows, page)


def _versions(parameter: Parameter) -> Iterable[dict[str, Any]]:
    for version in parameter.versions:
        yield {
            "key": parameter.key,
            "title": parameter.title.to_json(),
            "value": version.value,
            "unit": parameter.unit,
            "since": version.since,
            "until": version.until,
            "standing": version.standing.value,
            "basis": version.basis.to_json(),
            "now": version.covers(today()),
        }


def _dates(row: dict[str, Any]) -> str:
    return f"{row['since'] or '…'} – {row['until'] or '…'}"


@click.command(help="检查：静态检查与求解器 / Findings, static and by solver.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--as-of", type=DAY, help="以哪一天的法律为准 / the day of law")
@spoken
def check(speech: Speech, ids: tuple[str, ...], as_of: date | None) -> None:
    from mulberry.pack.checks import findings, questions
    from mulberry.pack.pack import library

    installed = library()
    chosen = {installed.instrument(id_).id for id_ in ids}
    found = [f for pack in installed.packs for f in findings(pack) if not chosen or f.instrument in chosen]
    try:
        found += [f for pack in installed.packs for f in questions(pack, as_of or today(), chosen)]
    except Refused as without_solver:
        # the static findings stand by themselves; what was not asked is said apart, so that JSON stays JSON
        click.echo(without_solver.text.in_(speech.lang), err=True)
    told = [finding.to_json() for finding in found]
    fine = t("没有发现问题", "nothing found").in_(speech.lang)
    speech.give(told, lambda: "\n".join(f"{f.instrument}: {f.code}: {f.text.in_(speech.lang)}" for f in found) or fine)
    sys.exit(1 if any(finding.fault for finding in found) else 0)
