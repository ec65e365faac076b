"""The file of a case: which papers were handed in, sealed by their fingerprints: none can be exchanged.

A stream is the file of one case. What papers are called and what is in them is about people, so the sealed leaf only
commits to it; the papers themselves lie in the data folder and can be erased as the law demands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

from mulberry.instrument import Kind
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text, t
from mulberry.record.acts import Act, Role, find, read_key
from mulberry.record.events import Command, Context, Decided, Event
from mulberry.record.field import Fields, Refusal
from mulberry.record.fields import identifier, many, text, whole

ID = "case-file"
MOST = 200
PAPERS = "papers"
HOLDER = Role("holder", t("申请人", "Applicant"), applicant=True)
FULL = Refusal(
    "file_full", t("一个办件最多{most}份材料，请合并后再交。", "A case holds at most {most} papers; join some of them.")
)
ATTACH = Act(
    name="attach",
    title=t("交材料", "Hand in papers"),
    roles=(HOLDER,),
    takes=Fields(
        file=identifier(t("办件", "Case")),
        step=text(t("步骤", "Step"), length=100),
        papers=many(
            t("材料", "Papers"),
            Fields(
                document=text(t("材料种类", "Kind of paper"), length=100, optional=True),
                name=text(t("文件名", "File name"), length=200),
                bytes=whole(t("字节数", "Bytes"), unit=""),
                sha256=text(t("指纹（SHA-256）", "Fingerprint (SHA-256)"), length=64),
            ),
            least=1,
            personal=True,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class FileState:
    """How many papers the file of a case holds, and the fingerprints of those that are not erased."""

    key: str
    count: int = 0
    fingerprints: tuple[str, ...] = ()


class CaseFile:
    """The machine of case files."""

    id = ID
    kind = Kind.REGISTER
    system = ""
    clauses: tuple[str, ...] = ()
    title: Text = t("办件卷宗", "Case file")
    subject = ""
    bases: tuple[Basis, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    roles: ClassVar[Mapping[str, Role]] = {HOLDER.id: HOLDER}
    applicant_roles: ClassVar[frozenset[str]] = frozenset({HOLDER.id})
    commands: ClassVar[Mapping[str, Act]] = {ATTACH.name: ATTACH}

    def key(self, command: str, fields: Mapping[str, Any]) -> str:
        return read_key("file", fields)

    def initial(self, key: str) -> FileState:
        return FileState(key)

    def decide(self, state: FileState, command: Command, context: Context) -> Decided:
        act: Act = find(self.commands, command, self.title)
        given = act.takes.read(command.fields)
        act.check_role(command.by)
        if state.count + len(given["papers"]) > MOST:
            raise FULL.refused(most=MOST)
        takes = Fields(**{name: field for name, field in act.takes.items() if name != "file"})
        data: dict[str, Any] = {"given": takes.written(given, personal=False), "count": len(given["papers"])}
        event = Event(act.name, command.at, command.by, data, takes.written(given, personal=True))
        return Decided([event], {"papers": state.count + len(given["papers"])})

    def evolve(self, state: FileState, event: Event) -> FileState:
        papers: Any = event.personal.get(PAPERS) or ()
        added: Any = event.data["count"]
        known = (*state.fingerprints, *(str(paper["sha256"]) for paper in papers))
        return replace(state, count=state.count + added, fingerprints=known)

    def lapse(self, state: FileState, now: datetime, context: Context) -> Sequence[Event]:
        return ()

    def view(
        self, state: FileState, name: str, fields: Mapping[str, Any], now: datetime, context: Context
    ) -> Mapping[str, Any]:
        """How many papers there are."""
        return {"file": state.key, "papers": state.count}
