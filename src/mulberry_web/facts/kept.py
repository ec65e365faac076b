"""The state of a stream that the read door has given, without going through the door again for each."""

from __future__ import annotations

from typing import Any

from mulberry_web.page.now import local_now
from mulberry_web.page.who import Who
from mulberry_web.record import read
from mulberry_web.record.models import Stream
from mulberry_web.record.programme import programme
from mulberry_web.record.snapshot import Snapshot, Unstorable, restore


def kept(stream: Stream, looking: Who) -> Any:
    """The state of one of the reader's own streams (``read.mine``), whose personal values are the reader's to see."""
    machine = programme().machine(stream.instrument)
    try:
        return restore(Snapshot(stream.shape, stream.snapshot), machine.initial(stream.key))
    except Unstorable:
        return read.case(looking.person, stream.instrument, stream.key, local_now()).state
