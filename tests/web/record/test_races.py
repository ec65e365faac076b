"""Two people at the same instant: one wins, the other is told, nothing happens twice. On both databases."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.web.record.desks import Desk, go, heard

CASES = 200


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    url = "" if request.param == "sqlite" else request.getfixturevalue("postgres_database")
    return Desk(tmp_path, url)


def told(desk: Desk, word: str) -> list[list[str]]:
    return [line[1:] for line in desk.run("look") if line[0] == word]


def test_of_two_officers_who_decide_at_once_one_wins_and_one_is_told(desk: Desk) -> None:
    desk.run("prepare", CASES, "review_b")
    with ExitStack() as stack:
        racers = [stack.enter_context(desk.running("race", "decide", CASES)) for _ in range(2)]
        for _ in range(CASES):
            for racer in racers:
                go(racer)
            outcomes = sorted(heard(racer)[0] for racer in racers)
            assert outcomes == ["not_possible_in_this_state", "won"]
    assert told(desk, "twice") == [["0"]]
    assert told(desk, "differences")[0][0] == "0"


def test_of_two_who_submit_the_same_number_at_once_one_wins(desk: Desk) -> None:
    desk.run("prepare")
    with ExitStack() as stack:
        racers = [stack.enter_context(desk.running("submit", 60)) for _ in range(2)]
        for _ in range(60):
            for racer in racers:
                go(racer)
            assert sorted(heard(racer)[0] for racer in racers) == ["not_possible_in_this_state", "won"]
    assert told(desk, "differences")[0][0] == "0"


def test_streams_locked_in_opposite_orders_do_not_stop_each_other_for_ever(desk: Desk) -> None:
    desk.run("prepare", 2)
    with ExitStack() as stack:
        there = stack.enter_context(desk.running("cross", 40, "R0", "R1"))
        back = stack.enter_context(desk.running("cross", 40, "R1", "R0"))
        for process in (there, back):
            go(process)
        assert [heard(process) for process in (there, back)] == [["end"], ["end"]]
    versions = {key: int(version) for key, version in told(desk, "stream")}
    assert (versions["R0"], versions["R1"]) == (81, 81)
    assert told(desk, "differences")[0][0] == "0"


def test_writers_take_turns_and_none_is_starved(tmp_path: Path) -> None:
    """Our own queue on SQLite; PostgreSQL has its own."""
    desk = Desk(tmp_path)
    desk.run("prepare")
    with ExitStack() as stack:
        writers = [stack.enter_context(desk.running("load", f"W{number}-", 3)) for number in range(4)]
        for writer in writers:
            go(writer)
        done = [0] * 4
        for number, writer in enumerate(writers):
            while (line := heard(writer))[0] == "done":
                done[number] += 1
            assert line[0] == "end", writer.stderr and writer.stderr.read()
    # A case is six steps: who began his last one a moment before the end has that much more.
    assert min(done) * 2 + 6 >= max(done), done
    assert told(desk, "differences")[0][0] == "0"


def test_writers_who_decide_ahead_of_their_turn_on_one_case_lose_nothing(tmp_path: Path) -> None:
    """Everybody notes on the same case: what was decided ahead is stale nearly every time, and decided again."""
    desk = Desk(tmp_path)
    desk.run("prepare", 1)
    with ExitStack() as stack:
        writers = [stack.enter_context(desk.running("crowd", "R0", 60)) for _ in range(4)]
        for writer in writers:
            go(writer)
        assert [heard(writer) for writer in writers] == [["end"]] * 4
    assert told(desk, "stream") == [["R0", "241"]]
    assert told(desk, "differences")[0][0] == "0"
