"""``{% load policy %}``: what is read out of a text, in words."""

from __future__ import annotations

from django import template

from mulberry_web.policy.quantities import quantity_said

register = template.Library()
register.filter("quantity_said", quantity_said)
