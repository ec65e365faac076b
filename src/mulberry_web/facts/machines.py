"""The machines of this room."""

from mulberry_web.facts.machine import SubjectFacts

MACHINES = (SubjectFacts(),)
