"""Pages are tested on the small pack."""

from tests.web.small.fixtures import desk, small

__all__ = ["desk", "small"]
