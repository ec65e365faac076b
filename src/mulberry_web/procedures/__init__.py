"""Applying, following a case, and deciding it: what people see of the engine's procedures."""
