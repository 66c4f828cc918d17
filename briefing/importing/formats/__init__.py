"""Reading documents, one format a module."""
