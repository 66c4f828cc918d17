"""What words say beyond their letters: numbers, negations, names, conditions and the like."""
