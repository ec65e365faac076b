"""Whom the facts are about. Facts that several systems read stand here; a system adds its own beside its rules."""
