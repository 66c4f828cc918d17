"""The reader's screens, one a module, each with its style sheet beside it."""
