"""The questions of an application, with what was answered so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mulberry.errors import Invalid
from mulberry.procedures import Procedure
from mulberry.procedures.parts import Step
from mulberry.record.acts import Document
from mulberry.record.field import Field, Fields
from mulberry.record.values import write
from mulberry_web.procedures.known import opened_by, questions
from mulberry_web.procedures.models import Draft, Paper
from mulberry_web.templatetags.mulberry import reader_language


@dataclass(frozen=True, slots=True)
class Answered:
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

    def written(self, value: Any) -> Any:
        """A value as a draft keeps it."""
        return None if value is None else write(value)


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


def paper_tasks(procedure: type[Procedure], step: Step, draft: Draft) -> list[PaperTask]:
    """Every kind of paper that the step asks for."""
    if not step.documents:
        return []
    kept = list(Paper.objects.filter(instrument=procedure.id, key=draft.ref).order_by("pk"))
    return [
        PaperTask(one.id, one, tuple(paper for paper in kept if paper.document == one.id)) for one in step.documents
    ]


def after_papers(papers: Sequence[PaperTask], after: str) -> PaperTask | None:
    """The next kind of paper that is still missing."""
    names = [task.name for task in papers]
    place = names.index(after) + 1 if after in names else 0
    return next((task for task in papers[place:] if not task.given), None)


def answered(procedure: type[Procedure], step: Step, draft: Draft) -> list[Answered]:
    """Every question in the order in which it is asked."""
    given = draft.given
    return [
        _task(number, name, field, given.get(name), _suggested(step, draft, name, field))
        for number, (name, field) in enumerate(questions(procedure, step).items(), 1)
    ]


def _task(number: int, name: str, field: Field, kept: Any, suggested: Any) -> Answered:
    try:
        value = Fields(**{name: field}).read({name: kept})[name] if kept is not None else None
    except Invalid:  # the procedure asks for something else than when the draft was kept
        value = None
    return Answered(number, name, field, value is not None, value, suggested)


def _suggested(step: Step, draft: Draft, name: str, field: Field) -> Any:
    """Whoever applies is asked for under the name of the role: the organisation's own name is offered."""
    if field.type != "str" or name != opened_by(step).id or draft.organisation is None:
        return None
    return draft.organisation.name.in_(reader_language())


def next_task(tasks: Sequence[Answered], after: str) -> Answered | None:
    """The next question that is still open, those that follow first; ``None`` where all are answered."""
    place = next((task.number for task in tasks if task.name == after), 0)
    following = [*(task for task in tasks if task.number > place), *(task for task in tasks if task.number < place)]
    return next((task for task in following if not task.given and (task.number > place or not task.done)), None)
