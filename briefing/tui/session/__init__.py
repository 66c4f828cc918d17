"""What is open and where it comes from: the library, its catalogue, history and search."""
