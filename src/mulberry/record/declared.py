"""What procedures, registers and accounts have in common as declarations: heading, parts by name, the law cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, TypeVar

from mulberry.law.basis import Basis
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text
from mulberry.record.acts import Act, Role, check_titles, read_key

P = TypeVar("P")


class Declared:
    """A machine that is a class. Its body holds the parts; nothing is ever instantiated.

    ``key_field`` is the field that names the stream, ``main_view`` the view that shows it whole.
    """

    id: ClassVar[str] = ""
    system: ClassVar[str] = ""
    clauses: ClassVar[tuple[str, ...]] = ()
    subject: ClassVar[str] = ""
    title: ClassVar[Text]
    bases: ClassVar[tuple[Basis, ...]] = ()
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    rests_on: ClassVar[tuple[Basis, ...]] = ()
    """Law that the whole rests on, beside that of its parts."""
    reads: ClassVar[tuple[Parameter, ...]] = ()
    """Parameters that guards, notes and figures read, beside those of the parts."""

    key_field: ClassVar[str] = "id"
    main_view: ClassVar[str] = ""
    roles: ClassVar[Mapping[str, Role]] = {}
    applicant_roles: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def key(cls, command: str, fields: Mapping[str, Any]) -> str:  # noqa: ARG003 - one key for all commands so far
        return read_key(cls.key_field, fields)

    @classmethod
    def head(cls, id: str, system: str, clauses: tuple[str, ...], subject: str, key: str, view: str) -> None:
        """Take the heading that a class is declared with."""
        cls.id, cls.system, cls.clauses, cls.subject = id, system, clauses, subject
        cls.key_field, cls.main_view = key, view

    @classmethod
    def settle(cls, acts: Mapping[str, Act], parameters: Iterable[Parameter] = (), bases: Iterable[Basis] = ()) -> None:
        """Work out, once all parts are found, who acts and which law and numbers everything rests on."""
        check_titles(cls, acts)
        cls.roles = {role.id: role for act in acts.values() for role in act.roles}
        cls.applicant_roles = frozenset(role.id for role in cls.roles.values() if role.applicant)
        cls.parameters = tuple(dict.fromkeys([*parameters, *cls.reads]))
        of_acts = (basis for act in acts.values() for basis in cited(act))
        of_numbers = (basis for parameter in cls.parameters for basis in parameter.bases)
        cls.bases = tuple(dict.fromkeys([*cls.rests_on, *of_acts, *bases, *of_numbers]))


def parts(cls: type[Declared], base: type[Declared], kind: type[P]) -> dict[str, P]:
    """The declared parts of one kind by name, those of shapes first; an own one replaces a shape's of the same name.

    ``base`` is the kind's own class: what it uses itself is no name for a part.
    """
    found: dict[str, P] = {}
    for owner in reversed(cls.__mro__):
        for attribute, part in vars(owner).items():
            if isinstance(part, kind):
                if owner is not base and hasattr(base, attribute):
                    raise TypeError(f"{cls.__name__}.{attribute}: write “{attribute}_”, the machine uses this name")
                found[attribute.removesuffix("_")] = part
    return found


def cited(act: Act) -> list[Basis]:
    """The law that one act rests on: its own, that of its papers and of its refusals."""
    found = [act.basis, *(paper.basis for paper in act.documents), *(refusal.basis for refusal in act.refusals())]
    return [basis for basis in found if basis is not None]
