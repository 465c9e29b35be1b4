"""Who listens to what: the table of contents of the business."""

from app.kit.events import Listeners

EVENTS: Listeners = {}
