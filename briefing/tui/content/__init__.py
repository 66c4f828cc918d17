"""The only place where library text becomes terminal text.

Everything from a library passes through `shown` on its way into a block or a line, and becomes
plain text with named roles over stretches of it: nothing in it is ever read as markup or obeyed as
a terminal escape. Quotation marks are only around words that were just found in their source.

Nothing is imported here: the first frame needs only a few of the modules inside.
"""
