"""The catalogue: a derived, disposable file that lists and search read instead of the cards."""
