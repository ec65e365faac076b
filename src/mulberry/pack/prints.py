"""How a pack keeps the fingerprints of its policy: a table by sentence and clause, and what stands in a ``Clause``.

The table is a plain mapping from the id of a sentence (``3.2``) or clause (``3.2.1``) to ``HASH-SKETCH``. A pack's
``Clause`` keeps one string: the sentence's own fingerprint and, after spaces, those of its clauses as
``1:HASH-SKETCH``, so that a change can be told clause by clause. A pack that keeps only sentences is told sentence by
sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mulberry.pack.clauses import Clause
from mulberry.pack.pack import Pack
from mulberry.policy.fingerprints import Fingerprints, Print, fingerprints
from mulberry.policy.model import Reading

Table = Mapping[str, str]


def table(reading: Reading) -> dict[str, str]:
    """Every sentence of a reading, each followed by its clauses."""
    found = fingerprints(reading)
    within: dict[str, list[Print]] = {}
    for one in found.clauses:
        within.setdefault(sentence_of(one.id), []).append(one)
    return {
        one.id: f"{one.hash}-{one.sketch}"
        for sentence in found.sentences
        for one in (sentence, *within.get(sentence.id, ()))
    }


def kept(of: Table) -> dict[str, str]:
    """By sentence, the one string that its ``Clause`` keeps."""
    out: dict[str, str] = {}
    for id, value in of.items():
        if is_clause(id):
            out[sentence_of(id)] = f"{out.get(sentence_of(id), '')} {id.rpartition('.')[2]}:{value}"
        else:
            out[id] = f"{value}{out.get(id, '')}"
    return out


def known(pack: Pack) -> Fingerprints:
    """What the pack carries, in the shape that a text is compared with."""
    every = [one for clause in pack.clauses.values() for one in _prints(clause)]
    return Fingerprints(
        "",
        tuple(one for one in every if not is_clause(one.id)),
        tuple(one for one in every if is_clause(one.id)),
    )


def _prints(clause: Clause) -> Iterator[Print]:
    for part in clause.fingerprint.split():
        number, _, value = part.rpartition(":")
        yield Print(f"{clause.id}.{number}" if number else clause.id, *value.split("-"))


def is_clause(id: str) -> bool:
    """Whether an id is that of a clause, such as ``3.2.1``, and no sentence's."""
    return id.count(".") > 1


def sentence_of(id: str) -> str:
    """The sentence that a clause stands in; a sentence itself."""
    return id.rpartition(".")[0] if is_clause(id) else id
