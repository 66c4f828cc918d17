"""A document that another program hands over, or a user types."""

import sys

import click

from briefing.importing.document import DocumentError
from briefing.importing.limits import MAX_BYTES, read_stream

PROMPT = "Type or paste the text; end with ctrl+d."


def read_standard_input(most: int = MAX_BYTES) -> bytes:
    """Return what is on standard input; on a terminal a user is told how to end it.

    Args:
        most: How many bytes are read.

    Raises:
        DocumentError: It is closed, or holds too much.
    """
    if sys.stdin is None:
        raise DocumentError("it is closed", hint="name a file, or pipe a text into the command")
    if sys.stdin.isatty():
        click.echo(PROMPT, err=True)
    return read_stream(sys.stdin.buffer, most)
