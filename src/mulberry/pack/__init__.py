"""Packs: one policy's clauses and instruments, their coverage, checks and worked cases."""
