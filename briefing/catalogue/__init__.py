"""The catalogue: a derived, disposable file that lists and search read instead of the cards."""

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.keeping import mended, sync, sync_mending
from briefing.catalogue.progress import Progress, SyncResult
from briefing.catalogue.rows import CitationRow, MeetingRow

__all__ = [
    "Catalogue",
    "CitationRow",
    "MeetingRow",
    "Progress",
    "SyncResult",
    "mended",
    "sync",
    "sync_mending",
]
