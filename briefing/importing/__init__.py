"""Documents of many formats, made into the text and the entry by which a library keeps them."""
