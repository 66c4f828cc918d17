"""One read transaction for all that an answer asks: it sees one state of the catalogue.

Another thread or process may store what it has read between any two queries. A topic that one of
them counts would then be unknown to the next, or a meeting have lost its bottom line.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from briefing.catalogue.catalogue import Catalogue

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def in_read_transaction(
    view: Callable[Concatenate[Catalogue, Asked], Answer],
) -> Callable[Concatenate[Catalogue, Asked], Answer]:
    """Let all queries of a function see one state of the catalogue that it is given first."""

    @wraps(view)
    def answered(catalogue: Catalogue, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        with catalogue.database.reading():
            return view(catalogue, *args, **kwargs)

    return answered
