"""The catalogue: a derived, disposable file that lists and search read instead of the cards."""

from briefing.catalogue.catalogue import Catalogue
from briefing.catalogue.rows import MeetingRow
from briefing.catalogue.sync import Progress, SyncResult, sync, sync_mending

__all__ = ["Catalogue", "MeetingRow", "Progress", "SyncResult", "sync", "sync_mending"]
