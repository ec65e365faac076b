"""The policy as a reader: its sentences side by side in two languages, and the instruments that carry each out."""
