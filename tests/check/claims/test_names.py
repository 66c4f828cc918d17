"""Which names of a text another text has, under that name or one that means the same."""

import pytest

from briefing.check.claims.names import known, names


@pytest.mark.parametrize(
    ("name", "there", "lacks"),
    [
        ("Japan", "the Japanese", False),
        ("Japanese", "Japan", False),
        ("Ukraine", "the Ukrainian side", False),
        ("Italy", "the Italians", False),
        ("Dutch", "the Netherlands", False),
        ("Mali", "the Malians", False),
        ("Mali", "it was malicious", True),
        ("Abe", "an aberration", True),
        ("Iran", "they met Iraq", True),
        ("Austria", "the Australians", True),
        ("Slovakia", "the Slovenes", True),
        ("Togo", "they met Tonga", True),
        ("NATO-Russia", "NATO and Russia", False),
        ("NATO-Russia", "NATO", True),
        ("IAEA", "the International Atomic Energy Agency", False),
        ("International Atomic Energy Agency", "the IAEA", False),
        ("IMF", "the International Energy Agency", True),
        ("ABC", "Alpha bravo charlie", False),
        ("ABC", "bravo charlie alpha", True),
        ("AB", "a b", True),
        ("EU", "the European Union", False),
        ("European Union", "the EU", False),
        ("European Union", "the African Union", True),
        ("United States", "Washington agreed", False),
        ("Bo Li", "they met Bo", True),
        ("Minister Bo Li", "they met Bo Li", False),
    ],
)
def test_a_name_is_there_in_another_form_or_not_at_all(name: str, there: str, lacks: bool) -> None:
    (found,) = names(f"They met {name}", (), openers=True)

    assert found.words == name
    assert known((there,)).lacks(found) is lacks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Citing China's power, they met.", ["China's"]),
        ("Facing North Korea, they met.", ["North Korea"]),
        ("Amid Russia's war, they met.", ["Russia's"]),
        ("Despite Tokyo's vow, they met.", ["Tokyo's"]),
        ("Under Japan's plan, they met.", ["Japan's"]),
        ("Following Bo Li, they left.", ["Bo Li"]),
        ("Beijing Olympics end.", ["Beijing Olympics"]),
        ("Keating Smith left.", ["Smith"]),
        ("Ada Voss left.", ["Ada Voss"]),
    ],
)
def test_what_opens_a_sentence_before_a_name_is_no_part_of_it(
    text: str, expected: list[str]
) -> None:
    assert [name.words for name in names(text)] == expected
