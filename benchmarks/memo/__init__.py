"""A memo over the 2023 source, and what checkers of quotations say of it."""
