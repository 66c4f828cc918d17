"""The parser of the command line: options, arguments, and what is wrong with them."""
