"""Commands that ask all meetings at once."""
