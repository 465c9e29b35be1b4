"""From when until when an announcement stands."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.catalogue.writing.facts import AnnouncementFacts
from app.kit.durations import civil_moment, shift_moment


def span(facts: AnnouncementFacts, zone: ZoneInfo, imported: datetime) -> tuple[datetime, datetime]:
    """Both moments in UTC. A duration counts from the import: to the hour, as people say when something ends."""
    hour = imported.astimezone(zone).replace(minute=0, second=0, microsecond=0)
    return _moment(facts.begins, zone, hour), _moment(facts.until, zone, hour + timedelta(hours=1))


def _moment(said: str, zone: ZoneInfo, hour: datetime) -> datetime:
    if "P" in said:
        return shift_moment(hour, said, zone)
    local = datetime.fromisoformat(said)
    return civil_moment(local.date(), local.time(), zone)
