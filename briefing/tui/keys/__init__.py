"""Every key of the reader: the lists of bindings, and what the user makes of them."""
