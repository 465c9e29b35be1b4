"""What a person needs to be served well, in words, for those who serve her."""

from collections.abc import Sequence

from app import people
from app.cases import OnDesk
from app.desk.pages import Need
from app.kit.i18n import N_, language_name, translate

INTERPRETER = "interpreter_"

NEEDS: dict[str, tuple[str, str, str]] = {
    "short_messages": ("chat", N_("Short messages."), N_("One idea a sentence, few sentences.")),
    "large_print": ("eye", N_("Large print."), N_("Letters in at least 18 point.")),
    "screen_reader": ("eye", N_("Uses a screen reader."), N_("Describe pictures. Send text, not a photo of a text.")),
    "deaf": ("chat", N_("Is deaf."), N_("Write. Never ask for a call.")),
    "sign_language": ("hand", N_("Signs."), N_("Book a sign language interpreter for a visit.")),
    "do_not_call": ("phone", N_("Do not call."), N_("Write instead. The number is hidden for that reason.")),
    "easy_words": ("chat", N_("Easy words."), N_("Short words, one idea a line, an example.")),
    "help_with_forms": ("person", N_("Help with forms."), N_("Offer to fill them in together.")),
    "switch": ("hand", N_("Uses a switch."), N_("Give plenty of time. Nothing may need dragging or a quick press.")),
    "no_time_limit": ("clock", N_("More time."), N_("Offer more time before a day runs out.")),
    "step_free": ("pin", N_("No steps."), N_("Meet on the ground floor, or at home.")),
    "seat": ("pin", N_("A seat."), N_("Waiting needs a place to sit.")),
    "paper_only": ("mail", N_("Paper only."), N_("Write a letter, or meet at the window.")),
    "no_fixed_address": ("pin", N_("No fixed address."), N_("Leave word at the place that is named.")),
    "shared_phone": ("phone", N_("The phone is shared."), N_("Keep subjects neutral. Somebody else may read them.")),
}  # fmt: skip


def needs(shown: OnDesk, locale: str) -> tuple[Need, ...]:
    """Language first, then what the record says. Without a known person only the language is known."""
    spoken = shown.record.language if shown.record and shown.record.language else shown.case.locale
    return _needs(spoken, shown.record.needs if shown.record else (), locale)


def of_record(record: people.Record, locale: str) -> tuple[Need, ...]:
    """The same of a person without a case at hand."""
    return _needs(record.language or locale, record.needs, locale)


def _needs(spoken: str, known: Sequence[str], locale: str) -> tuple[Need, ...]:
    found = []
    interpreted = any(need.startswith(INTERPRETER) for need in known)
    if spoken != locale or interpreted:
        found.append(_language(spoken, locale, interpreted))
    for need in known:
        if need in NEEDS:
            icon, title, text = NEEDS[need]
            found.append(Need(icon, translate(locale, title), translate(locale, text)))
    return tuple(found)


def _language(spoken: str, locale: str, interpreted: bool) -> Need:
    title = translate(locale, N_("Reads %(language)s best."), language=language_name(spoken, locale))
    words = N_("Write in that language if you can. Book an interpreter for a visit.")
    plain = N_("Write in that language if you can, or in short sentences that are easy to translate.")
    return Need("people", title, translate(locale, words if interpreted else plain))
