"""`briefing schema`: the JSON Schema of a kind of file, for editors and other tools."""

from typing import get_args

import click

from briefing.cardformat.declaration import FileKind, json_schema
from briefing.cli.failures import FINE
from briefing.cli.parser.group import ExamplesCommand
from briefing.cli.parser.options import shared_options
from briefing.cli.printing import print_json


@click.command(
    "schema",
    cls=ExamplesCommand,
    examples=(
        ("briefing schema > card.json", "The schema of cards."),
        ("briefing schema sources > sources.json", "That of sources.yaml."),
    ),
)
@click.argument("kind", type=click.Choice(get_args(FileKind)), default="card")
@shared_options
def schema_command(kind: FileKind) -> int:
    """Print the JSON Schema of a kind of file, for editors.

    It is of draft 7, and made from the definition by which files are read. Name it in the first
    line of a file: `# yaml-language-server: $schema=card.json`, for JetBrains `# $schema:
    card.json`. A library that `briefing new` made has both.
    """
    print_json(json_schema(kind))
    return FINE
