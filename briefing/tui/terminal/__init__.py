"""The terminal under the reader: what it needs, its driver, and how it is given back."""
