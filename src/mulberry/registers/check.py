"""Static checks of a register: that entries can be made, every state reached, and every command rests on something."""

from __future__ import annotations

from collections.abc import Iterator

from mulberry.findings import Finding, Severity
from mulberry.law.text import Text, t
from mulberry.record.lifecycle import targets
from mulberry.registers.declare import Register
from mulberry.registers.vocabulary import Moving

Row = tuple[str, str, Text, Severity]
FAULT = Severity.FAULT


def findings(register: type[Register]) -> list[Finding]:
    """Everything that is wrong or doubtful in one register."""
    found = [*_entry(register), *_reach(register), *_changes(register), *_lapses(register)]
    return [Finding(code, register.id, text, place, severity) for code, place, text, severity in found]


def moves(register: type[Register]) -> set[tuple[str, str]]:
    """Every possible change of state, by a command or by itself; "" is before the entry."""
    found: set[tuple[str, str]] = set()
    for change in register.commands.values():
        if isinstance(change, Moving):
            found |= {(origin.name, to.name) for origin, following in change.allows.items() for to in following}
            continue
        origins = [*([""] if change.start else []), *(state.name for state in change.from_)]
        found |= {(origin, to.name) for origin in origins for to in targets(change.to)}
    return found | {(origin.name, lapse.to.name) for lapse in register.lapses.values() for origin in lapse.from_}


def _entry(register: type[Register]) -> Iterator[Row]:
    if not any(change.start for change in register.commands.values()):
        yield "no-start", "", t("没有登记的操作（start=True）", "no command makes an entry (start=True)"), FAULT


def _reach(register: type[Register]) -> Iterator[Row]:
    known = {""}
    while more := {to for origin, to in moves(register) if origin in known} - known:
        known |= more
    for state in register.states.values():
        if state.name not in known and not state.draft:
            yield "unreachable-state", state.name, t("没有操作能到达这一状态", "nothing leads to this state"), FAULT


def _changes(register: type[Register]) -> Iterator[Row]:
    for change in register.commands.values():
        if change.basis is None:
            yield "uncited-step", change.name, t("操作没有依据", "the command has no basis"), FAULT
        if not change.roles:
            yield "nobody-may", change.name, t("没有人可以办理", "nobody may give this command"), FAULT
        if not change.start and not change.from_:
            yield "never-possible", change.name, t("没有可以办理的状态", "no state allows it"), FAULT


def _lapses(register: type[Register]) -> Iterator[Row]:
    given = {name for change in register.commands.values() for name in [*change.takes, *change.notes, change.marks]}
    for lapse in register.lapses.values():
        if lapse.field not in given:
            text = t(f"没有操作给出“{lapse.field}”", f"no command gives “{lapse.field}”")
            yield "unknown-field", lapse.name, text, FAULT
        if lapse.to in lapse.from_:
            yield "silence-repeats", lapse.name, t("状态不变，会反复发生", "it would happen again for ever"), FAULT
