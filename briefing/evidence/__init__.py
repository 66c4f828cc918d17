"""Finding the words of a card in a source: precision before recall, a state and never a guess."""
