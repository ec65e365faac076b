"""Every file of a new pack, as texts by their place in the folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mulberry.pack.prints import table
from mulberry.pack.scaffold import clauses, example, prints, project
from mulberry.pack.scaffold.literal import comment, plain, quoted, said, starred
from mulberry.pack.scaffold.names import Named
from mulberry.pack.scaffold.outline import Section, sections
from mulberry.pack.scaffold.proposals import listed
from mulberry.policy.model import Reading

_INSTRUMENTS = """from __future__ import annotations

from mulberry.instrument import Instrument
{imports}
INSTRUMENTS: tuple[Instrument, ...] = ({held})
"""
_PACK = '''"""The pack: the policy's sentences and the instruments that carry them out, measure by measure."""

from __future__ import annotations

from pathlib import Path

from mulberry.instrument import Instrument
from mulberry.law.text import t
from mulberry.pack.pack import Pack
from {module} import {folders}
from {module}.clauses import MEASURES
from {module}.systems import SYSTEMS

INSTRUMENTS: tuple[Instrument, ...] = {held}

pack = Pack(
    id={id},
    title={title},
    number={number},
    issuer={issuer},
    measures=MEASURES,
    instruments=INSTRUMENTS,
    folder=Path(__file__).parent,
    systems=SYSTEMS,
)
'''
_LAW = '''"""The policy itself, as the basis that instruments cite."""

from __future__ import annotations

{datetime}from mulberry.law.basis import Law
from mulberry.law.text import t

POLICY = Law(
    {id},
    {title},
    number={number},
    since={since},
)
"""Cited by measure or sentence, as in ``POLICY.art(8)``. Add ``confirmed=True`` once the dates are compared."""
'''
_SYSTEMS = '''"""The systems: what the sentences name that can be carried out, by number. Add a line for each."""

from __future__ import annotations

from collections.abc import Mapping

from mulberry.law.text import Text, t

SYSTEMS: Mapping[str, Text] = {{
    "{system}": t("政策是否施行", "Is the policy in force"),  # the example's
}}
'''
PROGRAMME = "programme"


def files(names: Named, reading: Reading) -> dict[str, str]:
    """Path in the new folder → text. Nothing is read or written here."""
    parts = sections(reading)
    measures = [one for one in parts if one.numbered]
    root = f"src/{names.module}"
    made = {
        "pyproject.toml": project.pyproject(names),
        "README.md": project.readme(names, len(reading.sentences), sum(len(s.clauses) for s in reading.sentences)),
        "tests/test_pack.py": project.tests(names),
        f"{root}/__init__.py": _init(names),
        f"{root}/py.typed": "",
        f"{root}/pack.py": _pack(names, measures),
        f"{root}/systems.py": _SYSTEMS.format(system=example.SYSTEM),
        f"{root}/law/__init__.py": '"""The law that instruments rest on, and its dated parameters."""\n',
        f"{root}/law/policy.py": _law(names, reading),
        f"{root}/clauses/fingerprints.py": prints.module(table(reading)),
        f"{root}/{PROGRAMME}/__init__.py": _programme(names, [one for one in parts if not one.numbered]),
        f"{root}/{PROGRAMME}/in_force.py": example.decision(names, reading),
        f"{root}/{PROGRAMME}/cases.yaml": example.cases(names, reading),
    }
    made |= {f"{root}/clauses/{name}": text for name, text in clauses.modules(names.module, parts).items()}
    return made | {f"{root}/{one.folder}/__init__.py": _measure(one) for one in measures}


def _init(names: Named) -> str:
    return (
        f'"""A policy carried out: see the README."""\n\nfrom {names.module}.pack import pack\n\n__all__ = ["pack"]\n'
    )


def _pack(names: Named, measures: Sequence[Section]) -> str:
    folders = [PROGRAMME, *(one.folder for one in measures)]
    one_line = ", ".join(sorted(folders))
    listed_ = one_line if len(one_line) < 80 else "(\n" + "".join(f"    {name},\n" for name in sorted(folders)) + ")"
    return _PACK.format(
        module=names.module,
        folders=listed_,
        held=starred([f"{name}.INSTRUMENTS" for name in folders]),
        id=quoted(names.id),
        title=said(names.title.zh, names.title.en, 4),
        number=quoted(names.number),
        issuer=said(names.issuer.zh, names.issuer.en, 4),
    )


def _law(names: Named, reading: Reading) -> str:
    since = reading.header.valid_from or reading.header.dated
    return _LAW.format(
        id=quoted(names.id),
        title=said(names.title.zh, names.title.en, 4),
        number=quoted(names.number),
        since=_day(since),
        datetime="from datetime import date\n\n" if since else "",
    )


def _day(day: date | None) -> str:
    return f"date({day.year}, {day.month}, {day.day})" if day else "None"


def _measure(section: Section) -> str:
    titles = [comment(f"Measure {section.id}: {section.title.zh}"), comment(section.title.en)]
    body = _INSTRUMENTS.format(imports="", held="")
    return _documented(f'"""Measure {section.id}."""', [*titles, "#", *listed(section)], body)


def _programme(names: Named, sections: Sequence[Section]) -> str:
    """What belongs to no measure: goals, governance, and the example."""
    body = _INSTRUMENTS.format(
        imports=f"from {names.module}.{PROGRAMME}.in_force import InForce\n",
        held="InForce,  # the example: yours to replace\n",
    ).replace("(InForce", "(\n    InForce")
    notes = [line for one in sections for line in ("#", comment(f"{one.id}: {plain(one.title.zh)}"), "#", *listed(one))]
    return _documented('"""The policy as a whole: goals, governance, and a first worked example."""', notes[1:], body)


def _documented(doc: str, notes: Sequence[str], body: str) -> str:
    return "\n".join([doc, "", *notes, "", body])
