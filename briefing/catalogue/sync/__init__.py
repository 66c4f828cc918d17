"""Bringing a catalogue up to date: what has changed, reading it, writing it."""
