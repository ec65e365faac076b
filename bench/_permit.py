"""The peers' six-step permit as a procedure of ours, and a desk that runs it: the helper of ``door.py``.

python bench/_permit.py prepare|round|parallel|long ARGUMENTS      (MULBERRY_DATA and DATABASE_URL say where)
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]
os.environ["MULBERRY_PACKS"] = "_permit:pack"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mulberry_web.settings")

from mulberry.law.basis import Law  # noqa: E402 - the paths come first
from mulberry.law.parameters import fixed  # noqa: E402
from mulberry.law.text import t  # noqa: E402
from mulberry.procedures import WORKING_DAY, Fields, Procedure, clock, command, role, state  # noqa: E402
from mulberry.record.fields import money, text  # noqa: E402

LAW = Law("bench-law", t("许可规定", "Rules on permits"))
DAYS = fixed("bench.days", t("审查期限", "Days to examine"), 20, LAW.art(1), unit="working-day")
applicant = role("applicant", t("申请人", "Applicant"), applicant=True)
officer = role("officer", t("经办人", "Officer"))
REASON = Fields(reason=text(t("理由", "Reason")))


class Permit(Procedure, id="bench-permit", system="bench", clauses=("1",), subject="enterprise"):
    """Submit, accept, two reviews, decide, notify: as in the peers' script, with one statutory clock."""

    title = t("许可", "Permit")
    submitted = state(t("已提交", "Submitted"))
    reviewing = state(t("审查中", "Under review"))
    reviewing_b = state(t("再审查", "Second review"))
    reviewed = state(t("已审查", "Reviewed"))
    decided = state(t("已决定", "Decided"))
    notified = state(t("已告知", "Notified"), end=True)
    examination = clock(
        t("审查", "Examination"), DAYS, WORKING_DAY, acts=officer, basis=LAW.art(1), main=True,
        runs_in=(reviewing, reviewing_b, reviewed),
    )  # fmt: skip

    submit = command(
        applicant, start=True, to=submitted,
        takes=Fields(
            applicant=text(t("申请人", "Applicant")),
            amount=money(t("金额", "Amount"), unit="CNY"),
            site=text(t("地点", "Site")),
            note=text(t("说明", "Note")),
        ),
    )  # fmt: skip
    accept = command(officer, from_=submitted, to=reviewing, takes=REASON)
    review_a = command(officer, from_=reviewing, to=reviewing_b, takes=REASON, title=t("审查一", "Review A"))
    review_b = command(officer, from_=reviewing_b, to=reviewed, takes=REASON, title=t("审查二", "Review B"))
    decide_ = command(officer, from_=reviewed, to=decided, takes=REASON)
    notify = command(officer, from_=decided, to=notified, takes=REASON, title=t("告知", "Notify"))
    remark = command(
        officer, from_=(submitted, reviewing, reviewed), takes=REASON, title=t("备注", "Remark")
    )  # fmt: skip


pack = SimpleNamespace(instruments=(Permit,))
STEPS = ("submit", "accept", "review_a", "review_b", "decide", "notify")
DATA = {"applicant": "Mulberry Silk Co.", "amount": "120000.00", "site": "East Pier 4", "note": "x" * 120}
NOTE = {"reason": "meets article 9(2)"}


class Desk:
    """The people and the door, ready to run cases."""

    def __init__(self) -> None:
        import django

        django.setup()
        from mulberry.record.events import Actor, Command
        from mulberry_web.people.models import Organisation, Person
        from mulberry_web.record import door

        self.door, self.actor, self.command = door, Actor, Command
        people = {one.username: one for one in Person.objects.all()}
        self.applicant, self.officer = people["applicant"], people["officer"]
        self.enterprise = Organisation.objects.first()

    def step(self, id: str, name: str) -> None:
        first = name == "submit"
        by = self.actor("applicant" if first else "officer")
        fields = {"id": id, **(DATA if first else NOTE)}
        now = datetime.now().replace(microsecond=0)  # noqa: DTZ005 - local time, as events hold it
        who, owner = (self.applicant, self.enterprise) if first else (self.officer, None)
        self.door.execute(who, self.command("bench-permit", name, fields, by, now), owner=owner)


def prepare() -> None:
    """Tables and people."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from mulberry_web.people import door as people

    enterprise = people.organisation("1", t("企业", "Enterprise"))
    office = people.office("1", t("机关", "Office"), handles=("bench-permit",))
    people.join(people.enrol("applicant", t("甲", "A")), enterprise)
    people.appoint(people.enrol("officer", t("乙", "B")), office, "officer")


def stored() -> int:
    """Bytes of the SQLite file once its log is folded in; 0 on PostgreSQL."""
    from django.db import connection

    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.fetchall()
    return Path(connection.settings_dict["NAME"]).stat().st_size


def round_(seconds: str) -> None:
    """Whole cases for so long; the same figures as the peers' script gives."""
    desk, clock_ = Desk(), time.perf_counter
    for number in range(5):
        for name in STEPS:
            desk.step(f"warm{number}", name)
    size, cases, taken, began, cpu = stored(), 0, list[float](), clock_(), time.process_time()
    while clock_() - began < float(seconds):
        for name in STEPS:
            start = clock_()
            desk.step(f"C{cases}", name)
            taken.append(clock_() - start)
        cases += 1
    whole, cpu = clock_() - began, time.process_time() - cpu
    taken.sort()
    steps = 6 * cases
    told = {"cases_s": cases / whole, "step_us": 1e6 * whole / steps, "cpu_us": 1e6 * cpu / steps,
            "p50_us": 1e6 * taken[steps // 2], "p99_us": 1e6 * taken[int(steps * 0.99)],
            "bytes_case": (stored() - size) / cases}  # fmt: skip
    print(json.dumps(told))


def parallel(name: str, seconds: str) -> None:
    """Cases beside other processes; waits for a line, tells how many it got done."""
    desk = Desk()
    print("ready", flush=True)
    sys.stdin.readline()
    cases, began = 0, time.perf_counter()
    while time.perf_counter() - began < float(seconds):
        for step in STEPS:
            desk.step(f"{name}-{cases}", step)
        cases += 1
    print(json.dumps({"cases": cases, "seconds": time.perf_counter() - began}))


def long(steps: str) -> None:
    """Microseconds of an early and of a late step of one long case, medians of a hundred."""
    desk, taken = Desk(), list[float]()
    desk.step("long", "submit")
    for _ in range(int(steps)):
        start = time.perf_counter()
        desk.step("long", "remark")
        taken.append(time.perf_counter() - start)
    early, late = sorted(taken[5:105])[50], sorted(taken[-100:])[50]
    print(json.dumps({"early_us": 1e6 * early, "late_us": 1e6 * late}))


ACTIONS: dict[str, Any] = {"prepare": prepare, "round": round_, "parallel": parallel, "long": long}
if __name__ == "__main__":
    ACTIONS[sys.argv[1]](*sys.argv[2:])
