"""A new pack: the files of a runnable Python package made from a policy. ``files`` makes the texts, ``writer`` the
folder."""

from mulberry.pack.scaffold.files import files
from mulberry.pack.scaffold.names import Named, named

__all__ = ["Named", "files", "named"]
