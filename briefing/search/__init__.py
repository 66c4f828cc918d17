"""Search: the query language, and an engine that heals typing and says so."""
