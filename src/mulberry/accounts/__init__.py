"""Accounts: how much is left, and whether it balances.

An account is a class whose body declares it. The words of the declaration are all here, together with those that it
shares with procedures and registers.
"""

from mulberry.accounts.book import Book, Lot, Posting
from mulberry.accounts.declare import Account, entry, figure
from mulberry.accounts.views import Look
from mulberry.record.acts import Scene, Warning, document, guard, refuse_if, role, sense
from mulberry.record.field import Fields, Refusal

__all__ = [
    "Account",
    "Book",
    "Fields",
    "Look",
    "Lot",
    "Posting",
    "Refusal",
    "Scene",
    "Warning",
    "document",
    "entry",
    "figure",
    "guard",
    "refuse_if",
    "role",
    "sense",
]
