"""The made library of the views over time."""

from tests.analysis.conftest import made as made
