"""Everything that is wrong with a library, and how much of each source is cited."""
