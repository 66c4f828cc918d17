"""Parts that are installed by choice: loaded when needed, named with their command when missing."""

from importlib import import_module
from typing import Any, Final

from briefing.importing.document import DocumentError

COMMAND: Final = "pip install 'briefing-reader[import]'"
"""What installs all of them."""


def needed(module: str, what: str) -> Any:
    """Load a module of the extra.

    Args:
        module: Its name.
        what: What it is needed for, as words: `a PDF`.

    Raises:
        DocumentError: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise DocumentError(f"{what} needs an extra that is not installed", hint=COMMAND) from error


def wanted(module: str) -> Any:
    """Load a module of the extra; None where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        return None
