"""From when and until when a document is in force, and the years it sets as targets."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mulberry.policy.header import DATE, read_date
from mulberry.policy.numerals import number

_FROM = re.compile(r"自(.{0,30}?)(?:之日)?起(?:正式)?(?:施行|实施|执行|生效)")
_UNTIL = re.compile(r"(?:有效期|执行期限|实施期限|期限|执行|试行)[^，。；]{0,8}?(?:至|到|截至|截止)(?:20\d\d年)")
_YEARS = re.compile(r"有效期(?:为|限为)?([一二三四五六七八九十\d]{1,3})年")
_TARGET = re.compile(r"(?:到|至|力争到|争取到)(20\d\d)年(?:底|末|前|左右)?(?!\d{0,2}月|\d{1,2}日)")
_PUBLISHED = re.compile(r"(?:发布|印发|公布|签发|颁布)(?:后)?(?:(\d{1,3}|[一二三四五六七八九十]{1,3})日)?$")


def in_force(text: str, dated: date | None) -> tuple[date | None, date | None]:
    """The first and the last day in force as far as the text says; 自发布之日 counts from the document's own date."""
    found = next((m for m in _FROM.finditer(text)), None)
    since = None
    if found:
        since = read_date(found[1]) or _published(found[1], dated)
    until = None
    for m in _UNTIL.finditer(text):
        until = read_date(text[m.start() : m.start() + 40])
        if until:
            break
    years = _YEARS.search(text)
    if until is None and years and since:
        until = _last_day(since, number(years[1]) or 0)
    return since, until


def _published(words: str, dated: date | None) -> date | None:
    found = _PUBLISHED.search(words)
    if found is None or dated is None:
        return None
    return dated + timedelta(days=(number(found[1]) or 0) if found[1] else 0)


def _last_day(since: date, years: int) -> date | None:
    """The last day of a period of whole years that begins on ``since``."""
    if not 0 < years < 100:
        return None
    try:
        return since.replace(year=since.year + years) - timedelta(days=1)
    except ValueError:  # 29 February
        return date(since.year + years, 2, 28)


def target_years(text: str) -> tuple[int, ...]:
    """The years by which something is to be reached, in order; dates of validity are none."""
    out = {
        int(m[1])
        for m in _TARGET.finditer(text)
        if not re.search(r"有效期[^。]{0,10}$", text[: m.start()][-16:]) and not DATE.match(text, m.start(1))
    }
    return tuple(sorted(out))
