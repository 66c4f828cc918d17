"""Quotations of a document with who says them: titles, terms, dialogue, split and running ones."""

import pytest

from briefing.language.attribution.quotation_finding import Found, find


def _told(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    paragraphs = text.split("\n\n")
    return [
        (_words(paragraphs, each), each.kind, _name(each)) for each in find(paragraphs, language)
    ]


def _words(paragraphs: list[str], found: Found) -> str:
    quotation = found.quotation
    return paragraphs[found.paragraph][quotation.inner_start : quotation.inner_end]


def _name(found: Found) -> str:
    if found.speaker is None:
        return ""
    return f"{found.speaker.name}{'!' if found.speaker.certain else '?'}"


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        ("en", "“We will sign,” Abel Brown said.", "We will sign,", "Abel Brown!"),
        (
            "en",
            "“We will sign,” said Minister Abel Brown today.",
            "We will sign,",
            "Minister Abel Brown!",
        ),
        ("en", "Abel Brown said: “We will sign.”", "We will sign.", "Abel Brown!"),
        (
            "en",
            "“We will sign,” U.S. Secretary of State Abel Brown said.",
            "We will sign,",
            "Secretary of State Abel Brown?",
        ),
        (
            "en",
            "Secretary of the Treasury Abel Brown said: “We will sign.”",
            "We will sign.",
            "Secretary of the Treasury Abel Brown?",
        ),
        ("en", "“We will sign,” Sen. Abel Brown said.", "We will sign,", "Sen. Abel Brown!"),
        ("en", "“We will sign,” said Gen. Abel Brown.", "We will sign,", "Gen. Abel Brown!"),
        ("en", "Brown, the minister of water, said “we will sign”.", "we will sign", "Brown!"),
        (
            "en",
            "Brown told reporters on Monday that “we will sign soon”.",
            "we will sign soon",
            "Brown!",
        ),
        ("en", "“We will sign,” said the minister.", "We will sign,", "the minister?"),
        ("en", "“We will sign,” she said.", "We will sign,", "she?"),
        ("en", "The “rules will hold,” according to Brown.", "rules will hold,", "Brown?"),
        ("en", "Brown denied he had said “we will sign it today”.", "we will sign it today", "he?"),
        ("en", "“Is it so?” Brown replied that it was.", "Is it so?", "Brown?"),
        ("en", "“We’ll sign,” said Brown’s lawyer.", "We’ll sign,", "Brown’s lawyer?"),
        (
            "en",
            "‘We won’t sign the brothers’ text,’ Brown said.",
            "We won’t sign the brothers’ text,",
            "Brown!",
        ),
        (
            "de",
            "„Wir werden unterzeichnen“, sagte Anna Braun.",
            "Wir werden unterzeichnen",
            "Anna Braun!",
        ),
        ("de", "»Wir werden unterzeichnen«, so Braun.", "Wir werden unterzeichnen", "Braun!"),
        (
            "de",
            "Dazu erklärte Braun: „Wir werden bald unterzeichnen.“",
            "Wir werden bald unterzeichnen.",
            "Braun!",
        ),
        (
            "de",
            "„Wir gehen“, sagte der Direktor des Amtes, Emil Braun.",
            "Wir gehen",
            "Emil Braun?",
        ),
        ("fr", "« Nous signerons », a déclaré Anne Brun.", "Nous signerons", "Anne Brun!"),
        ("fr", "« Nous signerons », a-t-elle dit.", "Nous signerons", ""),
        ("fr", "— Nous signerons, dit Brun.", "Nous signerons,", "Brun!"),
        ("es", "«Vamos a firmar», dijo Ana Moreno.", "Vamos a firmar", "Ana Moreno!"),
        ("es", "—Vamos a firmar —dijo Moreno.", "Vamos a firmar", "Moreno!"),
        ("ja", "「必ず署名する」と山田氏は述べた。", "必ず署名する", "山田氏!"),
        ("ja", "山田外相は「必ず署名する」と語った。", "必ず署名する", "山田外相!"),
        ("zh", "“我们会签署，”王明说。", "我们会签署，", "王明!"),
        (
            "zh",
            "外交部发言人王明表示：“我们会签署这个文件。”",
            "我们会签署这个文件。",
            "外交部发言人王明!",
        ),
        ("zh", "他说：“我们会签署这个文件。”", "我们会签署这个文件。", "他?"),
        ("ar", "وقال سامي حداد: «سنوقع الاتفاق اليوم».", "سنوقع الاتفاق اليوم", "سامي حداد!"),
        ("ar", "وقال الوزير إن «الاتفاق جاهز».", "الاتفاق جاهز", "الوزير?"),
        # An office, and then the name between commas.
        ("en", "The minister, Ana Ruiz, said: “We will sign.”", "We will sign.", "Ana Ruiz!"),
        ("en", "“We will sign,” the mayor, Ana Ruiz, said.", "We will sign,", "Ana Ruiz!"),
        ("en", "Later, the mayor of Lyon, Ana Ruiz, said: “I sign.”", "I sign.", "Ana Ruiz!"),
        ("en", "The mayor, Ruiz, said: “We will sign.”", "We will sign.", "Ruiz?"),
        ("de", "Die Ministerin, Anna Braun, sagte: „Wir gehen.“", "Wir gehen.", "Anna Braun!"),
        ("fr", "La ministre, Anne Brun, a déclaré : « Nous irons. »", "Nous irons.", "Anne Brun!"),
        ("fr", "L’envoyée, Anne Brun, a déclaré : « Nous irons. »", "Nous irons.", "Anne Brun!"),
        ("es", "La ministra, Ana Moreno, dijo: «Vamos a ir».", "Vamos a ir", "Ana Moreno!"),
        ("ja", "外相の山田太郎氏は「必ず行く」と述べた。", "必ず行く", "山田太郎氏!"),
        ("zh", "外交部长王明说：“我们会签署这个文件。”", "我们会签署这个文件。", "外交部长王明!"),
        ("ar", "وقال الوزير، سامي حداد: «سنوقع اليوم».", "سنوقع اليوم", "سامي حداد?"),
        # Whatever somebody does before a colon.
        ("en", "John Doe disagreed: “We won’t sign.”", "We won’t sign.", "John Doe?"),
        ("en", "But Doe was blunt: “We won’t sign it.”", "We won’t sign it.", "Doe?"),
        ("en", "John Doe, the mayor, agreed: “We sign.”", "We sign.", "John Doe?"),
        ("de", "Anna Braun widersprach: „Wir gehen nicht.“", "Wir gehen nicht.", "Anna Braun?"),
        ("fr", "Anne Brun s’y oppose : « Nous restons ici. »", "Nous restons ici.", "Anne Brun?"),
        ("es", "Ana Moreno discrepó: «No vamos a ir».", "No vamos a ir", "Ana Moreno?"),
        ("ja", "山田氏は「署名はしない」と反発した。", "署名はしない", "山田氏!"),
        ("zh", "王明不同意：“我们不会签署。”", "我们不会签署。", "王明!"),
        ("ar", "اعترض سامي حداد: «لن نوقع اليوم».", "لن نوقع اليوم", "سامي حداد!"),
        # What looks like these and is not.
        ("en", "The report was clear: “We will not sign.”", "We will not sign.", ""),
        ("en", "Brown’s report was clear: “We will not sign.”", "We will not sign.", ""),
        ("en", "Asked about it: “We will not sign.”", "We will not sign.", ""),
        ("en", "Brown asked the mayor, Ana Ruiz, to say: “I will.”", "I will.", "Brown!"),
        ("en", "The minister, who met Ana Ruiz, said: “I sign.”", "I sign.", ""),
        ("de", "Menschen widersprachen: „Wir gehen nicht.“", "Wir gehen nicht.", ""),
    ],
)  # fmt: skip
def test_who_says_what(language: str, text: str, words: str, speaker: str) -> None:
    assert _told(text, language) == [(words, "speech", speaker)]


@pytest.mark.parametrize(
    ("language", "text", "words", "kind"),
    [
        ("en", "She saw the film “A Long Road” twice.", "A Long Road", "title"),
        ("en", "It is known as “quiet diplomacy” there.", "quiet diplomacy", "term"),
        ("en", "The “summit” took an hour.", "summit", "term"),
        ("de", "Das sogenannte „Wasserrecht“ gilt.", "Wasserrecht", "title"),
        ("fr", "Le livre « La longue route » est paru.", "La longue route", "term"),
        ("es", "La llamada “guerra fría” terminó.", "guerra fría", "term"),
        ("ja", "小説『長い道』を読んだ。", "長い道", "title"),
        ("zh", "他读了《长路》。", "长路", "title"),
        ("ar", "قرأ رواية «الطريق».", "الطريق", "term"),
    ],
)
def test_titles_and_terms_are_not_certain(language: str, text: str, words: str, kind: str) -> None:
    found = find([text], language)
    assert _told(text, language)[0][:2] == (words, kind)
    assert not found[0].certain


def test_the_parts_that_only_the_attribution_splits_go_on() -> None:
    text = "“We sign,” Abel Brown said, “today.” The weather was fine. “Not now,” Carla Dorn said."
    found = find([text], "en")
    assert [each.continues for each in found] == [False, True, False]
    assert [_name(each) for each in found] == ["Abel Brown!", "Abel Brown?", "Carla Dorn!"]


def test_a_speech_over_paragraphs_keeps_its_speaker() -> None:
    text = "Brown said: “We will sign.\n\n“And we will pay.”\n\n“Who pays?” asked Dorn."
    found = find(text.split("\n\n"), "en")
    assert [(each.continues, _name(each)) for each in found] == [
        (False, "Brown!"),
        (True, "Brown!"),
        (False, "Dorn!"),
    ]


def test_what_is_not_closed_stops_at_its_paragraph() -> None:
    paragraphs = ["Brown said: “We will sign soon.", "The talks went on."]
    (found,) = find(paragraphs, "en")
    assert found.quotation.inner_end == len(paragraphs[0])
    assert not found.quotation.closed


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert find(["– un premier point ;", "– un second point ;", "– Un troisième."], "fr") == ()


def test_dialogue_goes_on_beside_what_is_certain() -> None:
    paragraphs = ["— Vous signerez ?", "— Oui, dit Brun.", "— Je le note."]
    assert [each.paragraph for each in find(paragraphs, "fr")] == [0, 1, 2]


def test_what_is_quoted_within_is_part_of_the_whole() -> None:
    text = "“He told me ‘never’ and left,” Brown said."
    assert _told(text) == [("He told me ‘never’ and left,", "speech", "Brown!")]


def test_a_pronoun_stands_for_who_was_named_just_before_and_only_perhaps() -> None:
    text = "“We sign,” Brown said.\n\n“And we pay,” he said."
    assert [name for *_, name in _told(text)] == ["Brown!", "Brown?"]


def test_the_words_of_a_suggestion_stand_where_it_says() -> None:
    text = "A day later Carla Dorn, the minister, said that “all of it is settled”."
    (found,) = find([text], "en")
    assert found.speaker is not None
    assert text[found.speaker.start : found.speaker.end].strip() == found.speaker.words.strip()


def test_no_language_is_needed_for_marks_and_names() -> None:
    assert _told("“We sign,” Brown said.", "") == [("We sign,", "speech", "Brown!")]
    assert _told("「必ず署名する」と山田氏は述べた。", "")[0][2] == "山田氏!"


@pytest.mark.parametrize("text", ["", "No marks.", "It’s the ’90s.", "6'2\" and 5'9\"", "“”"])
def test_nothing_is_quoted(text: str) -> None:
    assert find([text], "en") == ()


def test_long_text_takes_time_in_proportion() -> None:
    text = "“We sign,” Brown said, “and pay.” " * 400
    assert len(find([text], "en")) == 800


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We will sign it\n\nin June," Brown said.', ["We will sign it"]),
        ('Nobody left.\n\nIt is over." He left. "We go," he said.', ["We go,"]),
        ("Er blieb.\n\nbis zum Juni!“ Er ging.", []),
        ('Il a dit : " Nous signons ", puis rien.', ["Nous signons"]),
        ('Il a dit :" Nous signons " hier.', ["Nous signons"]),
        ('Wilkins said," He liked it". She left.', ["He liked it"]),
    ],
)
def test_a_mark_too_many_right_after_a_stop_opens_nothing(text: str, wanted: list[str]) -> None:
    paragraphs = text.split("\n\n")
    assert [_words(paragraphs, each) for each in find(paragraphs)] == wanted
