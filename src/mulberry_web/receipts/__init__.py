"""Receipts: shown, downloaded, checked, and how to check them without this desk."""
