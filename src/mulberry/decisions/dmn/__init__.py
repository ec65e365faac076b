"""Decisions in the standard notation for decisions, DMN: written for other engines, and tables read from modellers."""
