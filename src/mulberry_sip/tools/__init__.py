"""Small programs for whoever keeps the pack."""
