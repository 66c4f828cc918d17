"""Meetings over time: what is computed from cards and evidence, each row with what it rests on."""
