"""Decisions: may I? which route? how much? by when?"""
