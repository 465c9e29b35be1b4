"""From when until when an announcement stands."""

from datetime import datetime
from zoneinfo import ZoneInfo

from app.catalogue.writing.facts import AnnouncementFacts
from app.kit.durations import civil_moment, shift_moment


def span(facts: AnnouncementFacts, zone: ZoneInfo, imported: datetime) -> tuple[datetime, datetime]:
    """Both moments in UTC; a duration counts from the import."""
    return _moment(facts.begins, zone, imported), _moment(facts.until, zone, imported)


def _moment(said: str, zone: ZoneInfo, imported: datetime) -> datetime:
    if "P" in said:
        return shift_moment(imported, said, zone)
    local = datetime.fromisoformat(said)
    return civil_moment(local.date(), local.time(), zone)
