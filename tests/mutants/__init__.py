"""A small mutation run: `make mutants`; see docs/mutants.md."""
