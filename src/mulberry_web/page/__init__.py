"""What every page is made of: how values are written, forms, the ways through the desk. No room of its own."""
