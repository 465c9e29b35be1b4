"""Both sides hear of a mandate when it is given, accepted and ended, each with both names."""

from collections.abc import Mapping, Sequence

from app.identity import accounts, reaching
from app.identity.linking import persons
from app.identity.mandating import reading, words
from app.identity.mandating.ending import AGE, CLERK, DECLINED, GIVER, HELPER, OVER
from app.identity.mandating.events import (
    MandateAccepted,
    MandateEnded,
    MandateEnding,
    MandateGiven,
    MandateNewsChanged,
)  # fmt: skip
from app.identity.mandating.giving import GUARDIAN
from app.identity.mandating.reading import Held
from app.identity.reaching import Words
from app.kit.actor import BOTH, PERSON
from app.kit.actor import HELPER as HELPER_ALONE
from app.kit.db import Unit
from app.kit.i18n import N_, translate

PAGE = ("/me/mandates", N_("Mandates"))
CODE = ("/me/mandates/code", N_("Enter the code"))
ASKED = N_("Somebody asks for your help at the town hall")
ASKS = N_("Somebody wants you to act for them here. They have a code for you: ask them for it, then enter it.")
NOTHING = N_("If you know of nothing, do nothing.")
GAVE = N_("You let somebody act for you")
WAITS = N_(
    "We have asked %(helper)s. Tell them the code that stands on your page. When they say yes, they can act for you."
)
WAITS_HERE = N_(
    "We have asked %(helper)s. Tell them the code that you got at the window. When they say yes, they can act for you."
)
ACCEPTED = N_("Your mandate is accepted")
FROM_NOW = N_("From now on %(helper)s acts for %(giver)s. You can end it at any moment.")
ENDED = N_("A mandate has ended")
WHY = {
    GIVER: N_("%(giver)s ended it. %(helper)s no longer acts for them."),
    HELPER: N_("%(helper)s ended it and no longer acts for %(giver)s."),
    DECLINED: N_("%(helper)s does not want to act for %(giver)s."),
    CLERK: N_("The town ended it. %(helper)s no longer acts for %(giver)s."),
    OVER: N_("Its last day is over. %(helper)s no longer acts for %(giver)s."),
    AGE: N_("%(giver)s is 18 now. %(helper)s no longer acts for them."),
}
BEGUN = N_("If %(helper)s began something for %(giver)s and did not send it, %(giver)s finds it on “My page”.")
NEAR = N_("A mandate ends soon")
LAST_DAY = N_("Soon %(helper)s can no longer act for %(giver)s. If it should go on, give a new mandate after that day.")
OF_AGE = N_("%(giver)s will be 18 soon. From then on %(helper)s can act only with a mandate of their own.")
CHANGED = N_("Who gets the news of a mandate has changed")
BY_HER = N_("%(giver)s has chosen anew who gets the news.")
AT_THE_TOWN = N_("%(giver)s told the town who gets the news from now on. A clerk wrote it down.")
HEARS: Mapping[str, str] = {
    BOTH: N_("From now on we write to both of you."),
    PERSON: N_("From now on we write to %(giver)s only. %(helper)s still finds everything on “My page”."),
    HELPER_ALONE: N_("From now on we write to %(helper)s only. What has to be served still reaches %(giver)s."),
}
WRONG = N_("Is that not right? Call us, write to us, or come to the window.")
NEWS = N_("Who gets the news: %(news)s.")
WHAT = N_("What it is for: %(what)s. %(rights)s. %(until)s.")


def given(unit: Unit, event: MandateGiven) -> None:
    """The address may be a wrong one: it is told no name."""
    held = reading.one(unit, event.mandate_id)
    if held is None:
        return
    account = accounts.by_email(unit, reading.email(unit, held))
    if account:
        reaching.account(unit, account, reaching.said(ASKED, ASKS, NOTHING), CODE)
    else:
        locale = _locale(unit, held)
        reaching.address(unit, reading.email(unit, held), locale, reaching.said(ASKED, ASKS, NOTHING), CODE)
    _giver(unit, held, _words(unit, held, GAVE, (WAITS_HERE,)), _words(unit, held, GAVE, (WAITS,)))


def accepted(unit: Unit, event: MandateAccepted) -> None:
    held = reading.one(unit, event.mandate_id)
    if held is not None:
        _giver(unit, held, _words(unit, held, ACCEPTED, (FROM_NOW,)))


def ending(unit: Unit, event: MandateEnding) -> None:
    """In time to give a new one."""
    held = reading.one(unit, event.mandate_id)
    if held is None or held.ended_at is not None or held.account_id is None:
        return
    said = _words(unit, held, NEAR, (OF_AGE if held.kind == GUARDIAN else LAST_DAY,))
    reaching.account(unit, held.account_id, said, PAGE)
    _giver(unit, held, said)


def ended(unit: Unit, event: MandateEnded) -> None:
    held = reading.one(unit, event.mandate_id)
    if held is None:
        return
    if held.account_id:
        reaching.account(unit, held.account_id, _words(unit, held, ENDED, (WHY[event.why],)), PAGE)
    why = (WHY[event.why],)
    _giver(
        unit,
        held,
        _words(unit, held, ENDED, why),
        _words(unit, held, ENDED, (*why, BEGUN) if held.accepted_at else why),
    )


def news_changed(unit: Unit, event: MandateNewsChanged) -> None:
    """The helper who said yes; and its person, where it was not she herself who wrote it down."""
    held = reading.one(unit, event.mandate_id)
    if held is None:
        return
    said = _words(unit, held, CHANGED, (AT_THE_TOWN if event.by_clerk else BY_HER, HEARS[held.notices], WRONG))
    if held.account_id and held.accepted_at:
        reaching.account(unit, held.account_id, said, PAGE)
    if event.by_clerk:
        _giver(unit, held, said)


def _giver(unit: Unit, held: Held, said: Words, in_account: Words | None = None) -> None:
    """By her accounts; by what the record has where she has none."""
    hers = persons.of_person(unit, held.person_id)
    for link in hers:
        reaching.account(unit, link.account_id, in_account or said, PAGE)
    if not hers:
        reaching.record(unit, held.person_id, said)


def _words(unit: Unit, held: Held, subject: str, body: Sequence[str]) -> Words:
    names = {"giver": words.giver(unit, held), "helper": words.helper(unit, held)}

    def say(locale: str) -> list[str]:
        described = {
            "what": words.what(unit, held, locale), "rights": words.rights(held, locale),
            "until": words.until(held, locale), "news": words.notices(held, locale),
        }  # fmt: skip
        return [translate(locale, each, **names, **described) for each in (subject, *body, WHAT, NEWS)]

    return say


def _locale(unit: Unit, held: Held) -> str:
    """An address without an account is written to in the language of whoever gave it."""
    hers = persons.of_person(unit, held.person_id)
    contact = accounts.contact(unit, hers[0].account_id) if hers else None
    return contact.locale if contact else "en"
