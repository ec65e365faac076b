"""``mulberry attach ZH [EN]``: give a pack its official text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mulberry.cli.speaking import Speech
from mulberry.errors import Invalid
from mulberry.law.text import Text, t
from mulberry.pack.pack import Pack
from mulberry_web.page.packs import packs
from mulberry_web.policy.attached import Attached, Match, attach_text

UNREADABLE = t("读不到文件 {path}，请检查路径和权限。", "Cannot read the file {path}; check its path and permissions.")
WHICH = t("请用 --pack 指明是哪个政策包：{known}。", "Say which pack by --pack: {known}.")
DONE = t(
    "已附上“{zh}”的官方文本：{same} 句与登记的原文一致，{changed} 句措辞不同，{absent} 句缺失，{added} 句是新的。",
    "The official text of “{en}” is attached: {same} sentences as known, {changed} worded otherwise, {absent} missing, "
    "{added} new.",
)


def attach(speech: Speech, zh: Path, en: Path | None, pack_id: str | None) -> None:
    """Keep the text and say what was recognised."""
    pack = _pack(pack_id)
    made = attach_text(pack, _bytes(zh, "zh"), _bytes(en, "en") if en else None)
    told = _told(pack, made)
    page = DONE.format(
        zh=pack.title.zh, en=pack.title.en, **{name: len(ids) for name, ids in told["sentences"].items()}
    )
    speech.give(told, lambda: _page(page, told).in_(speech.lang))


def _pack(id: str | None) -> Pack:
    known = {pack.id: pack for pack in packs().packs}
    if id in known:
        return known[id]
    if id is None and len(known) == 1:
        return next(iter(known.values()))
    raise Invalid("pack", WHICH.format(known=", ".join(known) or "-"))


def _bytes(path: Path, field: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Invalid(field, UNREADABLE.format(path=path)) from error


def _told(pack: Pack, made: Attached) -> dict[str, Any]:
    by_match = {match: [id for id in pack.clauses if made.match(id) is match] for match in Match}
    added = [sentence.id for sentence in made.added]
    return {"pack": pack.id, "sentences": {**{match.value: ids for match, ids in by_match.items()}, "added": added}}


def _page(text: Text, told: dict[str, Any]) -> Text:
    """The sentence, and under it the ids of whatever is not as known."""
    lists = [(name, ids) for name, ids in told["sentences"].items() if ids and name != Match.SAME.value]
    more = "".join(f"\n  {name}: {', '.join(ids)}" for name, ids in lists)
    return Text(text.zh + more, text.en + more)
