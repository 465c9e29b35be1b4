"""The master record: who people are, where they live, how to reach them, and where each value comes from."""

from app.people import caring, consenting, finding, homing, needing, renaming
from app.people.identifying import by_number
from app.people.importing import clear, import_people, mark_bounced, readdress
from app.people.record import Known, Record, name, names, record

# fmt: off
__all__ = [
    "Known", "Record", "by_number", "caring", "clear", "consenting", "finding", "homing", "import_people",
    "mark_bounced", "name", "names", "needing", "readdress", "record", "renaming",
]
