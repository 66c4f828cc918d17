"""Both sides made ready to be compared: the words of a card, and a folded source."""
