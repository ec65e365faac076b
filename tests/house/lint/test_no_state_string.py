import pytest

from dev.lint.rules.no_state_string import NoStateString
from tests.house.lint.rule_case import lines

VIEW = "src/mulberry_web/procedures/views.py"


@pytest.mark.parametrize(
    "snippet",
    [
        "case.state == 'accepted'",
        "'accepted' != case.state",
        "case.state in ('accepted', 'closed')",
        "entry['status'] == 'valid'",
        "if old_state == 'open': pass",
        "Case.objects.filter(state='open')",
        "Case.objects.exclude(state__in=['open', 'late'])",
        "Q(entry__state='open')",
        "match case.state:\n    case 'open' | 'late': pass",
    ],
)
def test_a_state_compared_with_a_string_is_found(snippet: str) -> None:
    assert lines(NoStateString(), VIEW, snippet) == [1]


@pytest.mark.parametrize(
    "snippet",
    [
        "case.state == State.ACCEPTED",
        "case.is_final",
        "response.status_code == 200",
        "request.method == 'POST'",
        "Case.objects.filter(state=state)",
        "estate == 'x'",
        "match case.state:\n    case State.OPEN: pass",
    ],
)
def test_constants_and_questions_are_fine(snippet: str) -> None:
    assert lines(NoStateString(), VIEW, snippet) == []


@pytest.mark.parametrize(
    "snippet",
    [
        '{% if case.state == "open" %}x{% endif %}',
        "{% if a %}{% elif entry.status != 'valid' %}x{% endif %}",
        '{% if "open" == case.state %}x{% endif %}',
    ],
)
def test_templates_are_read_too(snippet: str) -> None:
    assert lines(NoStateString(), "src/mulberry_web/templates/case.html", f"<p>\n{snippet}") == [2]


@pytest.mark.parametrize(
    "snippet", ["{% if case.state.final %}x{% endif %}", '{% if kind == "register" %}x{% endif %}']
)
def test_templates_may_ask_questions(snippet: str) -> None:
    assert lines(NoStateString(), "src/mulberry_web/templates/case.html", snippet) == []
