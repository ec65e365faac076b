"""Registers: who or what is recorded, in which state.

A register is a class whose body declares it. The words of the declaration are all here, together with those that it
shares with procedures.
"""

from mulberry.record.acts import Scene, Warning, document, guard, refuse_if, role, sense
from mulberry.record.field import Fields, Refusal
from mulberry.record.lifecycle import ALREADY_DONE, branch, in_states, state
from mulberry.registers.declare import Register
from mulberry.registers.entry import Entry
from mulberry.registers.views import Look
from mulberry.registers.vocabulary import change, figure, lapsing, moves, shown

__all__ = [
    "ALREADY_DONE",
    "Entry",
    "Fields",
    "Look",
    "Refusal",
    "Register",
    "Scene",
    "Warning",
    "branch",
    "change",
    "document",
    "figure",
    "guard",
    "in_states",
    "lapsing",
    "moves",
    "refuse_if",
    "role",
    "sense",
    "shown",
    "state",
]
