"""A pack: one policy's clauses and the instruments that carry them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import entry_points
from pathlib import Path

from mulberry.errors import Invalid
from mulberry.instrument import Instrument, Kind
from mulberry.law.parameters import Parameter
from mulberry.law.text import Text, t
from mulberry.pack.clauses import Clause, Measure

ENTRY_POINT = "mulberry.packs"


@dataclass(frozen=True)
class Pack:
    """One policy carried out. ``folder`` is where its worked cases lie; ``systems`` names each system by its number."""

    id: str
    title: Text
    number: str
    issuer: Text
    measures: tuple[Measure, ...]
    instruments: tuple[Instrument, ...]
    folder: Path
    systems: Mapping[str, Text] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ids = [instrument.id for instrument in self.instruments]
        repeated = sorted({id_ for id_ in ids if ids.count(id_) > 1})
        if repeated:
            raise ValueError(f"{self.id}: more than one instrument is called {', '.join(repeated)}")

    @cached_property
    def by_id(self) -> Mapping[str, Instrument]:
        return {instrument.id: instrument for instrument in self.instruments}

    def instrument(self, id_: str) -> Instrument:
        """The instrument of that id; ``Invalid`` names the nearest ids where there is none."""
        return find(self.by_id, id_)

    def of_kind(self, kind: Kind) -> tuple[Instrument, ...]:
        return tuple(instrument for instrument in self.instruments if instrument.kind is kind)

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """Every dated parameter that some instrument reads, by key."""
        return {p.key: p for instrument in self.instruments for p in instrument.parameters}

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        return {clause.id: clause for measure in self.measures for clause in measure.clauses}


def find(known: Mapping[str, Instrument], id_: str) -> Instrument:
    """An instrument by id, or ``Invalid`` with the ids that look like it."""
    import difflib

    if id_ in known:
        return known[id_]
    near = difflib.get_close_matches(id_, known, n=3, cutoff=0.5)
    zh, en = (f"；相近的有：{'、'.join(near)}", f"; near it are {', '.join(near)}") if near else ("", "")
    raise Invalid(
        "instrument", t(f"没有名为“{id_[:80]}”的政策工具{zh}", f"there is no instrument called “{id_[:80]}”{en}")
    )


def installed() -> Iterator[Pack]:
    """Every pack that is installed, found by its entry point, in the order of their names."""
    for point in sorted(entry_points(group=ENTRY_POINT), key=lambda point: point.name):
        pack = point.load()
        if not isinstance(pack, Pack):
            raise TypeError(f"{point.value} is no pack")
        yield pack


@dataclass(frozen=True)
class Library:
    """All installed packs together: what the command line and the desk look things up in."""

    packs: tuple[Pack, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Instrument]:
        return {instrument.id: instrument for pack in self.packs for instrument in pack.instruments}

    def instrument(self, id_: str) -> Instrument:
        return find(self.by_id, id_)

    def pack_of(self, instrument: Instrument) -> Pack:
        """The pack an instrument belongs to."""
        return next(pack for pack in self.packs if pack.by_id.get(instrument.id) is instrument)


def library() -> Library:
    """The installed packs."""
    return Library(tuple(installed()))
