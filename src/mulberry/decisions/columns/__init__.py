"""Decisions over whole populations: one column per fact in, one column per requirement, amount and outcome out."""
