"""Search: the query language, and an engine that corrects typing and says so."""
