"""Library values as printed text and as JSON; nothing here writes anywhere."""
