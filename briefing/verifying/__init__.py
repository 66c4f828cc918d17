"""The quotations of any text against the sources of a library."""
