"""The reader.

Nothing outside this package imports textual or rich, and nothing but `cli` imports this package.
"""
