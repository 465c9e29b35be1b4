"""What the status region says after something was done: a key travels in the address, the sentence stands here."""

from app.kit.i18n import N_, translate

SAID = {
    "answered": N_("Your answers are sent."),
    "assigned": N_("The case is passed on."),
    "decided": N_("The decision is recorded."),
    "ended": N_("That session has ended."),
    "kept": N_("Your answers are saved. Nothing is sent yet."),
    "link": N_("A new link is on its way to the same address."),
    "message": N_("Your message is sent."),
    "noted": N_("The note is saved."),
    "asked": N_("The person is asked."),
    "withdrawn": N_("The request is taken back."),
}


def sentences(key: str, locale: str) -> tuple[str, ...]:
    """The sentence of a key; nothing for one that is not ours."""
    return (translate(locale, SAID[key]),) if key in SAID else ()
