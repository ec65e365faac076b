"""Everything a page shows of one case, gathered once: the state, its clocks, its course and what may be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from mulberry.law.text import Text
from mulberry.procedures import Procedure
from mulberry.procedures.case import Case
from mulberry.procedures.clocks import Reading
from mulberry.procedures.parts import State
from mulberry.procedures.views import Look
from mulberry.procedures.views import look as look_at
from mulberry_web.page.who import Who
from mulberry_web.people.models import Office
from mulberry_web.procedures.course import Happened, course, people_named, state_title
from mulberry_web.procedures.known import procedure_or_404
from mulberry_web.procedures.models import Paper
from mulberry_web.procedures.papers import without_erased
from mulberry_web.procedures.rights import Offer, offers, roles_in
from mulberry_web.procedures.strip import Strip, strips
from mulberry_web.procedures.subject import About, about
from mulberry_web.record import read
from mulberry_web.record.programme import programme


@dataclass
class Seen:
    """One case as one person sees it at a moment."""

    procedure: type[Procedure]
    held: read.Case
    history: Sequence[read.Told]
    looking: Who
    now: datetime

    @property
    def case(self) -> Case:
        found: Case = self.held.state
        return found

    @property
    def key(self) -> str:
        return self.held.stream.key

    @property
    def state(self) -> Text:
        return state_title(self.procedure, self.case.state)

    @property
    def declared(self) -> State | None:
        return self.procedure.states.get(self.case.state)

    @property
    def ended(self) -> bool:
        return self.declared is not None and self.declared.end

    @property
    def deemed_unrecorded(self) -> bool:
        """Whether silence has decided something that nobody has recorded yet: it will be, before the next act."""
        return bool(self.history) and self.case.last_at != self.history[-1].event.at

    @cached_property
    def look(self) -> Look:
        return look_at(self.procedure, self.case, self.now, programme().context())

    @cached_property
    def strips(self) -> list[Strip]:
        return strips(self.look)

    @cached_property
    def stopped(self) -> list[tuple[Reading, bool]]:
        """The clocks that have been met or missed, and whether the law itself has spoken where nobody did."""
        told = [one for one in self.look.clocks.values() if one.word == "stopped" and not one.clock.term and one.due]
        silent = {one.clock.name for one in self.procedure.silences.values() if self.case.times(one.name)}
        return [(one, one.late and one.clock.name in silent) for one in told]

    @cached_property
    def terms(self) -> list[Reading]:
        """How long what was granted is valid."""
        return [one for one in self.look.clocks.values() if one.clock.term and one.due is not None]

    @cached_property
    def roles(self) -> frozenset[str]:
        return roles_in(self.procedure, self.held.stream, self.looking)

    @cached_property
    def as_applicant(self) -> bool:
        """Whether the reader stands on the applicant's side of this case."""
        stream, person = self.held.stream, self.looking.person
        mine = {one.pk for one in self.looking.organisations}
        return stream.owner_organisation_id in mine or (person is not None and stream.owner_person_id == person.pk)

    @cached_property
    def offers(self) -> list[Offer]:
        person = self.looking.person
        return offers(self.procedure, self.case, self.roles, person.ref if person else "")

    @cached_property
    def about(self) -> About:
        """Whom the case is about, with the facts on file."""
        return about(self.looking.person, self.procedure, self.held, self.now)

    @cached_property
    def course(self) -> list[Happened]:
        # Applicants know their own people by name; of an office they know the role, which is who answers for the act.
        ours = self.procedure.applicant_roles
        known = ours if self.as_applicant else None if self.held.personal else self.procedure.roles.keys() - ours
        told = people_named(self.history, known)
        subject = {self.about.key: self.about.name} if self.about.name is not None else {}
        return course(self.procedure, self.history, told | subject, self.held.personal)

    @property
    def handed_over(self) -> Happened | None:
        """The last act by which somebody passed the case on: what was asked of whoever is to act now."""
        return next((one for one in reversed(self.course) if one.moved), None)

    @cached_property
    def owner(self) -> Text | None:
        """Whose case it is."""
        stream = self.held.stream
        if stream.owner_organisation is not None:
            return stream.owner_organisation.name
        return stream.owner_person.name if stream.owner_person is not None and self.held.personal else None

    @cached_property
    def papers(self) -> list[Paper]:
        """The papers on file, for whoever may see what the case holds about people."""
        if not self.held.personal:
            return []
        kept = Paper.objects.filter(instrument=self.procedure.id, key=self.key, sealed__isnull=False)
        return without_erased(kept.order_by("pk"))

    @cached_property
    def paper_groups(self) -> list[tuple[Text | None, list[Paper]]]:
        """The papers by the declared document that they are; the others last."""
        titles = {one.id: one.title for step in self.procedure.commands.values() for one in step.documents}
        kinds = [*dict.fromkeys(paper.document for paper in self.papers if paper.document), ""]
        grouped = [(titles.get(kind), [paper for paper in self.papers if paper.document == kind]) for kind in kinds]
        return [(title, held) for title, held in grouped if held]

    @cached_property
    def figures(self) -> list[tuple[Text, object]]:
        """What the procedure works out about a case, as far as it can yet."""
        told = [(one.title, one.tell(self.look)) for one in self.procedure.figures.values()]
        return [(title, value) for title, value in told if value is not None]

    @cached_property
    def offices(self) -> list[Office]:
        """Who handles the procedure."""
        return list(Office.objects.filter(competences__instrument=self.procedure.id).order_by("code"))


def seen(looking: Who, instrument: str, key: str, now: datetime) -> Seen:
    """The case as the person sees it; ``NotFound`` where there is none or it is not open to him or her."""
    procedure = procedure_or_404(instrument)
    held = read.case(looking.person, instrument, key, now)
    return Seen(procedure, held, read.history(looking.person, instrument, key), looking, now)
