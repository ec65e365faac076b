"""Mulberry (桑田): a published policy as the running programme that carries it out."""

__version__ = "0.1.0"
