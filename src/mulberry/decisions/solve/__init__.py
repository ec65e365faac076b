"""Asking a solver about a rule: the tree as arithmetic over integers, and the questions that can be asked of it."""
