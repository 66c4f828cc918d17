"""YAML text to nodes, past its mistakes: what is wrong is said once, and the rest is still read."""

from briefing.yamltext.reading import parse

__all__ = ["parse"]
