"""Views over all meetings as the rows of a table: what each says, and what it is found by."""
