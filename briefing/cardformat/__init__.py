"""The format of cards: its one definition, and reading the YAML that is written in it."""
