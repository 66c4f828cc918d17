"""The language of a document that does not state one is told by its letters and small words."""

from pathlib import Path

import pytest

from briefing.importing.document import Facts, prose
from briefing.importing.prose.language_telling import language_by_words
from tests.importing.conftest import Run, read

GERMAN = """\
Die Ministerin hat am Montag in Bern einen Vertrag mit den Nachbarn angekündigt, der nicht gilt.

„Wir werden nicht unterzeichnen, bevor der Sommer kommt“, sagte Bundesministerin Karla Weiß.
"""
FRENCH = """\
La ministre a annoncé lundi à Lyon un traité avec les voisins, qui ne sera pas signé avant l’été.

« Nous ne signerons pas », a déclaré Anne Blanc dans la salle de la mairie.
"""
SPANISH = """\
La ministra anunció el lunes en León un tratado con los vecinos que no se firmará hasta el verano.

«No vamos a firmar», dijo Ana Moreno en la sala del ayuntamiento.
"""
ENGLISH = """\
The minister said on Monday that a treaty with the neighbours is not to be signed before the summer.
"""


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (GERMAN, "de"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (ENGLISH, "en"),
        (
            "Il ministro ha detto che il trattato non è stato firmato e che i vicini sono con lui.",
            "it",
        ),
        ("O ministro disse que o tratado não foi assinado e que os vizinhos estão com ele.", "pt"),
        (
            "De minister heeft gezegd dat het verdrag niet wordt getekend en dat de buren er zijn.",
            "nl",
        ),
        ("Ada Voss, Jo Berg, Oren Dahl, Ines Falk, Karla Weiß, Anne Blanc, Ana Moreno", ""),
        ("Wir gehen.", ""),
        (f"{GERMAN} {FRENCH} {SPANISH}", ""),
        ("", ""),
    ],
)
def test_small_words_tell_a_language(text: str, tag: str) -> None:
    assert language_by_words([prose(text)]) == tag


@pytest.mark.parametrize(("text", "tag"), [(GERMAN, "de"), (FRENCH, "fr"), (SPANISH, "es")])
def test_a_text_is_read_in_the_language_of_its_words(text: str, tag: str) -> None:
    document = read(text)
    assert (document.facts.language, document.language_told_by) == (tag, "words")


def test_english_is_not_written_down() -> None:
    document = read(ENGLISH)
    assert (document.facts.language, document.language_told_by) == ("", "")


def test_a_stated_language_stays_and_is_doubted() -> None:
    document = read(f"---\nlanguage: en-US\n---\n\n{GERMAN}", "story.md")
    assert document.facts.language == "en-US"
    told = "the file states en-US as its language, and by its words it is de"
    assert document.warnings == (told,)
    right = read(f"---\nlanguage: de-CH\n---\n\n{GERMAN}", "story.md")
    assert (right.facts, right.warnings) == (Facts(language="de-CH"), ())


def test_a_language_that_is_told_by_words_is_said(library: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(GERMAN, encoding="utf-8")
    said = run(tmp_path / "story.txt").stdout
    assert "note: the language is not stated in the file; by its words it is de (--language" in said
    assert "  language: de\n" in (library / "content/sources.yaml").read_text(encoding="utf-8")


def test_whoever_states_the_language_is_not_told_of_it(
    library: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "story.txt").write_text(GERMAN, encoding="utf-8")
    said = run(tmp_path / "story.txt", "--language", "de-AT").stdout
    assert "  language: de-AT\n" in said
    assert "not stated in the file; by" not in said
