"""Captions: sentences over cues, voices as stated speakers, times as locators."""

import pytest

from briefing.importing.document import DocumentError
from tests.importing.conftest import needs, read, story

pytestmark = needs("webvtt")

VTT = """\
WEBVTT - River talks
Language: en

NOTE made by hand

00:00:05.000 --> 00:00:07.000 align:start
<v Ada Voss>We will not</v>

00:00:07.000 --> 00:00:09.000
<v Ada Voss>sign &amp; the <i>treaty</i>. Never.</v>

00:01:09.500 --> 00:01:12.000
<v.loud Bo Lind>Why?
<v Ada Voss>Because it is bad.
"""
SRT = """\
1
00:00:01,000 --> 00:00:03,000
{\\an8}The ministers met on Monday
and agreed on

2
00:00:03,000 --> 00:00:05,000
nothing at all. They left

3
00:00:05,200 --> 00:00:06,000
by train.

4
00:00:09,000 --> 00:00:11,000
- Will they meet again?
- They will.

5
01:00:12,000 --> 01:00:13,000
[applause]
"""


def test_voices_speak_in_turns_with_their_times() -> None:
    document = read(VTT, "talks.vtt")

    assert [(block.locator, block.text) for block in document.blocks] == [
        ("00:00:05", "Ada Voss: We will not sign & the treaty. Never."),
        ("00:01:09", "Bo Lind: Why?"),
        ("00:01:09", "Ada Voss: Because it is bad."),
    ]
    assert (document.facts.language, document.facts.kind) == ("en", "captions")


@pytest.mark.parametrize("name", ["talks.srt", "talks.txt", ""])
def test_cues_are_joined_to_sentences(name: str) -> None:
    document = read(SRT, name)

    assert document.format == "SubRip captions"
    assert story(document) == [
        "The ministers met on Monday and agreed on nothing at all. They left by train.",
        "Will they meet again?",
        "They will.",
    ]
    assert document.blocks[-1].furniture == "a sound"
    assert document.blocks[-1].locator == "01:00:12"
    assert any("name no speaker" in each for each in document.warnings)


def test_lines_that_only_stay_on_screen_are_said_once() -> None:
    rolling = "WEBVTT\n\n" + "".join(
        f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{before}\n{line}\n\n"
        for n, (before, line) in enumerate([("", "so today"), ("so today", "we will"),
                                            ("we will", "begin.")])
    )  # fmt: skip
    assert story(read(rolling.replace("\n\nso", "\nso", 1))) == ["so today we will begin."]


@pytest.mark.parametrize("text", ["WEBVTT\n", "WEBVTT\n\n00:00 --> x\nhi", "WEBVTT\n\nNOTE no\n"])
def test_captions_without_words_are_refused(text: str) -> None:
    with pytest.raises(DocumentError):
        read(text, "a.vtt")
