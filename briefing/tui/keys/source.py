"""The keys of the source alone."""

from typing import Final

from textual.binding import Binding, BindingType

SOURCE_KEYS: Final[list[BindingType]] = [
    Binding(
        "right_square_bracket",
        "step_uncited(1)",
        "Next uncited",
        id="source.next-uncited",
        tooltip="Go to the next paragraph of the story that is neither cited nor left out",
    ),
    Binding(
        "left_square_bracket",
        "step_uncited(-1)",
        "Previous uncited",
        id="source.previous-uncited",
        show=False,
        tooltip="Go to the paragraph before that is neither cited nor left out",
    ),
    Binding(
        "F",
        "fold",
        "Furniture",
        id="source.furniture",
        show=False,
        tooltip="Show or fold what is in the file but not in the story",
    ),
]
