"""The posting segments beside the database, and which of their entries are not deleted."""
