"""tantivy, a Lucene-like library in Rust, asked for terms within an edit distance."""

import importlib
import importlib.metadata
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.competitors.base import Competitor, is_phrase, plain
from benchmarks.passages import Text

_WORD = re.compile(r"\w+")


class Tantivy(Competitor):
    """Each word as it is, stemmed alike, and with the edits its length allows, ORed."""

    note = (
        "en_stem; each word exact (boost 4) or within 1 edit (4-7 letters) or 2 (8 and more), "
        "transposition one edit; the begun word also as a prefix; ORed"
    )

    def __init__(self) -> None:
        # Loaded by name: the package is only there where benchmarks/requirements.txt is installed.
        self._tantivy: Any = importlib.import_module("tantivy")
        builder = self._tantivy.SchemaBuilder()
        builder.add_integer_field("index", stored=True)
        builder.add_text_field("text", stored=False, tokenizer_name="default")
        builder.add_text_field("stem", stored=False, tokenizer_name="en_stem")
        self._schema = builder.build()

    def version(self) -> str:
        """Return its name and version."""
        return f"tantivy {importlib.metadata.version('tantivy')}"

    def build(self, texts: Iterable[Text], folder: Path) -> None:
        """Write an index with the words as they are and their stems."""
        index = self._tantivy.Index(self._schema, path=str(folder))
        writer = index.writer(heap_size=100_000_000, num_threads=1)
        for number, entry in enumerate(texts):
            document = self._tantivy.Document()
            document.add_integer("index", number)
            document.add_text("text", entry.text)
            document.add_text("stem", entry.text)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        """Open the index."""
        self._index = self._tantivy.Index(self._schema, path=str(folder))
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, query: str, limit: int) -> Sequence[int]:
        """Answer a finished query."""
        return self._search(query, limit, begun=False)

    def type(self, query: str, limit: int) -> Sequence[int]:
        """Answer with the last word as the beginning of one."""
        return self._search(query, limit, begun=not query.endswith((" ", '"')))

    def _search(self, query: str, limit: int, begun: bool) -> Sequence[int]:
        words = [word.lower() for word in _WORD.findall(plain(query))]
        if not words:
            return []
        make = self._tantivy.Query
        if is_phrase(query) and len(words) > 1:
            wanted = make.phrase_query(self._schema, "text", words)
        else:
            occur = self._tantivy.Occur.Should
            last = len(words) - 1
            terms = [self._term(word, begun and at == last) for at, word in enumerate(words)]
            wanted = make.boolean_query([(occur, term) for term in terms])
        hits = self._searcher.search(wanted, limit, count=False).hits
        return [self._searcher.doc(address)["index"][0] for _, address in hits]

    def _term(self, word: str, begun: bool) -> Any:
        make = self._tantivy.Query
        options = [
            make.boost_query(make.term_query(self._schema, "text", word), 4.0),
            self._index.parse_query(f'"{word}"', ["stem"]),
        ]
        edits = 0 if len(word) < 4 or word.isdigit() else 1 if len(word) < 8 else 2
        if edits or begun:
            options.append(
                make.fuzzy_term_query(self._schema, "text", word, distance=edits, prefix=begun)
            )
        return make.disjunction_max_query(options)
