"""The library as it is edited while it is read: watching, reading again, the editor."""
