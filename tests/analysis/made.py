"""A made library of twenty meetings over six years, of two series and of none.

Every document, card and sentence is written here by hand; what views should say of them stands in
the tests, written by hand too.
"""

import json
from pathlib import Path
from typing import NamedTuple

SPEAKERS = {
    "voss": "{name: Ada Voss, country: Upper Bank, aliases: [Minister Voss, アダ]}",
    "okafor": "{name: Ben Okafor, country: Lower Bank}",
    "reyes": "{name: Dan Reyes, country: Lower Bank}",
    "lind": "{name: Cara Lind}",
    "council": "{name: Fishery Council, kind: body}",
    "statement": "{name: Joint statement of 2019, kind: document}",
}
TOPICS = {
    "water": "{label: Water, aliases: [river]}",
    "dam": "{label: Dam}",
    "hotline": "{label: Hotline}",
    "ferry": "{label: Ferry, note: The one across the river.}",
    "fish": "{label: Fish}",
    "border": "{label: Border, note: Nothing is filed under it.}",
}
VOSS, OKAFOR = "voss|Minister|Upper Bank", "okafor|Minister|Lower Bank"
REYES, COUNCIL = "reyes|Minister|Lower Bank", "council||"


class Item(NamedTuple):
    """An item, and the sentence of the document that it rests on."""

    type: str
    text: str
    who: tuple[str, ...]
    topics: tuple[str, ...]
    keys: dict[str, str]

    @property
    def sentence(self) -> str:
        """What the document says: a point's words are its evidence, word for word."""
        if self.type == "quote":
            return f'"{self.text}"'
        return self.keys.get("exact", self.text)


class Meeting(NamedTuple):
    """A meeting: its card, and a document that has a paragraph for each item."""

    day: str
    series: str
    people: tuple[str, ...]
    """`speaker|role|side`."""
    items: tuple[Item, ...]
    status: str = "reviewed"
    sequence: int = 0

    @property
    def name(self) -> str:
        """What its card and source are called."""
        return f"{self.day}-{self.series or 'single'}"


def said(text: str, who: str, *topics: str, voice: str = "spoken", **keys: str) -> Item:
    return Item("quote", text, (who,), topics, {"voice": voice, **keys})


def told(text: str, who: str, *topics: str, **keys: str) -> Item:
    return Item("point", text, tuple(who.split()), topics, keys)


def asked(text: str, *topics: str) -> Item:
    return Item("open", text, (), topics, {})


PROMISE = "commitment"

HARBOUR = (
    Meeting("2018-03-05", "harbour", (VOSS, OKAFOR), (
        said("The river belongs to both banks.", "voss", "water"),
        told("A hotline will open in 2019.", "voss okafor", "hotline", kind=PROMISE, due="2019",
             id="hotline"),
    )),
    Meeting("2018-09-03", "harbour", (VOSS, OKAFOR), (
        said("There is no dam without consent.", "okafor", "dam", "water"),
    )),
    Meeting("2019-03-04", "harbour", (VOSS, OKAFOR), (
        told("The hotline opened in February 2019.", "okafor", "hotline", kind="fact", id="opened",
             follows="2018-03-05-harbour#hotline"),
    )),
    Meeting("2019-09-02", "harbour", (VOSS, OKAFOR), (
        said("Both sides will measure the water daily.", "statement", "water",
             voice="joint statement"),
    )),
    Meeting("2020-03-02", "harbour", (VOSS, OKAFOR), (
        told("Voss promised a survey of the dam by June 2021.", "voss", "dam", kind=PROMISE,
             due="2021-06", id="survey"),
    )),
    Meeting("2020-09-07", "harbour", (VOSS, OKAFOR), (
        said("We wait for the survey.", "okafor", "dam", voice="reported"),
    )),
    Meeting("2021-03-01", "harbour", (VOSS, REYES), (
        told("Reyes called the survey “late, and not by a day”.", "reyes", "dam", kind="position",
             exact='Reyes called the survey "late, and not by a day".'),
    )),
    Meeting("2021-09-06", "harbour", (VOSS, REYES), (
        told("The survey of the dam was handed over.", "voss", "dam", kind="fact", id="over"),
        asked("Whether the survey was published.", "dam"),
    )),
    Meeting("2022-03-07", "harbour", (VOSS, REYES), (
        told("Both sides will share water data by the end of 2024.", "voss reyes", "water",
             kind=PROMISE, due="2024", id="data"),
    )),
    Meeting("2022-09-05", "harbour", (VOSS, REYES, "lind|Observer|"), (
        said("The data flow slowly.", "voss", "water"),
    )),
    Meeting("2023-03-06", "harbour", (VOSS, REYES, "lind|Observer|"), (
        told("A ferry may start in fiscal 2026.", "reyes", "ferry", kind=PROMISE, due="FY2026",
             id="ferry"),
        asked("Who pays for the ferry.", "ferry"),
    )),
    Meeting("2023-09-04", "harbour",
            ("voss|Prime Minister|Upper Bank", "lind|Minister|Lower Bank", "okafor|Observer|"), (
        said("The river still belongs to both banks.", "voss", "water"),
        told("They will meet again.", "voss lind", "water", kind=PROMISE, id="again"),
        asked("Who speaks for the ports.", "water"),
    )),
)  # fmt: skip
FISHERY = (
    Meeting("2018-06-11", "fishery", (COUNCIL,), (
        said("Catches fell again in 2017.", "council", "fish", voice="document"),)),
    Meeting("2019-06-10", "fishery", (COUNCIL,), (
        said("Catches fell by a third.", "council", "fish", voice="spokesperson"),)),
    Meeting("2020-06-08", "fishery", (COUNCIL,), (
        said("Nobody counts the eels.", "council", "fish", voice="document"),)),
    Meeting("2021-06-14", "fishery", (COUNCIL,), (
        told("The quota will fall by a tenth in 2022.", "council", "fish", kind=PROMISE,
             due="2022", id="quota"),)),
    Meeting("2022-06-13", "fishery", (COUNCIL,), (
        told("The quota fell by a twentieth.", "council", "fish", kind="fact", id="fell"),)),
    Meeting("2023-06-12", "fishery", (COUNCIL,), (
        said("The water is too warm for eels.", "council", "fish", "water", voice="document"),)),
)  # fmt: skip
SINGLE = (
    Meeting("2019-10-01", "", ("lind|Adviser|",), (
        told("Lind expects a hotline for the ports.", "lind", "hotline", kind="assessment"),)),
    Meeting("2022-02-14", "", (), (
        told("The port opens on 1 May 2024.", "unclear", "ferry", kind="fact", due="2024-05-01"),)),
)  # fmt: skip
WITHDRAWN = (
    Meeting("2020-01-06", "harbour", (VOSS,), (
        said("This was never said about the dam.", "voss", "dam"),
        told("A bridge will open in 2021.", "voss", "ferry", kind=PROMISE, due="2021"),
    ), status="retracted"),
)  # fmt: skip
MEETINGS = (*HARBOUR, *FISHERY, *SINGLE)
assert len(MEETINGS) == 20


def strangers(number: int) -> tuple[Meeting, ...]:
    """Return so many meetings of other series, on another topic, of somebody else."""
    return tuple(
        Meeting(f"{2000 + n % 24}-{1 + n // 24 % 12:02}-{1 + n // 288:02}", f"other-{n % 7}", (), (
            said("Nothing of this is about water.", f"stranger-{n}", f"other-{n}"),
            told("A road will open in 2024.", f"stranger-{n}", f"other-{n}", kind=PROMISE,
                 due="2024"),
        ))
        for n in range(number)
    )  # fmt: skip


def write_made(root: Path, others: int = 0) -> Path:
    """Write the library, a withdrawn card beside the twenty, and return its folder.

    Args:
        root: The folder.
        others: How many meetings to add that have nothing to do with the twenty.
    """
    meetings = (*MEETINGS, *WITHDRAWN, *strangers(others))
    speakers, topics = dict(SPEAKERS), dict(TOPICS)
    for number in range(others):
        speakers[f"stranger-{number}"], topics[f"other-{number}"] = "{name: Xu}", "{label: Other}"
    (root / "content/meetings").mkdir(parents=True)
    (root / "seeds").mkdir()
    for meeting in meetings:
        path = root / f"content/meetings/{meeting.name}.yaml"
        path.write_text(card_text(meeting), encoding="utf-8")
        (root / f"seeds/{meeting.name}.txt").write_text(document(meeting), encoding="utf-8")
    sources = "".join(
        f"report-{m.name}:\n  file: seeds/{m.name}.txt\n  publisher: Gazette\n"
        f"  published: {m.day}\n"
        + ("  caution: Read aloud by telephone.\n" if m.day == "2018-03-05" else "")
        for m in meetings
    )
    for name, text in (
        ("sources", sources),
        ("speakers", "".join(f"{key}: {value}\n" for key, value in speakers.items())),
        ("topics", "".join(f"{key}: {value}\n" for key, value in topics.items())),
    ):
        (root / f"content/{name}.yaml").write_text(text, encoding="utf-8")
    return root


def document(meeting: Meeting) -> str:
    """Return a document whose first paragraph names no date, and one paragraph for each item."""
    sentences = [item.sentence for item in meeting.items if item.type != "open"]
    return "\n\n".join(["The talks were held as planned.", *sentences]) + "\n"


def card_text(meeting: Meeting) -> str:
    """Return the card of a meeting."""
    source = f"report-{meeting.name}"
    lines = ["format: 1", f"title: Talks of {meeting.day}", f"status: {meeting.status}"]
    lines += [f"series: {meeting.series}"] if meeting.series else []
    lines.append(f"meeting: {{name: Talks, date: {meeting.day}}}")
    lines += ["participants:"] if meeting.people else []
    for person in meeting.people:
        speaker, role, side = person.split("|")
        keys = {"speaker": speaker, "role": role, "side": side}
        written = ", ".join(f"{key}: {value}" for key, value in keys.items() if value)
        lines.append(f"  - {{{written}}}")
    lines += ["bottom_line:", f"  text: They met on {meeting.day}."]
    lines.append(f"  evidence: [{{source: {source}, exact: The talks were held as planned}}]")
    lines += ["sections:", "  - title: All", "    items:"]
    for item in meeting.items:
        lines += (
            f"{' ' * 6}{'- ' if not n else '  '}{k}" for n, k in enumerate(item_lines(item, source))
        )
    return "\n".join(lines) + "\n"


def item_lines(item: Item, source: str) -> list[str]:
    """Return the lines of an item."""
    found = [f"{item.type}: {json.dumps(item.text, ensure_ascii=False)}"]
    found += [f"topics: [{', '.join(item.topics)}]"]
    found += [f"{key}: {value}" for key, value in item.keys.items() if key != "exact"]
    if item.type == "quote":
        found += [f"speaker: {item.who[0]}", f"source: {source}"]
    elif item.type == "point":
        exact = json.dumps(item.sentence, ensure_ascii=False)
        found += [f"by: [{', '.join(item.who)}]"]
        found += [f"evidence: [{{source: {source}, exact: {exact}}}]"]
    return found
