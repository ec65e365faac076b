import pytest

from dev.lint.rule import allowances
from dev.lint.rules.no_eval import NoEval
from tests.house.lint.rule_case import lines


@pytest.mark.parametrize(
    "snippet",
    [
        "eval('1 + 1')",
        "exec(text)",
        "compile(text, 'x', 'exec')",
        "__import__(name)",
        "run = eval",
        "import builtins; builtins.exec(text)",
        "from builtins import eval as e; e(text)",
    ],
)
def test_running_text_as_code_is_found(snippet: str) -> None:
    assert lines(NoEval(), "src/mulberry/policy/reader.py", snippet) == [1]


@pytest.mark.parametrize(
    "snippet", ["import re; re.compile('a')", "column.eval()", "import ast; ast.literal_eval('1')"]
)
def test_other_functions_of_these_names_are_fine(snippet: str) -> None:
    assert lines(NoEval(), "src/mulberry_web/views.py", snippet) == []


def test_the_compiler_of_typed_trees_alone_is_allowed() -> None:
    assert lines(NoEval(), "src/mulberry/decisions/scalar.py", "exec(code)", allowances()) == []
    assert lines(NoEval(), "src/mulberry/decisions/columns.py", "exec(code)", allowances()) == [1]
