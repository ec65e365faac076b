"""The law under the instruments: one module a body of law, with its dated parameters."""
