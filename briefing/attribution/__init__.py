"""Who is quoted where: the quotations of a document and who, by its own words, says them.

Rules on the one list of marks in `briefing.quotation`. A speaker is always a suggestion with the
words it was read from; nothing here decides. See docs/decisions/0024-drafts.md.
"""

from briefing.attribution.finding import Found as Found
from briefing.attribution.finding import find as find
from briefing.attribution.kinds import Kind as Kind
from briefing.attribution.naming import Suggestion as Suggestion
