"""The question of what one needs, as a form: read from what was sent, and offered as choices."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.kit.i18n import N_, language_name, translate
from app.kit.inputs import Form, Invalid, Problem, text
from app.people.needs.telling import Told
from app.people.needs.words import HELPER, INTERPRETER, WORDS

LONGEST = 300
NO_HELPER = N_("Write who helps, for example a name and a phone.")


class Choice(NamedTuple):
    value: str
    label: str
    hint: str = ""


def choices(known: Sequence[Told], locale: str) -> list[Choice]:
    """Everything that can be told, and an interpreter where one is known already."""
    spoken = [told.need for told in known if told.need.startswith(INTERPRETER)]
    return [
        *(Choice(need, _interpreter(need, locale)) for need in dict.fromkeys(spoken)),
        *(Choice(need, translate(locale, said.own), translate(locale, said.hint)) for need, said in WORDS.items()),
    ]


def label(need: str, locale: str) -> str:
    """A need as its person names it."""
    if need.startswith(INTERPRETER):
        return _interpreter(need, locale)
    return translate(locale, WORDS[need].own) if need in WORDS else need


def helper(known: Sequence[Told]) -> str:
    return next((told.words for told in known if told.need == HELPER), "")


def read(form: Form, known: Sequence[Told]) -> Mapping[str, str]:
    """What was ticked, each with its words; what nobody offered is left out."""
    offered = {*WORDS, *(told.need for told in known)}
    ticked = [need for need in dict.fromkeys(form.texts.get("needs", ())) if need in offered]
    who = text(form, "helper", most=LONGEST)
    if HELPER in ticked and not who:
        raise Invalid({"helper": Problem(NO_HELPER)})
    return {need: who if need == HELPER else "" for need in ticked}


def _interpreter(need: str, locale: str) -> str:
    language = language_name(need.removeprefix(INTERPRETER), locale)
    return translate(locale, N_("An interpreter: %(language)s"), language=language)
