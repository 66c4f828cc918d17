"""The SQLite file of a catalogue: where it lies, its tables, its checks."""
