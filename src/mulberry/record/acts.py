"""What the three kinds with a history share: who may act, with what, and when an act is refused or warned of.

A procedure's commands, a register's entries and an account's movements are all *acts*: somebody in a role gives fields,
guards look at the scene, and what happened becomes an event. Each kind adds to the act what is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, TypeVar

from mulberry.errors import Invalid
from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter, Standing
from mulberry.law.text import Text, t
from mulberry.record.events import LAW, Actor, Command, Context
from mulberry.record.field import Field, Fields, Refusal

S = TypeVar("S")

NOT_COMPETENT = Refusal(
    "not_competent",
    t("“{act}”须由{who}办理，{role}无此权限。", "“{act}” is for {who_en}; a {role} may not do it."),
)
UNKNOWN_COMMAND = Refusal(
    "unknown_command",
    t(
        "“{thing}”没有“{name}”这一操作，可用的有：{known}。",
        "“{thing_en}” has no command “{name}”; there are {known_en}.",
    ),
)
PARAMETER_MISSING = Refusal(
    "parameter_missing",
    t(
        "“{title}”（param:{key}）尚未确定，须先补录其数值和依据。",
        "“{title_en}” (param:{key}) is not established; enter it with its basis first.",
    ),
)
_KEY_NEEDED = t(
    "{field}：必须填写编号（100字以内的文字）。", "{field}: give the number, as text of at most 100 characters."
)


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody who acts: an office, an officer, an applicant. ``applicant`` acts for the subject of the case itself."""

    id: str
    title: Text
    applicant: bool = False


def role(id: str, title: Text, *, applicant: bool = False) -> Role:
    return Role(id, title, applicant)


LAW_ROLE = Role(LAW.role, t("依法", "By operation of law"))


@dataclass(frozen=True, slots=True)
class Document:
    """A paper that a step asks for or produces."""

    id: str
    title: Text
    basis: Basis | None = None
    optional: bool = False

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "title": self.title.to_json(), "optional": self.optional, **cited(self.basis)}


def document(id: str, title: Text, basis: Basis | None = None, *, optional: bool = False) -> Document:
    return Document(id, title, basis, optional)


@dataclass(frozen=True, slots=True)
class Scene(Generic[S]):
    """All that a guard may look at: the state, the given fields (``None`` where absent), who acts, and when."""

    state: S
    given: Mapping[str, Any]
    by: Actor
    at: datetime
    context: Context

    @property
    def on(self) -> date:
        return self.at.date()

    def number(self, parameter: Parameter, on: date | None = None) -> int:
        """What a parameter says on a day, today unless told. Where nobody has established it, the act must wait."""
        value, _ = value_of(parameter, on or self.on, self.context)
        if value is None:
            key = parameter.key
            raise PARAMETER_MISSING.refused(title=parameter.title.zh, title_en=parameter.title.en, key=key)
        return value


Test = Callable[[Any], bool]
Told = Callable[[Any], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Guard:
    """What must hold before an act; where it does not, the refusal says so, with values told from the scene."""

    holds: Test
    refusal: Refusal
    told: Told | None = None

    def check(self, scene: Scene[Any]) -> None:
        if not self.holds(scene):
            raise self.refusal.refused(**(self.told(scene) if self.told else {}))


def guard(holds: Test, refusal: Refusal, told: Told | None = None) -> Guard:
    return Guard(holds, refusal, told)


def refuse_if(happens: Test, refusal: Refusal, told: Told | None = None) -> Guard:
    """A guard said the other way round, where the law names what is forbidden."""
    return Guard(lambda scene: not happens(scene), refusal, told)


@dataclass(frozen=True, slots=True)
class Sense:
    """What the given fields must satisfy to make sense at all; ``Invalid`` names the field where they do not."""

    holds: Test
    field: str
    text: Text

    def check(self, scene: Scene[Any]) -> None:
        if not self.holds(scene):
            raise Invalid(self.field, self.text)


def sense(holds: Test, field: str, text: Text) -> Sense:
    return Sense(holds, field, text)


@dataclass(frozen=True, slots=True)
class Warning:
    """What an act is told about but not refused for."""

    code: str
    text: Text
    when: Test

    def to_json(self) -> dict[str, Any]:
        return {"code": self.code, **self.text.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The declared side of one command. Its name is the attribute it is assigned to, without a trailing underscore."""

    title: Text
    roles: tuple[Role, ...]
    takes: Fields = field(default_factory=Fields)
    senses: tuple[Sense, ...] = ()
    guards: tuple[Guard, ...] = ()
    warns: tuple[Warning, ...] = ()
    documents: tuple[Document, ...] = ()
    wrong_role: Refusal = NOT_COMPETENT
    basis: Basis | None = None
    name: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        object.__setattr__(self, "name", name.removesuffix("_"))

    def check_role(self, by: Actor) -> None:
        if by.role not in {role.id for role in self.roles}:
            who_zh = "、".join(role.title.zh for role in self.roles)
            who_en = " or ".join(role.title.en for role in self.roles)
            raise self.wrong_role.refused(act=self.title.zh, who=who_zh, who_en=who_en, role=by.role)

    def check(self, scene: Scene[Any]) -> None:
        """Whether the fields make sense and nothing forbids the act: absent fields first, then guards as declared."""
        for made in self.senses:
            made.check(scene)
        self.takes.refuse_absent(scene.given)
        for each in self.guards:
            each.check(scene)

    def warnings(self, scene: Scene[Any]) -> list[Warning]:
        return [warning for warning in self.warns if warning.when(scene)]

    def refusals(self) -> list[Refusal]:
        """Every refusal that this act may answer with, as far as it is declared."""
        absent = [declared.absent for declared in self.takes.values() if declared.absent]
        return [self.wrong_role, *absent, *(each.refusal for each in self.guards)]

    def to_json(self) -> dict[str, Any]:
        """How the act is offered to somebody who may do it."""
        return {
            "command": self.name,
            "title": self.title.to_json(),
            "by": [role.id for role in self.roles],
            "fields": self.takes.to_json(),
            "documents": [paper.to_json() for paper in self.documents],
            **cited(self.basis),
        }


@dataclass(frozen=True, slots=True)
class Summary:
    """What a worklist shows of a stream and orders it by. ``due`` is the last lawful day; ``ended``: it may rest."""

    state: str
    due: date | None = None
    published: bool | None = None
    ended: bool = False


UNTITLED = Text("-", "-")
"""The title of a command until it is known under which name it was declared."""


def take_title(act: Act, usual: Mapping[str, Text]) -> None:
    """Give a command that was declared without a title the usual one of its name."""
    if act.title == UNTITLED and act.name in usual:
        object.__setattr__(act, "title", usual[act.name])


def check_titles(owner: type, acts: Mapping[str, Act]) -> None:
    """Every command has a title by the time its class is made."""
    for act in acts.values():
        if act.title == UNTITLED:
            raise TypeError(f"{owner.__name__}.{act.name}: a command of this name needs a title")


def find(acts: Mapping[str, Act], command: Command, title: Text) -> Any:
    """The declared act of a command, or the refusal ``unknown_command``."""
    if command.name not in acts:
        known = {"known": "、".join(acts), "known_en": ", ".join(acts)}
        raise UNKNOWN_COMMAND.refused(thing=title.zh, thing_en=title.en, name=command.name[:100], **known)
    return acts[command.name]


def read_key(name: str, fields: Mapping[str, Any]) -> str:
    """The number that a command or a view names its stream by."""
    value = fields.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > 100:
        raise Invalid(name, _KEY_NEEDED.format(field=name))
    return str(Field("str", t("编号", "Number"), length=100).read(name, value))


def value_of(parameter: Parameter, on: date, context: Context) -> tuple[int | None, bool]:
    """The whole number that a parameter has on a day, ``None`` where it is missing, and whether anyone confirmed it."""
    if parameter.key in context.parameters:
        return int(context.parameters[parameter.key]), True
    version = parameter.at(on)
    if version is None or not isinstance(version.value, int):
        return None, False
    return version.value, version.standing is Standing.CONFIRMED


def amount_of(parameter: Parameter, on: date, context: Context) -> Decimal | None:
    """The amount that a parameter has on a day; ``None`` where it is missing."""
    version = parameter.at(on)
    value = context.parameters.get(parameter.key, version.value if version else None)
    return Decimal(str(value)) if isinstance(value, int | str | Decimal) and not isinstance(value, bool) else None


def cited(basis: Basis | None) -> dict[str, Any]:
    return {"basis": basis.to_json()} if basis else {}


def codes(acts: Sequence[Act]) -> dict[str, Refusal]:
    """All declared refusals by code, for the reference pages and the static checks."""
    return {refusal.code: refusal for act in acts for refusal in act.refusals()}
