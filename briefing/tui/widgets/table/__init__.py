"""The table that all views over time share."""
