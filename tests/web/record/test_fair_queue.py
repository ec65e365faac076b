"""The queue of writers on SQLite: first come, first served, and it outlives whoever is killed in it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from mulberry_web.sqlite.fair_queue import FairQueue


def test_one_is_let_in_at_a_time(tmp_path: Path) -> None:
    inside, most = [0], [0]

    def enter() -> None:
        queue = FairQueue(tmp_path / "queue")
        for _ in range(200):
            queue.acquire()
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            inside[0] -= 1
            queue.release()
        queue.close()

    threads = [threading.Thread(target=enter) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] == 1


def test_they_are_let_in_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    first, order = FairQueue(tmp_path / "queue"), list[int]()
    first.acquire()

    def enter(number: int) -> None:
        queue = FairQueue(tmp_path / "queue")
        queue.acquire()
        order.append(number)
        queue.release()

    threads = []
    for number in range(8):
        threads.append(threading.Thread(target=enter, args=(number,)))
        threads[-1].start()
        wait_for_tickets(tmp_path / "queue", number + 2)
    first.release()
    for thread in threads:
        thread.join()
    assert order == list(range(8))


def wait_for_tickets(path: Path, drawn: int) -> None:
    while int.from_bytes(path.read_bytes()[:8], "little") < drawn:
        time.sleep(0.001)


WAITER = """
import sys
from mulberry_web.sqlite.fair_queue import FairQueue
queue = FairQueue(sys.argv[1])
queue.acquire()
print("in", flush=True)
sys.stdin.readline()
"""


def waiter(path: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WAITER, str(path)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_holder_that_is_killed_lets_the_next_one_in(tmp_path: Path) -> None:
    path = tmp_path / "queue"
    queue = FairQueue(path)
    holder = waiter(path)
    wait_for_tickets(path, 1)
    os.kill(holder.pid, signal.SIGKILL)
    queue.acquire()
    assert queue.held
    end(holder)


def test_a_waiter_that_is_killed_lets_nobody_in_before_the_holder_is_done(tmp_path: Path) -> None:
    path = tmp_path / "queue"
    holder, entered = FairQueue(path), threading.Event()
    holder.acquire()
    killed = waiter(path)
    wait_for_tickets(path, 2)

    def enter() -> None:
        queue = FairQueue(path)
        queue.acquire()
        entered.set()
        queue.release()

    behind = threading.Thread(target=enter)
    behind.start()
    wait_for_tickets(path, 3)
    end(killed)
    assert not entered.wait(0.3)
    holder.release()
    behind.join()
    assert entered.is_set()


def test_a_process_that_closes_its_place_gives_it_back(tmp_path: Path) -> None:
    first, second = FairQueue(tmp_path / "queue"), FairQueue(tmp_path / "queue")
    first.acquire()
    first.close()
    second.acquire()
    assert second.held
