"""Mechanisms: what the calculation gives."""
