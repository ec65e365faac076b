"""The facts on file about the subject of a case, as far as the reader may see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mulberry_web.facts.subjects import facts_of_owner
from mulberry_web.procedures.look import Seen


def facts_on_file(found: Seen) -> Mapping[str, Any]:
    """What has been stated of the subject, and what the case itself tells under a fact's name."""
    person, stream = found.looking.person, found.held.stream
    if person is None:
        return {}
    return {**facts_of_owner(person, stream.owner_organisation, stream.owner_person), **found.case.data}
