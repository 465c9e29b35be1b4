"""A message for whoever asked for short ones: what happened, and the days. The rest stands in the case."""

from collections.abc import Mapping

from app.kit.i18n import N_, translate

LAST, PROMISED = N_("Last day: %(day)s."), N_("We answer by %(day)s.")


def short(body: str, values: Mapping[str, str], locale: str) -> str:
    """The first paragraph, the last day to do something, and the day of our answer where the message promised one."""
    first = next((part.strip() for part in body.split("\n") if part.strip()), "")
    days = [(LAST, values["until"])]
    if values["due"] in body:
        days.append((PROMISED, values["due"]))
    return "\n".join([first, *(translate(locale, words, day=day) for words, day in days if day and day not in first)])
