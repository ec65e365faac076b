"""Who may open what. A route that is not in this table fails the test: decide whom it is for, and write it here.

``method`` is the only one that the route takes, where it takes but one. ``opens`` are those to whom it answers; all
others get the same 404 as for what does not exist, and a visitor is asked to sign in. ``posts`` are those who may send
something to it, where that differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PEOPLE = ("owner", "colleague", "reader", "stranger", "officer", "elsewhere", "supervisor", "visitor")
"""Of every relation to the firm and its case one: acting for it (the author of what there is, and another), reading for
it; of another firm; of the office that handles it, of another office; above that office; and nobody at all."""

EVERYBODY = frozenset(PEOPLE)
SIGNED_IN = EVERYBODY - {"visitor"}
FIRM = frozenset({"owner", "colleague", "reader"})
ACTING = frozenset({"owner", "colleague"})
OFFICERS = frozenset({"officer", "elsewhere"})
CASE = FIRM | {"officer", "supervisor"}
PAPERS = FIRM | {"officer"}
APPLICANTS = FIRM | {"stranger"}
AUTHOR = frozenset({"owner"})
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class There:
    """What the test has put there: keys of things that the owner alone has made."""

    case: str
    event: int
    mark: str
    paper: str
    draft: str


Args = Callable[[There], dict[str, Any]]


@dataclass(frozen=True)
class Route:
    """One route: an address in it, and who may open it."""

    opens: frozenset[str]
    args: Args = lambda _: {}
    method: str = "GET"
    posts: frozenset[str] | None = None


MILL = "mill-case"


def fixed(**args: str) -> Args:
    return lambda _: dict(args)


def draft(**more: str) -> Args:
    return lambda there: {"instrument": MILL, "ref": there.draft, **more}


def case(**more: str) -> Args:
    return lambda there: {"instrument": MILL, "key": there.case, **more}


ROUTES: dict[str, Route] = {
    # the desk itself
    "home": Route(EVERYBODY),
    "sign-in": Route(EVERYBODY, posts=EVERYBODY),
    "sign-out": Route(EVERYBODY, method="POST"),
    "me": Route(SIGNED_IN),
    "language": Route(EVERYBODY, method="POST"),
    "set_language": Route(EVERYBODY, method="POST"),
    # the policy is public
    "policy": Route(EVERYBODY),
    "reader": Route(EVERYBODY, fixed(pack="mill")),
    "reader-file": Route(NOBODY, fixed(pack="mill", form="json")),  # public, but no text is attached to the mill
    "coverage": Route(EVERYBODY),
    "coverage-of": Route(EVERYBODY, fixed(pack="mill")),
    "instruments": Route(EVERYBODY),
    "instrument": Route(EVERYBODY, fixed(id="may-reel"), posts=EVERYBODY),
    # facts are their owner's
    "facts": Route(SIGNED_IN),
    "facts-of": Route(FIRM, fixed(key="org-SILK-1")),
    "facts-change": Route(ACTING, fixed(key="org-SILK-1", what="1-1")),
    "facts-past": Route(FIRM, fixed(key="org-SILK-1")),
    "facts-new-person": Route(ACTING, fixed(code="SILK-1")),
    "use": Route(APPLICANTS),
    "use-of": Route(FIRM, fixed(key="org-SILK-1")),
    "answer": Route(FIRM, fixed(key="org-SILK-1", id="may-reel")),
    # what can be applied for is public; a draft is its author's
    "apply-index": Route(EVERYBODY),
    "apply": Route(EVERYBODY, fixed(instrument=MILL), posts=ACTING | {"stranger", "visitor"}),
    "apply-tasks": Route(AUTHOR, draft()),
    "apply-check": Route(AUTHOR, draft()),
    "apply-question": Route(AUTHOR, draft(name="basins")),
    "apply-paper": Route(AUTHOR, draft(name="plan")),
    "apply-drop": Route(AUTHOR, draft(), method="POST"),
    # a case is its owner's, the office's and those above it; its papers are not for those above
    "cases": Route(SIGNED_IN),
    "case": Route(CASE, case()),
    "case-sent": Route(CASE, case()),
    "case-act": Route(frozenset({"officer"}), case(name="accept")),
    "case-paper": Route(PAPERS, lambda there: {"instrument": MILL, "key": there.case, "ref": there.paper}),
    "worklist": Route(OFFICERS | {"supervisor"}),
    # a receipt is for whoever sees the event; checking one is for everybody
    "receipt": Route(CASE, lambda there: {"index": there.event}),
    "receipt-file": Route(CASE, lambda there: {"index": there.event}),
    "receipt-check": Route(EVERYBODY, posts=EVERYBODY),
    "receipt-stands": Route(EVERYBODY, lambda there: {"index": there.event, "mark": there.mark}),
    "record-keys": Route(EVERYBODY),
}
