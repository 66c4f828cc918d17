"""What each word of a query may mean: as typed, as a beginning, as a form, as a slip."""
