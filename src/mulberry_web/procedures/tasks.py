"""An application as its author sees it: the questions and papers that it asks for, and what was given so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from mulberry.errors import Invalid
from mulberry.procedures import Procedure
from mulberry.procedures.parts import Step
from mulberry.record.acts import Document
from mulberry.record.field import Field, Fields
from mulberry_web.facts.catalogue import facts
from mulberry_web.facts.subjects import Subject, subjects
from mulberry_web.page.who import Who
from mulberry_web.people.models import Person
from mulberry_web.procedures.known import opened_by, questions
from mulberry_web.procedures.models import Draft, Paper
from mulberry_web.templatetags.mulberry import reader_language


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``value`` is in its own type; ``suggested`` is offered where nothing was given yet."""

    number: int
    name: str
    field: Field
    given: bool
    value: Any
    suggested: Any = None

    @property
    def done(self) -> bool:
        """Whether the application can be sent as far as this question goes."""
        return self.given or self.field.optional


@dataclass(frozen=True, slots=True)
class PaperTask:
    """One kind of paper that the step asks for, and what was handed in of it."""

    name: str
    document: Document
    papers: tuple[Paper, ...]

    @property
    def given(self) -> bool:
        return bool(self.papers)

    @property
    def done(self) -> bool:
        return self.given or self.document.optional


@dataclass
class Application:
    """A draft with the procedure that it is for. It is read anew after every change."""

    draft: Draft
    procedure: type[Procedure]
    step: Step
    looking: Who
    person: Person

    @cached_property
    def subjects(self) -> list[Subject]:
        """Whom the applicant may apply about, where the procedure is about somebody or something else than himself."""
        found = [one for one in subjects(self.looking) if one.kind == self.procedure.subject]
        return [one for one in found if one.organisation == self.draft.organisation]

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """What is asked. The field that names the subject becomes a choice among the subjects that are known."""
        asked, about = questions(self.procedure, self.step), self.procedure.subject
        if about not in asked or asked[about].type != "str" or not self.subjects:
            return asked
        values = {one.key: one.title for one in self.subjects}
        return {**asked, about: replace(asked[about], type="enum", values=values)}

    @cached_property
    def questions(self) -> list[Question]:
        given = self.draft.given
        return [
            self._question(number, name, field, given.get(name))
            for number, (name, field) in enumerate(self.fields.items(), 1)
        ]

    @cached_property
    def papers(self) -> list[PaperTask]:
        if not self.step.documents:
            return []
        kept = list(Paper.objects.filter(instrument=self.procedure.id, key=self.draft.ref).order_by("pk"))
        by_kind = {one.id: tuple(paper for paper in kept if paper.document == one.id) for one in self.step.documents}
        return [PaperTask(one.id, one, by_kind[one.id]) for one in self.step.documents]

    @property
    def ready(self) -> bool:
        """Whether everything that must be given is given."""
        return all(task.done for task in self.questions) and all(task.done for task in self.papers)

    def question(self, name: str) -> Question | None:
        return next((one for one in self.questions if one.name == name), None)

    def paper(self, name: str) -> PaperTask | None:
        return next((one for one in self.papers if one.name == name), None)

    def open_question(self, after: str) -> Question | None:
        """The next question without an answer; of those before, only what must be answered."""
        place = next((one.number for one in self.questions if one.name == after), 0)
        following = [one for one in self.questions if one.number > place and not one.given]
        return next(iter([*following, *(one for one in self.questions if one.number < place and not one.done)]), None)

    def open_paper(self, after: str = "") -> PaperTask | None:
        """The next kind of paper of which nothing was handed in."""
        names = [one.name for one in self.papers]
        place = names.index(after) + 1 if after in names else 0
        return next((one for one in self.papers[place:] if not one.given), None)

    def _question(self, number: int, name: str, field: Field, kept: Any) -> Question:
        try:
            value = Fields(**{name: field}).read({name: kept})[name] if kept is not None else None
        except Invalid:  # something else was asked for when the draft was kept
            value = None
        return Question(number, name, field, value is not None, value, self._suggested(name, field))

    def _suggested(self, name: str, field: Field) -> Any:
        """What is known: the applicant's own name under the name of its role, and facts stated of the subject."""
        if name == opened_by(self.step).id and field.type == "str" and self.draft.organisation is not None:
            return self.draft.organisation.name.in_(reader_language())
        stated = self._chosen.values.get(name) if self._chosen else None
        declared = facts(self.procedure.subject).get(name)
        return stated if declared is not None and declared.field.type == field.type else None

    @cached_property
    def _chosen(self) -> Subject | None:
        chosen = self.draft.given.get(self.procedure.subject)
        listed = self.subjects if chosen or self.procedure.subject == "enterprise" else []
        return next((one for one in listed if chosen in (None, one.key)), None)
