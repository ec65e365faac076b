"""Which installed pack a text belongs to, by the fingerprints that each pack carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mulberry.errors import Invalid
from mulberry.law.text import Lang, Text, t
from mulberry.pack.pack import Pack
from mulberry.pack.prints import known
from mulberry.policy.compare import Comparison, pair_up
from mulberry.policy.fingerprints import Fingerprints, Print, fingerprints
from mulberry.policy.model import Reading

_NO_PACK = t(
    "没有安装任何政策包，无从比对；可用 mulberry pack new 由这份文本新建一个。",
    "No pack is installed, so there is nothing to compare with; mulberry pack new makes one from this text.",
)
_FOREIGN = t(
    "这份文本不属于任何已安装的政策包（{zh}）。请核对文件；如是另一项政策，可用 mulberry pack new 新建政策包。",
    "This text belongs to none of the installed packs ({en}). Check the file; for another policy, mulberry pack new "
    "makes a pack.",
)
_OTHER = t(
    "这份文本与“{zh}”不符：{all} 句中只有 {same} 句对得上，请核对文件。",
    "This is not the text of “{en}”: only {same} of its {all} sentences are found in it; check the file.",
)
_UNKNOWN = t("没有名为 {id} 的政策包；已安装：{known}。", "There is no pack called {id}; installed are {known}.")
_SEVERAL = t(
    "这份文本同样属于几个政策包（{known}），请用 --pack 指明一个。",
    "This text belongs equally to several packs ({known}); say which by --pack.",
)


@dataclass(frozen=True)
class Candidate:
    """A pack beside a text. ``comparison`` is ``None`` where the pack carries no fingerprints."""

    pack: Pack
    comparison: Comparison | None

    @property
    def same(self) -> int:
        return len(self.comparison.same) if self.comparison else 0

    @property
    def belongs(self) -> bool:
        """Whether the text is this pack's policy: at least half of the longer of the two is unchanged."""
        return self.comparison is not None and self.comparison.recognised

    def to_json(self) -> dict[str, Any]:
        found = self.comparison or Comparison((), (), (), ())
        counts = {name: len(getattr(found, name)) for name in ("same", "differs", "inserted", "removed")}
        return {"pack": self.pack.id, "belongs": self.belongs, **counts}


def candidates(packs: Sequence[Pack], reading: Reading) -> tuple[Candidate, ...]:
    """Every pack beside the text, the nearest first."""
    new = fingerprints(reading).sentences
    found = [Candidate(pack, _compared(known(pack), new)) for pack in packs]
    return tuple(sorted(found, key=lambda one: (-one.belongs, -one.same)))


def _compared(old: Fingerprints, new: Sequence[Print]) -> Comparison | None:
    return pair_up(old.sentences, new) if old.sentences else None


def choose(found: Sequence[Candidate], reading: Reading, wanted: str | None = None) -> Candidate:
    """The pack that a text belongs to. ``Invalid`` names the way out: none, another, or several alike."""
    if not found:
        raise Invalid("pack", _NO_PACK)
    if wanted is not None:
        return _wanted(found, reading, wanted)
    belonging = [one for one in found if one.belongs]
    if not belonging:
        raise Invalid("zh", Text(_FOREIGN.zh.format(zh=_near(found, "zh")), _FOREIGN.en.format(en=_near(found, "en"))))
    alike = [one.pack.id for one in belonging if one.same == belonging[0].same]
    if len(alike) > 1:
        raise Invalid("pack", _SEVERAL.format(known=", ".join(alike)))
    return belonging[0]


def _near(found: Sequence[Candidate], lang: Lang) -> str:
    words = t("{id}：{same}/{all} 句相同", "{id}: {same} of {all} sentences alike")
    parts = [
        words.format(id=one.pack.id, same=one.same, all=len(known(one.pack).sentences)).in_(
            "zh" if lang == "zh" else "en"
        )
        for one in found
    ]
    return ("；" if lang == "zh" else "; ").join(parts)


def _wanted(found: Sequence[Candidate], reading: Reading, wanted: str) -> Candidate:
    for one in found:
        if one.pack.id == wanted:
            here = {sentence.id for sentence in reading.sentences}
            if one.belongs or (one.comparison is None and here & one.pack.clauses.keys()):
                return one
            names = {"zh": one.pack.title.zh, "en": one.pack.title.en}
            raise Invalid("zh", _OTHER.format(**names, same=one.same, all=len(one.pack.clauses)))
    raise Invalid("pack", _UNKNOWN.format(id=wanted[:80], known=", ".join(one.pack.id for one in found)))
