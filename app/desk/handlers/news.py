"""What came into a part of the queue since it was shown. A list never moves by itself: it says so, and waits."""

from datetime import UTC, datetime

from starlette.requests import Request

from app import cases
from app.desk.entering import staff
from app.desk.queue import counted
from app.desk.queues.view_pages import NewsPage
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.pages import Answer, Data, See

NOTHING = Data(b"", "text/plain", status=204)


def show(request: Request, unit: Unit) -> Answer:
    """A slot; nothing for whoever asks again and knows the number already. A whole page is the queue itself."""
    actor, address = staff(request), Address.of(request).page()
    if not request.headers.get("hx-request"):
        return See(f"/desk/cases{address.query}")
    since = _moment(request.query_params.get("since", "")) or unit.now
    number = cases.queues.fresh(unit, actor, address.wanted, since)
    if request.query_params.get("told", "0") == str(number):
        return NOTHING
    locale = address.locale
    return NewsPage(
        words=_words(number, locale),
        url=address.queue(),
        poll_url=address.news(since, number),
    )


def _words(number: int, locale: str) -> str:
    if not number:
        return ""
    if number > cases.queues.MOST:
        return translate(locale, N_("%(number)s new: show them"), number=counted(number))
    return translate_many(locale, "%(number)s new: show it", "%(number)s new: show them", number)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(text), UTC)
    except (ValueError, OverflowError, OSError):
        return None
