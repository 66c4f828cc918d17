"""The history of a phrase as printed text, as JSON and as tables."""
