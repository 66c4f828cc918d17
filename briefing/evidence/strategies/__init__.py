"""The ways in which words can be found in a source, one a module."""
