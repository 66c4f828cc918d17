"""A message, or a web page that was saved as one (MHTML)."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final

from briefing.importing.document import DocumentBlock, DocumentError, Facts, Read, prose
from briefing.importing.formats.encodings import DecodedDocument, decoded
from briefing.importing.formats.markup import blocks_of_html, language_of_html
from briefing.importing.formats.plain import read_plain
from briefing.importing.prose import furniture
from briefing.importing.prose.facts import language_of, one_line, url_of

_MAILBOX: Final = re.compile(rb"^From [^\n]*\n(?:[\w-]+:)", re.M)
_QUOTED: Final = re.compile(r"^>[ >]*", re.M)
_INTRODUCES: Final = re.compile(r"[^\n]{0,200}\b(?:wrote|schrieb|écrit|escribió)\s?:$")
QUOTED: Final = "quoted from an earlier message"
_SIGNATURE: Final = "a signature"


def read(data: bytes, progress: Callable[[float], None] | None = None) -> Read:
    """Read a message.

    Args:
        data: Its bytes.
        progress: Not told: a message takes no time.

    Raises:
        DocumentError: It is a mailbox of several, or a page in it needs the extra.
    """
    if (count := len(_MAILBOX.findall(data))) > 1:
        raise DocumentError(f"this is a mailbox of {count:,} messages", hint="save one of them")
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    page = message.get_body(("html",))
    address = _header(message, "Snapshot-Content-Location") or _header(page, "Content-Location")
    if page is not None and url_of(address):
        return _page(page, address, message)
    body = message.get_body(("plain", "html"))
    found = _text(body) if isinstance(body, MIMEPart) else DecodedDocument("")
    is_html = body is not None and body.get_content_type() == "text/html"
    blocks = blocks_of_html(found.text) if is_html else list(_plain(found.text, body))
    facts = Facts(
        title=one_line(_header(message, "Subject")),
        byline=_sender(message),
        published=_day(message),
        language=language_of(_header(message, "Content-Language"))
        or (language_of(language_of_html(found.text)) if is_html else ""),
        kind="e-mail",
        caution=found.caution,
    )
    return Read(tuple(blocks), facts, (*found.warnings, *_left_out(message)))


def _page(page: MIMEPart, address: str, message: EmailMessage) -> Read:
    """Read a saved web page."""
    from briefing.importing.formats.webpage import read_page  # a message needs no extra

    found = _text(page)
    read = read_page(found.text, address)
    facts = read.facts.over(Facts(retrieved=_day(message), caution=found.caution))
    return read._replace(facts=facts, warnings=(*found.warnings, *read.warnings), format="web page")


def _text(part: MIMEPart) -> DecodedDocument:
    """Return the text of a part, read as its charset says."""
    data = part.get_payload(decode=True)
    return decoded(data if isinstance(data, bytes) else b"", part.get_content_charset() or "")


def _header(message: MIMEPart | None, name: str) -> str:
    try:
        return str(message.get(name, "")) if message is not None else ""
    except (ValueError, IndexError, TypeError, AttributeError):
        return ""  # headers that are broken in some ways break their parser


def _sender(message: EmailMessage) -> str:
    names = getaddresses([_header(message, "From")])
    return one_line(", ".join(name or address for name, address in names[:5]))


def _day(message: EmailMessage) -> str:
    """Return the day a message was sent, where it was sent."""
    try:
        sent: datetime = parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError, IndexError):
        return ""
    return sent.date().isoformat()


def _plain(text: str, body: object) -> Iterator[DocumentBlock]:
    """Yield the blocks of a plain message; quoted ones and the signature are furniture."""
    own, mark, signature = text.partition("\n-- \n")
    flowed = isinstance(body, MIMEPart) and body.get_param("format") == "flowed"
    if flowed:
        own = re.sub(r"(?<=\S) \n(?=[^>\s])", " ", own)
    for run in _runs(own):
        quoted = run.startswith(">")
        plain = _QUOTED.sub("", run) if quoted else run
        if not plain.strip():
            continue
        for block in read_plain(f"\n{plain}").blocks:
            leads = _INTRODUCES.fullmatch(block.text) is not None
            yield block._replace(furniture=QUOTED if quoted or leads else _kept(block))
    if mark and signature.strip():
        yield prose(" ".join(signature.split()), _SIGNATURE)


def _kept(block: DocumentBlock) -> str:
    return "" if block.furniture == furniture.HEADLINE else block.furniture


def _runs(text: str) -> Iterator[str]:
    """Yield runs of lines that are all quoted, or all not."""
    run: list[str] = []
    for line in text.split("\n"):
        if run and line.strip() and line.startswith(">") != run[0].startswith(">"):
            yield "\n".join(run)
            run = []
        if run or line.strip():
            run.append(line)
    if run:
        yield "\n".join(run)


def _left_out(message: EmailMessage) -> Iterator[str]:
    names = [one_line(part.get_filename() or "") for part in message.iter_attachments()]
    if names:
        shown = ", ".join(filter(None, names[:5])) or "without names"
        yield f"attachments left out: {len(names)} ({shown})"
