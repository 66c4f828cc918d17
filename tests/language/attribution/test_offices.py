"""Offices and forms of address are told from the names they stand before."""

import pytest

from briefing.language.attribution.offices import titled


@pytest.mark.parametrize(
    ("text", "office", "name"),
    [
        ("Minister Ada Voss", "Minister", "Ada Voss"),
        ("Prime Minister Jo Berg", "Prime Minister", "Jo Berg"),
        ("President Dahl", "President", "Dahl"),
        ("Sudland Defense Minister Oren Dahl", "Sudland Defense Minister", "Oren Dahl"),
        ("U.S. Secretary of State Ada Voss", "U.S. Secretary of State", "Ada Voss"),
        ("Minister of Foreign Affairs Jo Berg", "Minister of Foreign Affairs", "Jo Berg"),
        ("Vice President Ada Voss", "Vice President", "Ada Voss"),
        ("Attorney General Ada Voss", "Attorney General", "Ada Voss"),
        ("Lt. Gen. Oren Dahl", "Lt. Gen.", "Oren Dahl"),
        ("Sen. Jo Berg", "Sen.", "Jo Berg"),
        ("Foreign Ministry Spokesperson Ines Falk", "Foreign Ministry Spokesperson", "Ines Falk"),
        ("Bundesaußenministerin Karla Weiß", "Bundesaußenministerin", "Karla Weiß"),
        ("Premier ministre Jean Noir", "Premier ministre", "Jean Noir"),
        ("President Dr. Ada Voss", "President", "Ada Voss"),
        ("Mr. Voss", "", "Voss"),
        ("Dr. Ada Voss", "", "Ada Voss"),
        ("President von der Aue", "President", "von der Aue"),
        ("Ada Voss", "", "Ada Voss"),
        ("Minister", "", "Minister"),
        ("Prime Minister", "", "Prime Minister"),
        ("Mr.", "", "Mr."),
        ("Premier League", "", "Premier League"),
        ("General Motors", "", "General Motors"),
        ("Foreign Ministry", "", "Foreign Ministry"),
        ("Oren Captain Dahl", "", "Oren Captain Dahl"),
        ("Pope Francis", "", "Pope Francis"),
        ("", "", ""),
    ],
)
def test_an_office_is_taken_from_before_a_name(text: str, office: str, name: str) -> None:
    assert titled(text) == (office, name)
