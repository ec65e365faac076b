"""Accounts: how much is left, and whether it balances."""
