"""How well a change of sense is told from a harmless one: seeded edits of real sentences."""
