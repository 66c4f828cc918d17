"""YAML text to nodes, past its mistakes: what is wrong is said once, the rest is still read."""
