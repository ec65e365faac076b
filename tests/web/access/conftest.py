"""Access is tried on the cases of the mill."""

from tests.web.procedures.fixtures import clock, mills, town

__all__ = ["clock", "mills", "town"]
