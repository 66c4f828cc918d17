"""What all views over time share: a title, a filter, a table, copying, export, and the way back."""
