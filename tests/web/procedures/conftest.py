"""Cases are tested on a pack of one procedure."""

from tests.web.procedures.fixtures import clock, mills, town

__all__ = ["clock", "mills", "town"]
