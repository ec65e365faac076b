"""A demonstration park: invented offices, companies and people with facts and cases, the same every time.

It is made only on a desk that holds nothing yet, and marks the desk for good: every page then says so.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from mulberry.cli.speaking import Speech
from mulberry.errors import Refused
from mulberry.law.text import t

IN_USE = t(
    "这个数据目录已有真实数据，不能再做成演示园区。请用 MULBERRY_DATA 指定一个空目录。",
    "This data folder holds real data and cannot become a demonstration park; name an empty one by MULBERRY_DATA.",
)
THERE = t("演示园区已在。", "The demonstration park is there.")
MADE = t(
    "演示园区已就绪：{organisations} 家企业，{people} 人。登录页列出了可用的身份。",
    "The demonstration park is ready: {organisations} companies, {people} people. The sign-in page lists whom to be.",
)
HAS_CASES = f"{__name__}.cases"


def prepare(speech: Speech) -> None:
    """Make the park unless it is there. What was broken off half-way is gone on with."""
    from mulberry_web.demo.fill import fill
    from mulberry_web.page import demonstration
    from mulberry_web.people.models import Person

    if demonstration.is_complete():
        speech.say(THERE)
        return
    if not demonstration.is_demonstration() and Person.objects.exists():
        raise Refused("in_use", IN_USE)
    park = fill()
    if find_spec(HAS_CASES):
        import_module(HAS_CASES).fill(park)
    demonstration.complete()
    speech.say(MADE.format(organisations=len(park.organisations), people=len(park.people)))
