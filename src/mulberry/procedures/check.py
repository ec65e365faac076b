"""Static checks of a procedure: that it can be entered, moved on and ended, in time, by somebody, under some law.

Guards are taken as they may be: a step counts as possible when its state and its actor are there. What these checks
find is wrong whatever the guards say; that a guard itself never lets anybody through is for worked cases to show.
"""

from __future__ import annotations

from collections.abc import Iterator

from mulberry.findings import Finding, Severity
from mulberry.law.text import Text, t
from mulberry.procedures.declare import Procedure
from mulberry.procedures.parts import Branch, Clock, Given, State, Step, targets
from mulberry.record.field import Field

DOUBT = Severity.DOUBT


def findings(procedure: type[Procedure]) -> list[Finding]:
    """Everything that is wrong or doubtful in one procedure."""
    found = [
        *_entry(procedure),
        *_reach(procedure),
        *_ends(procedure),
        *_clocks(procedure),
        *_silences(procedure),
        *_steps(procedure),
        *_refusals(procedure),
    ]
    return [Finding(code, procedure.id, text, place, severity) for code, place, text, severity in found]


Row = tuple[str, str, Text, Severity]
FAULT = Severity.FAULT


def moves(procedure: type[Procedure]) -> set[tuple[str, str]]:
    """Every possible change of state, by a step or by silence; "" is before the case."""
    steps = {
        (origin, to.name)
        for step in procedure.commands.values()
        for to in targets(step.to)
        for origin in [*([""] if step.start else []), *(state.name for state in step.from_)]
    }
    silent = {
        (origin.name, silence.to.name)
        for silence in procedure.silences.values()
        for origin in silence.from_ or silence.clock.runs_in
    }
    return steps | silent


def reached(moves_: set[tuple[str, str]], start: set[str]) -> set[str]:
    """The states that can be reached from some."""
    known = set(start)
    while more := {to for origin, to in moves_ if origin in known} - known:
        known |= more
    return known


def _entry(procedure: type[Procedure]) -> Iterator[Row]:
    if not any(step.start for step in procedure.commands.values()):
        yield "no-start", "", t("没有开始办件的操作（start=True）", "no command opens a case (start=True)"), FAULT


def _reach(procedure: type[Procedure]) -> Iterator[Row]:
    known = reached(moves(procedure), {""})
    for state in procedure.states.values():
        if state.name not in known and not state.draft:
            yield "unreachable-state", state.name, t("没有操作能到达这一状态", "no step leads to this state"), FAULT


def _ends(procedure: type[Procedure]) -> Iterator[Row]:
    """From every state some end can be reached; a case that cannot end is a promise nobody keeps."""
    back = {(to, origin) for origin, to in moves(procedure)}
    ending = reached(back, {state.name for state in procedure.states.values() if state.end})
    for state in procedure.states.values():
        if state.name not in ending and not state.draft:
            yield "cannot-end", state.name, t("从这一状态不能办结", "from this state the case cannot end"), FAULT


def _clocks(procedure: type[Procedure]) -> Iterator[Row]:
    for clock in procedure.clocks.values():
        yield from _count(procedure, clock)
        yield from _answerable(procedure, clock)
    for state in procedure.states.values():
        clocked = any(clock.runs(state.name) or clock.pauses(state.name) for clock in procedure.clocks.values())
        if not (state.end or state.draft or clocked):
            text = t("停留在这一状态没有期限", "nothing limits how long a case may stay in this state")
            yield "no-clock", state.name, text, DOUBT


def _count(procedure: type[Procedure], clock: Clock) -> Iterator[Row]:
    if clock.count is None and not clock.until:
        yield "no-count", clock.name, t("期限没有天数", "the period has no count"), FAULT
    fields = [
        clock.until,
        clock.counts_from,
        *(c.field for c in (clock.count, clock.extension) if isinstance(c, Given)),
    ]
    for field in fields:
        if field and field not in _known(procedure):
            text = t(f"没有操作给出“{field}”", f"no command gives “{field}”")
            yield "unknown-field", clock.name, text, FAULT
    for parameter in clock.parameters:
        if parameter.unit and clock.unit.value != parameter.unit:
            unit = clock.unit.value
            text = t(
                f"参数单位是{parameter.unit}，期限按{unit}", f"the parameter is in {parameter.unit}, not in {unit}"
            )
            yield "unit-differs", clock.name, text, FAULT


def _answerable(procedure: type[Procedure], clock: Clock) -> Iterator[Row]:
    """Whoever must act within a period can move the case on from every state in which it runs."""
    acting = {role.id for role in clock.acts}
    for state in clock.runs_in if not clock.term else ():
        leaving = [step for step in procedure.commands.values() if _leaves(step, state)]
        if not any(acting & {role.id for role in step.roles} for step in leaving):
            text = t(
                f"{state.title.zh}中，期限所约束的人没有可办的操作", f"in “{state.title.en}” nobody bound by it can act"
            )
            yield "nobody-can-act", clock.name, text, FAULT


def _leaves(step: Step, state: State) -> bool:
    return state in step.from_ and any(to != state for to in targets(step.to))


def _silences(procedure: type[Procedure]) -> Iterator[Row]:
    for silence in procedure.silences.values():
        runs_in = set(silence.clock.runs_in)
        if not set(silence.from_) <= runs_in:
            text = t("期限在所列状态中不计时", "its clock does not run in all of these states")
            yield "silence-without-clock", silence.name, text, FAULT
        if silence.to in (silence.from_ or runs_in):
            text = t("沉默不改变状态，会反复发生", "it leaves the case where it is and would go on for ever")
            yield "silence-repeats", silence.name, text, FAULT


def _steps(procedure: type[Procedure]) -> Iterator[Row]:
    for step in procedure.commands.values():
        if step.basis is None:
            yield "uncited-step", step.name, t("操作没有依据", "the step has no basis"), FAULT
        if not step.roles:
            yield "nobody-may", step.name, t("没有人可以办理", "nobody may give this command"), FAULT
        if not step.start and not step.from_:
            yield "never-possible", step.name, t("没有可以办理的状态", "no state allows it"), FAULT
        yield from _branches(step)
        for before in step.other_than:
            if before not in procedure.commands:
                text = t(f"没有名为“{before}”的操作", f"no command is called “{before}”")
                yield "unknown-command", step.name, text, FAULT


def _branches(step: Step) -> Iterator[Row]:
    """Every value that may be given leads somewhere, and every way that is declared can be taken."""
    if not isinstance(step.to, Branch) or not isinstance(step.to.by, str):
        return
    field = step.takes.get(step.to.by)
    if field is None:
        yield "unknown-field", step.name, t(f"没有字段“{step.to.by}”", f"there is no field “{step.to.by}”"), FAULT
        return
    differing = _values(field) ^ set(step.to.to)
    if differing:
        named = "、".join(map(str, differing)), ", ".join(map(str, differing))
        text = t(f"分支与字段取值不一致：{named[0]}", f"branch and field differ in: {named[1]}")
        yield "branch-differs", step.name, text, FAULT


def _values(field: Field) -> set[object]:
    return {True, False} if field.type == "bool" else set(field.values)


def _refusals(procedure: type[Procedure]) -> Iterator[Row]:
    """One code says one thing: two sentences under one code would make the code useless to programs."""
    said: dict[str, Text] = {}
    for step in procedure.commands.values():
        for refusal in step.refusals():
            if said.setdefault(refusal.code, refusal.text) != refusal.text:
                text = t(f"“{refusal.code}”有两种说法", f"“{refusal.code}” is said in two ways")
                yield "refusal-differs", step.name, text, DOUBT


def _known(procedure: type[Procedure]) -> set[str]:
    given = {name for step in procedure.commands.values() for name in step.takes}
    marks = {step.marks for step in procedure.commands.values()} | {each.marks for each in procedure.silences.values()}
    notes = {name for step in procedure.commands.values() for name in step.notes}
    return given | marks | notes
