"""Static checks of an account: that it can be opened, every command rests on something, and its unit is said."""

from __future__ import annotations

from collections.abc import Iterator

from mulberry.accounts.declare import Account
from mulberry.accounts.parts import nothing
from mulberry.findings import Finding, Severity
from mulberry.law.text import Text, t

Row = tuple[str, str, Text, Severity]
FAULT = Severity.FAULT


def findings(account: type[Account]) -> list[Finding]:
    """Everything that is wrong or doubtful in one account."""
    found = [*_whole(account), *_entries(account)]
    return [Finding(code, account.id, text, place, severity) for code, place, text, severity in found]


def _whole(account: type[Account]) -> Iterator[Row]:
    if not account.unit:
        yield "no-unit", "", t("账户没有计量单位", "the account has no unit"), FAULT
    if not any(entry.start for entry in account.commands.values()):
        yield "no-start", "", t("没有开户的操作（start=True）", "no command opens an account (start=True)"), FAULT
    if all(entry.posts is nothing for entry in account.commands.values()):
        yield "nothing-moves", "", t("没有操作划转数量", "no command moves any quantity"), FAULT


def _entries(account: type[Account]) -> Iterator[Row]:
    for entry in account.commands.values():
        if entry.basis is None:
            yield "uncited-step", entry.name, t("操作没有依据", "the command has no basis"), FAULT
        if not entry.roles:
            yield "nobody-may", entry.name, t("没有人可以办理", "nobody may give this command"), FAULT
