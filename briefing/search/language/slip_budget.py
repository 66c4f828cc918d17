"""How many slips of the fingers a word may hold and still be the word that was meant."""


def budget(word: str) -> int:
    """Return how many slips a word of this length may hold: 0, 1 from 4 letters, 2 from 8."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2
