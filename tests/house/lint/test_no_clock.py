import pytest

from dev.lint.rules.no_clock import NoClock
from tests.house.lint.rule_case import lines

ENGINE = "src/mulberry/record/events.py"


@pytest.mark.parametrize(
    "snippet",
    [
        "from datetime import date\ntoday = date.today()",
        "from datetime import datetime\nnow = datetime.now(tz=None)",
        "from datetime import datetime as dt\nnow = dt.utcnow()",
        "import datetime\nnow = datetime.datetime.now()",
        "import datetime as d\nday = d.date.today()",
        "import time\nstamp = time.time()",
        "from time import time_ns\nstamp = time_ns()",
        "from datetime import date\nfactory = dict(default_factory=date.today)",
    ],
)
def test_a_look_at_the_clock_is_found_however_it_is_imported(snippet: str) -> None:
    assert lines(NoClock(), ENGINE, snippet) == [2]
    assert lines(NoClock(), "src/mulberry_sip/m08_talent/pension.py", snippet) == [2]


@pytest.mark.parametrize(
    "snippet",
    [
        "from datetime import date\nday = date(2024, 8, 1)",
        "from datetime import date\ndef decide(today: date) -> date:\n    return today",
        "import time\nstarted = time.monotonic()",
        "class Shift:\n    def now(self) -> int: ...\nShift().now()",
    ],
)
def test_dates_as_arguments_and_stopwatches_are_fine(snippet: str) -> None:
    assert lines(NoClock(), ENGINE, snippet) == []


def test_the_desk_may_look_at_the_clock() -> None:
    assert lines(NoClock(), "src/mulberry_web/clock.py", "import time\nstamp = time.time()") == []


def test_only_the_command_line_may_excuse_itself_and_only_with_a_reason() -> None:
    excused = "from datetime import date\nday = date.today()  # clock: the person left --as-of out"
    assert lines(NoClock(), "src/mulberry/cli/decide.py", excused) == []
    assert lines(NoClock(), ENGINE, excused) == [2]
    assert lines(
        NoClock(), "src/mulberry/cli/decide.py", "from datetime import date\nday = date.today()  # clock:"
    ) == [2]
