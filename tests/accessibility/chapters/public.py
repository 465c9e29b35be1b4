"""What anybody may read: the pages of the sitemap, the proof of the record, the demo's mailbox."""

from a11y_tests.pages import from_sitemap
from tests.accessibility.scene import Scene

HAVE_CHAPTERS = ("/sign-in", "/check", "/drafts", "/components")
CONTENT = ("/life-events", "/articles", "/events", "/offices", "/announcements")
"""What the town writes has a chapter of its own, with the front page and one page of each kind."""


def look(scene: Scene) -> None:
    guest = scene.guest()
    for address in from_sitemap(scene.site.url, (scene.locale,)):
        path = address.removeprefix(scene.site.url)
        below = path.removeprefix(f"/{scene.locale}")
        if below != "/" and not below.startswith((*HAVE_CHAPTERS, *CONTENT)):
            guest.see(path, of=_name(path))
    guest.see(f"/{scene.locale}/offline")
    guest.see("/demo/mailbox", "empty")


def _name(path: str) -> str:
    """Which service, where one address shows many."""
    parts = path.strip("/").split("/")
    return parts[2] if len(parts) > 2 else ""
