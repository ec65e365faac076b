"""The tree of the record against itself: leaves, nodes, the head, and every signed checkpoint."""

from __future__ import annotations

from collections.abc import Iterator

from mulberry.errors import Invalid
from mulberry.record.checkpoint import verify_checkpoint
from mulberry.record.merkle import HASH_SIZE, Frontier
from mulberry.record.merkle_audit import Finding, audit
from mulberry_web.record.differences import MISSING, NOT_AS_SEALED, SURPLUS, Difference, differs, event_at
from mulberry_web.record.models import Checkpoint, Event, Head, Node
from mulberry_web.record.signing import trusted_keys


class Nodes:
    """All stored hashes in memory, 32 bytes each, by level; a place without a hash raises LookupError."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.levels = [bytearray(HASH_SIZE * (size >> level)) for level in range(max(1, size.bit_length()))]
        self.surplus: list[str] = []

    def put(self, level: int, index: int, hash_: bytes | memoryview) -> None:
        if 0 <= level < len(self.levels) and 0 <= index < self.size >> level and len(hash_) == HASH_SIZE:
            self.levels[level][index * HASH_SIZE : (index + 1) * HASH_SIZE] = hash_
        else:
            self.surplus.append(event_at(index) if level == 0 else f"node {level}/{index}")

    def node(self, level: int, index: int) -> bytes:
        found = bytes(self.levels[level][index * HASH_SIZE : (index + 1) * HASH_SIZE])
        if not any(found):  # never written: no hash is all zeros
            raise LookupError(level, index)
        return found


def check_tree() -> tuple[int, bytes, list[Difference]]:
    """Size and root of the log, and every place in it that is not as it was sealed."""
    size = Head.objects.values_list("size", flat=True).get()
    nodes = Nodes(size)
    found: list[Difference] = []
    leaves = _leaves(nodes, found)
    for node in Node.objects.order_by("level", "index").iterator(chunk_size=10_000):
        nodes.put(node.level, node.index, node.hash)
    roots = _roots(size, found)
    # The leaves are read while the audit goes through them: the hash beside each is put in its place on the way.
    findings = audit(leaves, size, nodes.node, roots)
    found += [_told(finding) for finding in findings]
    found += [Difference(at, "hash", SURPLUS) for at in nodes.surplus]
    root, of_head = _head(nodes)
    return size, root, found + of_head


def _leaves(nodes: Nodes, found: list[Difference]) -> Iterator[bytes]:
    """The bytes of every leaf in order; one that is missing is told of and stands as nothing."""
    due = 0
    for index, leaf, hash_ in Event.objects.order_by("index").values_list("index", "leaf", "hash").iterator():
        while due < min(index, nodes.size):
            found.append(Difference(event_at(due), "row", MISSING))
            yield b""
            due += 1
        nodes.put(0, index, hash_)
        if index >= nodes.size or index < due:
            continue
        yield leaf.encode("utf-8", "surrogateescape")
        due += 1


def _roots(size: int, found: list[Difference]) -> dict[int, bytes]:
    """The roots of all checkpoints that a key of ours has signed."""
    roots: dict[int, bytes] = {}
    trusted = trusted_keys()
    for stored in Checkpoint.objects.order_by("size").iterator():
        at = f"checkpoint {stored.size}"
        try:
            checkpoint = verify_checkpoint(stored.note, trusted).checkpoint
        except Invalid as error:
            found.append(Difference(at, "note", error.text))
            continue
        if checkpoint.size != stored.size:
            found.append(Difference(at, "size", NOT_AS_SEALED))
        roots[checkpoint.size] = checkpoint.root
    return {at: root for at, root in roots.items() if at <= size or _too_large(at, found)}


def _too_large(at: int, found: list[Difference]) -> bool:
    found.append(Difference(f"checkpoint {at}", "size", SURPLUS))
    return False


def _told(finding: Finding) -> Difference:
    if finding.fault == "root":
        return Difference(f"checkpoint {finding.last + 1}", "note", finding.text)
    if finding.fault == "count":
        return Difference("head", "size", finding.text)
    if finding.fault == "node" and finding.level:
        return Difference(f"node {finding.level}/{finding.first >> finding.level}", "hash", finding.text)
    at = event_at(finding.first) if finding.first == finding.last else f"events {finding.first}-{finding.last}"
    return Difference(at, "hash" if finding.fault == "node" else "leaf", finding.text)


def _head(nodes: Nodes) -> tuple[bytes, list[Difference]]:
    """The root as the head's row has it, and whether its frontier is that of the stored nodes."""
    stored = Head.objects.get()
    try:
        frontier = Frontier.at(nodes.size, nodes.node)
    except (LookupError, ValueError):
        return b"", []  # told of already, as the node that is missing
    return frontier.root(), differs("head", {"peaks": (bytes(stored.peaks), b"".join(frontier.peaks))})
