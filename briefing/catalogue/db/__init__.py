"""The SQLite file of a catalogue: where it is, its tables, its checks."""
