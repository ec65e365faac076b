"""The clauses modules of a new pack: one for each part, each sentence with a placeholder and its fingerprint."""

from __future__ import annotations

from collections.abc import Sequence

from mulberry.pack.scaffold.literal import quoted, said, starred
from mulberry.pack.scaffold.outline import Section
from mulberry.pack.scaffold.wording import placeholder
from mulberry.policy.model import Sentence

_HEAD = '''"""{doc}

Word each sentence in your own short words, in both languages, and keep its force word. The official text is attached
by whoever runs the desk; it is never copied into a pack. ``uncarried=t(…)`` says why nothing carries a sentence out.
"""

from __future__ import annotations

from mulberry.law.text import t
from mulberry.pack.clauses import Measure
from {module}.clauses.sentence import sentence

{part}{name}: tuple[Measure, ...] = (
'''
SENTENCE = '''"""How one sentence of the policy is written down here."""

from __future__ import annotations

from mulberry.law.text import Text
from mulberry.pack.clauses import Clause
from mulberry.pack.prints import kept
from {module}.clauses.fingerprints import FINGERPRINTS

_KEPT = kept(FINGERPRINTS)


def sentence(id: str, wording: Text, *, uncarried: Text | None = None) -> Clause:
    """One sentence in our own short words, with the fingerprints of its official wording."""
    return Clause(id, wording, _KEPT.get(id, ""), uncarried)
'''


def modules(module: str, sections: Sequence[Section]) -> dict[str, str]:
    """File name in ``clauses/`` → text."""
    by_part: dict[str, list[Section]] = {}
    for section in sections:
        by_part.setdefault(_file(section, sections), []).append(section)
    made = {f"{name}.py": _module(module, name, held) for name, held in by_part.items()}
    made["sentence.py"] = SENTENCE.format(module=module)
    made["__init__.py"] = _index(module, list(by_part))
    return made


def _file(section: Section, sections: Sequence[Section]) -> str:
    """One file a part: P, O, C and S-sections have their own, measures share that of their part."""
    own = {"P": "preamble", "O": "overall", "C": "closing"}.get(section.id)
    if own:
        return own
    if not section.numbered:
        return f"section_{section.id.lower()}"
    parts = list(dict.fromkeys(one.part for one in sections if one.numbered))
    return f"part_{parts.index(section.part) + 1}"


def _module(module: str, name: str, held: Sequence[Section]) -> str:
    doc = f"Sentences of {held[0].id} to {held[-1].id}." if len(held) > 1 else f"Sentences of {held[0].id}."
    part = f"PART = {said(held[0].part.zh, held[0].part.en, 0)}\n\n" if held[0].numbered else ""
    body = "".join(_measure(section) for section in held)
    return _HEAD.format(doc=doc, module=module, name=name.upper(), part=part) + body + ")\n"


def _measure(section: Section) -> str:
    head = [
        f"    Measure(\n        {quoted(section.id)},",
        f"        {said(section.title.zh, section.title.en, 8)},",
        f"        {'PART' if section.numbered else said(section.part.zh, section.part.en, 8)},",
    ]
    pad = " " * 16
    if not section.sentences:
        return "\n".join([*head, "        (),\n    ),\n"])
    rows = [
        f"            sentence(\n{pad}{quoted(s.id)},\n{pad}{_wording(s)},\n            )," for s in section.sentences
    ]
    return "\n".join([*head, "        (", *rows, "        ),\n    ),\n"])


def _wording(sentence: Sentence) -> str:
    words = placeholder(sentence)
    return said(words.zh, words.en, 16)


def _index(module: str, names: Sequence[str]) -> str:
    imports = "".join(f"from {module}.clauses.{name} import {name.upper()}\n" for name in sorted(names))
    every = starred([name.upper() for name in names])
    return (
        '"""The sentences of the policy in our own short words, which never replace the official text."""\n\n'
        "from __future__ import annotations\n\nfrom mulberry.pack.clauses import Measure\n"
        f'{imports}\nMEASURES: tuple[Measure, ...] = {every}\n"""In the order of the document."""\n'
    )
