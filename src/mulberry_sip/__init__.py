"""The measures that support Suzhou Industrial Park in its comprehensive experiment of open innovation, carried out."""

from mulberry_sip.pack import pack

__all__ = ["pack"]
