import pytest

from dev.lint.rule import allowances
from dev.lint.rules.no_io import NoIO
from tests.house.lint.rule_case import lines

ENGINE = "src/mulberry/decisions/run.py"


@pytest.mark.parametrize(
    "snippet",
    [
        "text = open('facts.json').read()",
        "import os; place = os.environ['HOME']",
        "from os import getenv; place = getenv('HOME')",
        "text = path.read_text(encoding='utf-8')",
        "text = path.read_text('utf-8')",
        "path.write_bytes(b'')",
        "import socket",
        "import urllib.request",
        "from urllib import request",
        "from http.client import HTTPConnection",
        "import requests as r",
    ],
)
def test_a_look_outside_is_found(snippet: str) -> None:
    assert lines(NoIO(), ENGINE, snippet) == [1]
    assert lines(NoIO(), "src/mulberry_sip/m08_talent/pension.py", snippet) == [1]


@pytest.mark.parametrize(
    "snippet",
    [
        "from urllib.parse import urlsplit",
        "from http import HTTPStatus",
        "counter.open('C')",
        "value = values.read_text(field, name, value)",
        "import os; place = os.path.join('a', 'b')",
    ],
)
def test_other_things_of_these_names_are_fine(snippet: str) -> None:
    assert lines(NoIO(), ENGINE, snippet) == []


@pytest.mark.parametrize(
    "path", ["src/mulberry/cli/decide.py", "src/mulberry/policy/reader.py", "src/mulberry/policy/readers/docx.py"]
)
def test_the_edges_of_the_engine_may_read_and_write(path: str) -> None:
    assert lines(NoIO(), path, "text = path.read_text()", allowances()) == []


def test_the_packs_have_no_edge() -> None:
    assert lines(NoIO(), "src/mulberry_sip/reader.py", "text = path.read_text()", allowances()) == [1]
