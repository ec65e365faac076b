"""The check of the whole record: every view rebuilt, every leaf, node, root and signature computed anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError

from mulberry.law.text import Lang, t
from mulberry_web.record.check_tree import check_tree
from mulberry_web.record.check_views import check_views
from mulberry_web.record.differences import Difference, one_moment, sound_file
from mulberry_web.record.models import Checkpoint, Head, Stream

COUNTED = t(
    "{events}个事件，{streams}件，{checkpoints}个检查点。",
    "{events} events, {streams} streams, {checkpoints} checkpoints.",
)
SOUND = t("核对无差异。", "No difference.")
WRONG = t("发现{n}处差异：", "{n} differences:")


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and every difference found."""

    events: int
    streams: int
    checkpoints: int
    root: str
    differences: tuple[Difference, ...]

    @property
    def ok(self) -> bool:
        return not self.differences

    def to_json(self) -> dict[str, Any]:
        return {
            "ok": self.ok,
            "events": self.events,
            "streams": self.streams,
            "checkpoints": self.checkpoints,
            "root": self.root,
            "differences": [difference.to_json() for difference in self.differences],
        }

    def page(self, lang: Lang) -> str:
        """The report for a person."""
        counted = COUNTED.format(events=self.events, streams=self.streams, checkpoints=self.checkpoints)
        lines = [f"{found.at}, {found.field}: {found.text.in_(lang)}" for found in self.differences]
        verdict = SOUND if self.ok else WRONG.format(n=len(lines))
        return "\n".join([counted.in_(lang), verdict.in_(lang), *lines])


def check() -> Report:
    """Check the record as it is at this moment. Changes nothing."""
    found: list[Difference] = []
    try:
        with one_moment():
            found += sound_file()
            size, root, of_tree = check_tree()
            found += of_tree
            found += check_views()
            return Report(size, Stream.objects.count(), Checkpoint.objects.count(), root.hex(), tuple(found))
    except (DatabaseError, Head.DoesNotExist) as error:  # so badly damaged that it cannot be read to the end
        found.append(Difference("database", "read", t(f"无法读完：{error}", f"cannot be read to the end: {error}")))
        return Report(0, 0, 0, "", tuple(found))
