"""Which entries match and in which order: masks, scores, and the ranking of the best."""
