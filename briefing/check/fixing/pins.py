"""What tells a quotation's place from its copies: prefix and suffix, where a paragraph is named."""

import json

import yaml

from briefing.check.findings import shortened
from briefing.check.fixing.splicing import Change, Splice, mapping_at
from briefing.evidence.matcher import SourceMatcher
from briefing.model.core import State
from briefing.model.evidence import Evidence


def pinned(
    text: str, root: yaml.Node | None, evidence: Evidence, matcher: SourceMatcher
) -> Change | None:
    """Return how to write the words around some evidence; None where there is nothing to write.

    Args:
        text: The text of the card's file.
        root: Its nodes.
        evidence: Evidence of the card.
        matcher: What finds evidence in its source.
    """
    if evidence.state is not State.AMBIGUOUS or evidence.paragraph is None:
        return None
    if evidence.place is None or evidence.prefix or evidence.suffix:
        return None
    context = matcher.context(evidence)
    located = mapping_at(root, evidence.place)
    if context is None or located is None:
        return None
    values = {key: words for key, words in zip(("prefix", "suffix"), context, strict=True) if words}
    splice = _splice(text, located.node, values)
    if splice is None:
        return None
    words = f"wrote the {' and '.join(values)} of '{shortened(evidence.exact)}'"
    return Change(evidence.place, words, located.path, values, (splice,))


def _splice(text: str, node: yaml.MappingNode, values: dict[str, str]) -> Splice | None:
    fields = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    if node.flow_style:
        before_brace = node.end_mark.index - 1
        return Splice(before_brace, before_brace, "".join(f", {each}" for each in fields))
    if len(node.value) < 2:
        return None
    second = node.value[1][0].start_mark
    end = "\r\n" if "\r\n" in text else "\n"
    indent = " " * second.column
    return Splice(second.index, second.index, "".join(f"{each}{end}{indent}" for each in fields))
