"""Routes of notices: only the demo's mailbox, which stands outside the locales."""

from starlette.routing import Route

from app.kit.edge import reads
from app.notifications.handlers import mailbox

OUTSIDE = [
    Route("/demo/mailbox", reads(mailbox.index), name="demo_mailbox"),
    Route("/demo/mailbox.json", reads(mailbox.feed), name="demo_mailbox_json"),
]
