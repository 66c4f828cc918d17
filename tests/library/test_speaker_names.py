"""Which listed speakers a name in a text may mean."""

import pytest

from briefing.library.speaker_names import called
from briefing.model.card import Speaker

LISTED = (Speaker("voss", "Ada Voss"), Speaker("berg", "Jo Berg", aliases=("The Governor",)))


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Ada Voss", ("voss",)),
        ("Governor Voss", ("voss",)),
        ("Sudland Transport Minister Ada Voss", ("voss",)),
        ("Attorney General Berg", ("berg",)),
        ("the foreign minister Voss", ("voss",)),
        ("The Governor", ("berg",)),
        ("Ambassador Oren Voss", ()),
        ("Minister", ()),
    ],
)
def test_offices_do_not_hide_whom_a_name_means(name: str, ids: tuple[str, ...]) -> None:
    assert called(name, LISTED) == ids
