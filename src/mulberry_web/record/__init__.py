"""The record as kept by the desk: one door for writing, one for reading, and the check of both."""
