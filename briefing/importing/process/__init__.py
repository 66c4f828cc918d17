"""Reading a document in a process of its own, which may crash without ending the program."""
