"""The table of all commands; none of them is loaded before it is called."""

from briefing.cli.parser.group import LazyCommand

OTHERWISE = "CARD"
"""Key of the command that takes a first word that is no command."""

COMMANDS = {
    "list": LazyCommand(
        "briefing.cli.commands.list_command",
        "list_command",
        "List the cards, newest meeting first.",
    ),
    "show": LazyCommand(
        "briefing.cli.commands.show_command", "show_command", "Print a card, or one item of it."
    ),
    "search": LazyCommand(
        "briefing.cli.commands.search_command",
        "search_command",
        "Search everything the library holds.",
    ),
    "why": LazyCommand(
        "briefing.cli.commands.why_command",
        "why_command",
        "Say what is proven of an item, and what is not.",
    ),
    "topics": LazyCommand(
        "briefing.cli.commands.analysis.topics_command",
        "topics_command",
        "Show topics by meeting, or all that is said on one.",
    ),
    "speakers": LazyCommand(
        "briefing.cli.commands.analysis.speakers_command",
        "speakers_command",
        "Show who speaks at which meeting, or all they said.",
    ),
    "commitments": LazyCommand(
        "briefing.cli.commands.analysis.commitments_command",
        "commitments_command",
        "Show what was promised, due when.",
    ),
    "timeline": LazyCommand(
        "briefing.cli.commands.analysis.timeline_command",
        "timeline_command",
        "Show meetings and dates in order of time.",
    ),
    "prepare": LazyCommand(
        "briefing.cli.commands.analysis.prepare_command",
        "prepare_command",
        "Print one page to have read before a series meets again.",
    ),
    "compare": LazyCommand(
        "briefing.cli.commands.analysis.compare_command",
        "compare_command",
        "Compare two meetings, or all of a series, by topic.",
    ),
    "phrase": LazyCommand(
        "briefing.cli.commands.analysis.phrase_command",
        "phrase_command",
        "Trace a phrase and its close variants over time.",
    ),
    "check": LazyCommand(
        "briefing.cli.commands.check_command",
        "check_command",
        "Check a library, or some of its cards.",
    ),
    "explain": LazyCommand(
        "briefing.cli.commands.explain_command",
        "explain_command",
        "Say what a code of check means, and what to do.",
    ),
    "import": LazyCommand(
        "briefing.cli.commands.import_command", "import_command", "Import documents into a library."
    ),
    "verify": LazyCommand(
        "briefing.cli.commands.verify_command",
        "verify_command",
        "Check the quotations of any text against the sources.",
    ),
    "new": LazyCommand(
        "briefing.cli.commands.new_command",
        "new_command",
        "Make a library, or the draft of a card from sources.",
    ),
    "schema": LazyCommand(
        "briefing.cli.commands.schema_command",
        "schema_command",
        "Print the JSON Schema of a kind of file, for editors.",
    ),
    "report": LazyCommand(
        "briefing.cli.commands.report_command",
        "report_command",
        "Print the report of the last crash.",
    ),
    OTHERWISE: LazyCommand(
        "briefing.cli.commands.open_command", "open_command", "Open a card to read."
    ),
}
"""Every command by name."""
