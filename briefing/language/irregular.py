"""Irregular forms of English verbs and nouns of ordinary prose."""

from collections.abc import Mapping, Sequence
from typing import Final

_FORMS: Final = {
    "agree": "agreed",
    "be": "am are is was were been being",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "child": "children",
    "choose": "chose chosen",
    "come": "came",
    "deal": "dealt",
    "do": "did does done",
    "draw": "drew drawn",
    "fall": "fell fallen",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "foot": "feet",
    "free": "freed",
    "get": "got gotten",
    "give": "gave given",
    "go": "goes went gone",
    "grow": "grew grown",
    "guarantee": "guaranteed",
    "have": "has had",
    "hear": "heard",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "lay": "laid",
    "lead": "led",
    "leave": "left",
    "lose": "lost",
    "make": "made",
    "man": "men",
    "mean": "meant",
    "meet": "met",
    "pay": "paid",
    "rise": "rose risen",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "sell": "sold",
    "send": "sent",
    "show": "shown",
    "speak": "spoke spoken",
    "spend": "spent",
    "stand": "stood",
    "take": "took taken",
    "teach": "taught",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "understand": "understood",
    "win": "won",
    "woman": "women",
    "write": "wrote written",
}
FORMS_OF: Final[Mapping[str, Sequence[str]]] = {
    base: tuple(forms.split()) for base, forms in _FORMS.items()
}
"""Forms by the word they are of."""
BASE_OF: Final[Mapping[str, str]] = {
    form: base for base, forms in FORMS_OF.items() for form in forms
}
"""The word that each form is of."""
