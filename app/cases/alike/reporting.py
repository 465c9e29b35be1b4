"""A report of somebody else as it may be read, online and at the desk."""

from app import forms
from app.cases.alike.finding import Alike
from app.cases.alike.pages import Reported
from app.cases.views import shown
from app.kit.i18n import translate_many


def reported(one: Alike, locale: str, url: str) -> Reported:
    """`url`: the case, for whoever may open it."""
    lines = tuple(line for answer in one.lines for line in answer)
    return Reported(
        mark=one.mark,
        title=tuple(shown.line(line) for line in lines),
        called=forms.as_text(lines, locale),
        since=one.since,
        state=one.state,
        mark_of=one.kind,
        near=_near(one, locale),
        others=one.others,
        url=url,
        mine=one.mine,
        seen=one.seen,
        told=one.told,
    )


def _near(one: Alike, locale: str) -> str:
    if not one.near:
        return ""
    return translate_many(
        locale, "Less than %(number)s metre from you", "Less than %(number)s metres from you", one.metres
    )
