"""``decide``, ``run`` and ``deadline``: one question, one answer."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from mulberry.cli.speaking import DAY, Speech, spoken, table, today
from mulberry.errors import Invalid
from mulberry.instrument import Instrument, Kind
from mulberry.law.text import t


@click.command(help="判定一个对象，或文件中的每个对象 / Decide for one subject, or for everybody in a file.")
@click.argument("instrument")
@click.option("--facts", "source", metavar="FILE", help="事实（JSON 或 YAML，- 为标准输入）/ facts, - for stdin")
@click.option("--population", metavar="FILE", help="每行一个对象的 Parquet 文件 / Parquet, one row per subject")
@click.option("--out", metavar="FILE", help="每行一个答复的 Parquet 文件 / Parquet, one row per answer")
@click.option("--key", default="key", show_default=True, help="对象编号所在的列 / the column that names a subject")
@click.option(
    "--engine",
    type=click.Choice(["polars", "duckdb", "python"]),
    default="polars",
    show_default=True,
    help="由什么计算 / what computes",
)
@click.option("--resume", is_flag=True, help="继续已停止的计算 / go on with a run that was stopped")
@click.option("--as-of", type=DAY, help="以哪一天的法律和事实为准 / the day of law and facts")
@click.option("--wanted", multiple=True, metavar="OUTCOME", help="希望的结果 / the outcome to be reached by a change")
@spoken
def decide(
    speech: Speech,
    instrument: str,
    source: str | None,
    population: str | None,
    out: str | None,
    key: str,
    engine: str,
    resume: bool,
    as_of: date | None,
    wanted: tuple[str, ...],
) -> None:
    from mulberry.cli.population import decide_population
    from mulberry.decisions import run as decisions

    declared: Any = _of_kind(instrument, Kind.DECISION)
    if (source is None) == (population is None):
        raise Invalid("facts", t("请给出 --facts 或 --population 之一", "give either --facts or --population"))
    if source is None:
        decide_population(speech, declared, str(population), out, as_of or today(), engine, key, resume=resume)
        return
    _check_outcomes(declared.routes.outcomes(), wanted)
    told = decisions.decide(declared, _document(source), as_of or today()).to_json(explain=True, wanted=wanted)
    speech.give(told, lambda: _page(speech, told))


@click.command(help="运行一个机制或指标 / Run a mechanism or an indicator.")
@click.argument("instrument")
@click.option(
    "--input", "source", required=True, metavar="FILE", help="输入（JSON 或 YAML，- 为标准输入）/ input, - for stdin"
)
@click.option("--as-of", type=DAY, help="以哪一天的法律为准 / the day of law")
@spoken
def run(speech: Speech, instrument: str, source: str, as_of: date | None) -> None:
    from mulberry.indicators import run as indicators
    from mulberry.law.calendar_years import CHINA
    from mulberry.mechanisms import run as mechanisms
    from mulberry.mechanisms.declare import Setting
    from mulberry.pack.compare import shown

    declared: Any = _of_kind(instrument, Kind.MECHANISM, Kind.INDICATOR)
    given, day = _document(source), as_of or today()
    calculated = declared.kind is Kind.MECHANISM
    result = mechanisms.run(declared, given, Setting(day, CHINA)) if calculated else indicators.run(declared, given)
    answer = {"instrument": declared.id, "as_of": day, "result": shown(result)}
    speech.give(answer, lambda: table([(name, str(value)) for name, value in answer["result"].items()]))


@click.command(help="期间的最后一天 / The last lawful day of a period.")
@click.option("--from", "start", type=DAY, required=True, help="起算事件日，当日不计 / day of the event, not counted")
@click.option("--count", type=int, required=True, help="期间长度 / length of the period")
@click.option("--unit", default="working-day", show_default=True, help="working-day, calendar-day, month, year")
@click.option("--suspend", multiple=True, metavar="A..B", help="不计入的时间（书面告知）/ time that does not count")
@spoken
def deadline(speech: Speech, start: date, count: int, unit: str, suspend: tuple[str, ...]) -> None:
    from mulberry.law import periods

    answer = periods.deadline(start, count, unit, [_suspension(span) for span in suspend])
    told = periods.deadline_json(answer)

    def page() -> str:
        provisional = t("（暂定）", " (provisional)").in_(speech.lang)
        notes = [note.in_(speech.lang) for note in answer.notes]
        return "\n".join([answer.deadline.isoformat() + ("" if answer.published else provisional), *notes])

    speech.give(told, page)


def _suspension(span: str) -> Any:
    from mulberry.law.periods import Suspension

    first, dots, last = span.partition("..")
    if not dots:
        zh, en = "--suspend：写作 2026-03-02..2026-03-06", "--suspend: write 2026-03-02..2026-03-06"
        raise Invalid("suspensions", t(zh, en))
    days = [DAY.convert(day, None, None) for day in (first, last)]
    return Suspension(days[0], days[1], reason="", notified_in_writing=True)


def _check_outcomes(known: Mapping[str, Any], wanted: tuple[str, ...]) -> None:
    for outcome in wanted:
        if outcome not in known:
            zh, en = "、".join(known), ", ".join(known)
            shown = outcome[:80]
            raise Invalid(
                "wanted", t(f"没有“{shown}”这一结果；有：{zh}", f"no outcome is called “{shown}”; there are {en}")
            )


def _of_kind(id_: str, *kinds: Kind) -> Instrument:
    from mulberry.pack.pack import library

    found = library().instrument(id_)
    if found.kind not in kinds:
        zh, en = found.kind.text.zh, found.kind.text.en.lower()
        wanted = "、".join(k.text.zh for k in kinds), " or ".join(k.text.en.lower() for k in kinds)
        raise Invalid(
            "instrument", t(f"“{id_}”是{zh}，这里需要{wanted[0]}", f"“{id_}” is a {en}; this asks for a {wanted[1]}")
        )
    return found


def _document(source: str) -> Mapping[str, Any]:
    from mulberry.pack import documents

    text = sys.stdin.read(documents.MAX_BYTES + 1) if source == "-" else None
    content = documents.load(source, text)
    if not isinstance(content, Mapping):
        raise Invalid(source, t(f"{source}：应是一组“名称: 值”", f"{source}: must be names with values"))
    return content


MARKS = {True: "✓", False: "✗", None: "?"}


def _page(speech: Speech, answer: Mapping[str, Any]) -> str:
    """An answer for a person: the outcome, every requirement with its law, what is missing."""
    lang = speech.lang
    lines = [f"{answer['outcome_text'][lang]}  [{answer['outcome']}]  {answer['as_of']}"]
    for reason in answer["reasons"]:
        lines.append(f"  {MARKS[reason['holds']]} {reason[lang]}")
        lines += [f"      {basis[lang]}" for basis in reason["basis"]]
    lines += [f"  {name}: {amount['value']} {amount['unit']}".rstrip() for name, amount in answer["amounts"].items()]
    lines += [f"  ! {warning[lang]}" for warning in answer["warnings"]]
    if answer["needed"]:
        lines.append(t("还需要：", "Still needed: ").in_(lang) + ", ".join(answer["needed"]))
    if answer["unconfirmed"]:
        lines.append(
            t("尚未与官方文本核对：", "Not confirmed against the official text: ").in_(lang)
            + ", ".join(answer["unconfirmed"])
        )
    lines += _changes(speech, answer)
    return "\n".join(lines)


def _changes(speech: Speech, answer: Mapping[str, Any]) -> list[str]:
    """What would turn the answer, for an answer that is not as wished."""
    from mulberry.decisions.least_change import FINE, NO_WISH

    if not answer["determined"] or answer["least_change_text"] in (FINE.to_json(), NO_WISH.to_json()):
        return []
    found = [f"  → {change[speech.lang]}" for change in answer["least_change"]]
    return [answer["least_change_text"][speech.lang], *found]
