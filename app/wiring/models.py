"""Every table of the house: importing this fills SQLModel.metadata."""

from sqlmodel import SQLModel

from app.catalogue import models as catalogue
from app.identity import models as identity
from app.kit import audit, audit_seals, blobs, events, guard, heartbeat, jobs, keys
from app.people import models as people

TABLES = (audit, audit_seals, blobs, events, guard, heartbeat, jobs, keys, catalogue, identity, people)
METADATA = SQLModel.metadata
