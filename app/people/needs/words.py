"""The needs that can be told, in the words of who has them and of who serves her."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.kit.i18n import N_

LETTERS_ONLY, NEVER_CALL, LARGE_PRINT, HELPER = "paper_only", "do_not_call", "large_print", "helper"
SHARED_PHONE = "shared_phone"
EASY_WORDS, SHORT_MESSAGES = "easy_words", "short_messages"
MORE_TIME, INTERPRETER = "no_time_limit", "interpreter_"


@dataclass(frozen=True)
class Words:
    """`title` and `text` are for the desk, `own` and `hint` for the person herself: message ids."""

    icon: str
    title: str
    text: str
    own: str
    hint: str


# fmt: off
WORDS: Mapping[str, Words] = {
    LARGE_PRINT: Words(
        "eye", N_("Large print."), N_("Letters in at least 18 point."),
        N_("Large print"), N_("Letters come in at least 18 point, and your pages here are larger."),
    ),
    EASY_WORDS: Words(
        "chat", N_("Easy words."), N_("Short words, one idea a line, an example."),
        N_("Easy words"), N_("Short words, one idea a line, an example."),
    ),
    SHORT_MESSAGES: Words(
        "chat", N_("Short messages."), N_("One idea a sentence, few sentences."),
        N_("Short messages"), N_("One idea a sentence, few sentences."),
    ),
    "screen_reader": Words(
        "eye", N_("Uses a screen reader."), N_("Describe pictures. Send text, not a photo of a text."),
        N_("I use a screen reader"), N_("We describe pictures and send text, not a photo of a text."),
    ),
    LETTERS_ONLY: Words(
        "mail", N_("Letters only."), N_("Write a letter, or meet at the window."),
        N_("Letters only"), N_("What we have to tell you comes by post."),
    ),
    NEVER_CALL: Words(
        "phone", N_("Do not call."), N_("Write instead. The number is hidden for that reason."),
        N_("Never call me"), N_("The offices write to you, and do not see your number."),
    ),
    "text_relay": Words(
        "phone", N_("Text relay."), N_("Call through the text relay service."),
        N_("Calls by text relay only"), N_("Who calls you uses the text relay service."),
    ),
    "deaf": Words(
        "chat", N_("Is deaf."), N_("Write. Never ask for a call."),
        N_("I am deaf"), N_("The offices write to you."),
    ),
    "sign_language": Words(
        "hand", N_("Signs."), N_("Book a sign language interpreter for a visit."),
        N_("A sign language interpreter"), N_("We book one for your visit."),
    ),
    "step_free": Words(
        "pin", N_("No steps."), N_("Meet on the ground floor, or at home."),
        N_("Ground floor, no steps"), N_("We meet you where there are no steps."),
    ),
    "seat": Words(
        "pin", N_("A seat."), N_("Waiting needs a place to sit."),
        N_("A seat while I wait"), N_("We keep a place to sit."),
    ),
    MORE_TIME: Words(
        "clock", N_("More time."), N_("Days to answer are longer by themselves. Offer more where you can."),
        N_("More time"), N_("You have longer to answer us. Your case names the day."),
    ),
    "switch": Words(
        "hand", N_("Uses a switch."), N_("Give plenty of time. Nothing may need dragging or a quick press."),
        N_("I use a switch"), N_("Nothing has to be dragged or pressed quickly."),
    ),
    "help_with_forms": Words(
        "person", N_("Help with forms."), N_("Offer to fill them in together."),
        N_("Help with forms"), N_("We offer to fill them in with you."),
    ),
    HELPER: Words(
        "people", N_("A person helps."), N_("Speak with the person first. The helper may be there."),
        N_("A person helps me"), N_("Your helper may be with you when you call or come, and does not see your cases."),
    ),
    SHARED_PHONE: Words(
        "phone", N_("The phone is shared."), N_("Keep subjects neutral. Somebody else may read them."),
        N_("Others use my phone too"), N_("What they could read there says little."),
    ),
    "no_fixed_address": Words(
        "pin", N_("No fixed address."), N_("Leave word at the place that is named."),
        N_("I have no fixed address"), N_("We leave word at the place that you name."),
    ),
}
