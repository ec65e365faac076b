"""One decision as the engine compiles it against the same rule written by hand, taking turns: read the ratios only.

    python bench/decisions.py [--rounds 60]

The rule has the structure of the recognition of a high-tech enterprise: fifteen facts, twelve requirements, thresholds
by turnover, shares, days since, one amount. By hand it answers with the mask of the failed requirements and the amount,
and knows nothing of unknown facts. Both must agree on every firm of a population of which many sit on a threshold.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from statistics import median, quantiles
from typing import Any

from mulberry.decisions import facts as f
from mulberry.decisions.declare import Decision, amount, require
from mulberry.decisions.facts import Subject
from mulberry.decisions.run import answer
from mulberry.decisions.scalar import compiled
from mulberry.decisions.vocabulary import AS_OF, all_of, days_from, ite, least, rounded, share
from mulberry.law.basis import Law
from mulberry.law.parameters import fixed, parameter
from mulberry.law.text import Text, t

DAY = date(2025, 6, 1)
FIELDS = ("eit", "bio", "aero", "materials", "services", "energy", "environment", "manufacturing", "retail", "catering")
GRADES = ("A", "B", "M", "C", "D")
Firm_ = Mapping[str, Any]

# ------------------------------------------------------------------ by hand

LISTED, GRADED = frozenset(FIELDS[:8]), frozenset(GRADES[:3])
LEAST_TURNOVER, BASE, CAP = 8_000_000, 150_000, 1_000_000


def by_hand(firm: Firm_) -> tuple[bool, int, int]:
    """What a careful programmer writes for exactly this question and this day."""
    turnover = firm["turnover"]
    research = firm["research_3y"]
    failed = 0
    if (DAY - firm["registered_on"]).days < 365:
        failed |= 1
    if not firm["in_zone"]:
        failed |= 2
    if firm["field"] not in LISTED:
        failed |= 4
    if firm["patents"] < 1:
        failed |= 8
    if firm["researchers"] * 100 < firm["staff"] * 10:
        failed |= 16
    rate = 500 if turnover <= 50_000_000 else 400 if turnover <= 200_000_000 else 300
    if research * 10_000 < firm["turnover_3y"] * rate:
        failed |= 32
    if firm["research_at_home_3y"] * 100 < research * 60:
        failed |= 64
    if firm["high_tech_income"] * 100 < firm["income"] * 60:
        failed |= 128
    if firm["score"] <= 70:
        failed |= 256
    if (DAY - firm["audited_on"]).days > 180:
        failed |= 512
    if firm["tax_grade"] not in GRADED:
        failed |= 1024
    if turnover < LEAST_TURNOVER:
        failed |= 2048
    return (False, 0, failed) if failed else (True, min(BASE + research * 500 // 10_000, CAP), 0)


# ------------------------------------------------------------------ as a decision

RULE = Law("a-rule", t("某办法", "A rule"), since=date(2016, 1, 1))
ARTICLE = RULE.art(11)


def number(key: str, value: int | Decimal, kind: str = "int", unit: str = "") -> Any:
    return fixed(key, t(key, key), value, ARTICLE, type=kind, unit=unit)  # type: ignore[arg-type]


def words(*names: str) -> dict[str, Text]:
    return {name: t(name, name) for name in names}


def asked(text: str) -> Text:
    return t(text, text)


class Firm(Subject, kind="enterprise"):
    registered_on = f.day(asked("registered on"))
    in_zone = f.boolean(asked("in the zone"))
    field = f.choice(asked("field"), words(*FIELDS))
    patents = f.integer(asked("patents"))
    staff = f.integer(asked("staff"))
    researchers = f.integer(asked("researchers"))
    turnover = f.money(asked("turnover"), places=0)
    turnover_3y = f.money(asked("turnover of three years"), places=0)
    research_3y = f.money(asked("research of three years"), places=0)
    research_at_home_3y = f.money(asked("research at home"), places=0)
    high_tech_income = f.money(asked("high-tech income"), places=0)
    income = f.money(asked("income"), places=0)
    score = f.integer(asked("score"), high=100)
    audited_on = f.day(asked("audited on"))
    tax_grade = f.choice(asked("tax grade"), words(*GRADES))


class HighTechFirm(Decision[Firm], id="high-tech-firm", system="0", clauses="0.1"):
    title = t("高新技术企业", "High-tech enterprise")

    a_year_old = require(days_from(Firm.registered_on, AS_OF) >= number("days", 365, unit="day"), asked("1"), ARTICLE)
    in_zone = require(Firm.in_zone, asked("2"), ARTICLE)
    listed_field = require(Firm.field.one_of(*FIELDS[:8]), asked("3"), ARTICLE)
    owns_ip = require(Firm.patents >= 1, asked("4"), ARTICLE)
    researchers = require(
        share(Firm.researchers, Firm.staff) >= number("researchers", Decimal("0.10"), "percent"), asked("5"), ARTICLE
    )
    research = require(
        share(Firm.research_3y, Firm.turnover_3y)
        >= ite(
            Firm.turnover <= number("small", 50_000_000, "money", "CNY"),
            number("r5", Decimal("0.05"), "percent"),
            ite(
                Firm.turnover <= number("middle", 200_000_000, "money", "CNY"),
                number("r4", Decimal("0.04"), "percent"),
                number("r3", Decimal("0.03"), "percent"),
            ),
        ),
        asked("6"),
        ARTICLE,
    )
    at_home = require(
        share(Firm.research_at_home_3y, Firm.research_3y) >= number("home", Decimal("0.60"), "percent"),
        asked("7"),
        ARTICLE,
    )
    high_tech = require(
        share(Firm.high_tech_income, Firm.income) >= number("high", Decimal("0.60"), "percent"), asked("8"), ARTICLE
    )
    score = require(Firm.score > number("score", 70), asked("9"), ARTICLE)
    audited = require(days_from(Firm.audited_on, AS_OF) <= number("audit", 180, unit="day"), asked("10"), ARTICLE)
    tax_grade = require(Firm.tax_grade.one_of(*GRADES[:3]), asked("11"), ARTICLE)
    turnover = require(
        Firm.turnover
        >= parameter(
            "least",
            asked("least turnover"),
            (5_000_000, "2020-01-01", "2023-12-31", ARTICLE, "confirmed"),
            (8_000_000, "2024-01-01", None, ARTICLE, "confirmed"),
            type="money",
            unit="CNY",
        ),
        asked("12"),
        ARTICLE,
    )
    granted = all_of(
        *(a_year_old, in_zone, listed_field, owns_ip, researchers, research),
        *(at_home, high_tech, score, audited, tax_grade, turnover),
    )
    grant = amount(
        ite(
            granted,
            least(
                number("base", 150_000, "money", "CNY")
                + rounded(Firm.research_3y * number("part", Decimal("0.05"), "percent"), 0, "down"),
                number("cap", 1_000_000, "money", "CNY"),
            ),
            0,
        ),
        asked("grant"),
        ARTICLE,
    )
    result = ("eligible", asked("eligible")), ("not_eligible", asked("not eligible"))


# ------------------------------------------------------------------ firms


def firms(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Firms of which one value in six lies on its threshold or one unit beside it."""
    chance = random.Random(seed)  # noqa: S311  the same firms for everybody
    return [_firm(chance) for _ in range(count)]


def _firm(r: random.Random) -> dict[str, Any]:
    def near(edge: int, value: int) -> int:
        return max(edge + r.randint(-1, 1), 0) if r.random() < 1 / 6 else value

    turnover = near(r.choice([8_000_000, 50_000_000, 200_000_000]), r.randint(1_000_000, 600_000_000))
    turnover_3y = r.randint(2 * turnover, 3 * turnover)
    rate = 500 if turnover <= 50_000_000 else 400 if turnover <= 200_000_000 else 300
    research = max(near(-(-turnover_3y * rate // 10_000), int(turnover_3y * r.uniform(0.02, 0.3))), 1)
    staff, income = r.randint(5, 3_000), r.randint(turnover, 2 * turnover)
    return {
        "registered_on": DAY - timedelta(days=near(365, r.randint(100, 9_000))),
        "in_zone": r.random() < 0.95,
        "field": r.choice(FIELDS),
        "patents": near(1, r.randint(0, 20)),
        "staff": staff,
        "researchers": near(-(-staff // 10), r.randint(0, staff)),
        "turnover": turnover,
        "turnover_3y": turnover_3y,
        "research_3y": research,
        "research_at_home_3y": near(-(-research * 3 // 5), r.randint(research // 2, research)),
        "high_tech_income": near(-(-income * 3 // 5), r.randint(income // 2, income)),
        "income": income,
        "score": min(near(70, r.randint(60, 100)), 100),
        "audited_on": DAY - timedelta(days=near(180, r.randint(5, 260))),
        "tax_grade": r.choice(GRADES),
    }


def with_holes(firm: Firm_, r: random.Random, unknown: int) -> dict[str, Any]:
    """The firm with so many facts unknown."""
    gone = set(r.sample([*firm], unknown))
    return {name: value for name, value in firm.items() if name not in gone}


def agree(population: list[dict[str, Any]]) -> None:
    functions = compiled(HighTechFirm, DAY)
    for firm in population:
        eligible, given, failed = by_hand(firm)
        for function in functions.complete, functions.partial:
            masks = function(firm)
            assert masks is not None
            assert masks[:4] == (0 if eligible else 1, failed, 0, (given * 100,))  # counted in fen


# ------------------------------------------------------------------ measuring


def turns(functions: Mapping[str, Callable[[], object]], rounds: int, calls: int) -> dict[str, list[float]]:
    """Seconds a call, each function in its turn, so that the machine's mood meets them all."""
    times: dict[str, list[float]] = {name: [] for name in functions}
    for _ in range(rounds):
        for name, run in functions.items():
            start = time.perf_counter()
            for _ in range(calls):
                run()
            times[name].append((time.perf_counter() - start) / calls)
    return times


def ratio(times: Mapping[str, list[float]], name: str, against: str) -> tuple[float, float, float]:
    ratios = [a / b for a, b in zip(times[name], times[against], strict=True)]
    low, middle, high = quantiles(ratios, n=4)
    return middle, low, high


def measured(rounds: int) -> list[tuple[str, float, float, float, float, float]]:
    """Name, microseconds, ratio to the hand-written rule with its quartiles, goal."""
    eligible = next(firm for firm in firms(500, 2) if by_hand(firm)[0])
    some = with_holes(eligible, random.Random(3), 3)  # noqa: S311
    functions = compiled(HighTechFirm, DAY)
    decided = answer(HighTechFirm, eligible, DAY)
    partly = answer(HighTechFirm, some, DAY)
    assert decided.determined
    assert not partly.determined
    times = turns(
        {
            "by hand": lambda: by_hand(eligible),
            "verdict and reasons": lambda: functions.complete(eligible),
            "three facts unknown": lambda: functions.partial(some),
            "any facts allowed, all known": lambda: functions.partial(eligible),
            "answer, not yet read": lambda: answer(HighTechFirm, eligible, DAY),
        },
        rounds,
        2_000,
    )
    goals = {"verdict and reasons": 1.1, "three facts unknown": 2.0, "any facts allowed, all known": 2.0}
    rows = [(name, median(times[name]) * 1e6, *ratio(times, name, "by hand"), goals.get(name, 0.0)) for name in times]
    read = turns({"answer, read in full": lambda: answer(HighTechFirm, eligible, DAY).to_json()}, 20, 20)
    return [*rows, ("answer, read in full", median(read["answer, read in full"]) * 1e6, 0.0, 0.0, 0.0, 0.0)]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=60)
    rounds = options.parse_args().rounds
    agree(firms(20_000))
    print("20 000 firms agree with the hand-written rule, in both compiled forms\n")
    print("| form | µs | times by hand [quartiles] | goal |\n| --- | ---: | ---: | ---: |")
    rows = measured(rounds)
    for name, micros, middle, low, high, goal in rows:
        times = f"{middle:.2f} [{low:.2f}–{high:.2f}]" if middle else ""
        print(f"| {name} | {micros:.2f} | {times} | {f'≤ {goal}' if goal else ''} |")
    missed = [name for name, _, middle, _, _, goal in rows if goal and middle > goal]
    print(f"\nmissed: {', '.join(missed)}" if missed else "\nall goals met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
