"""Indicators: whether it is working."""
