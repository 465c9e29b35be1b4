"""A place by the phone: asked once, at a press; every answer is said in words, and nothing that was typed is lost."""

from tests.browser import places
from tests.browser.applying import start
from tests.browser.people import Comes
from tests.browser.person import Person

PARTS = "return [...document.querySelectorAll('place-finder input[type=hidden]')].map(one => one.value)"


def at_the_place(person: Person) -> None:
    start(person, "street-report")
    person.choose("kind", "light")
    person.follow("Continue")
    assert person.heading() == "Where is it?"


def hears(person: Person, words: str) -> None:
    person.wait(lambda: words in person.said(), f"it is never said: {words}; but {person.text('place-finder')}")
    assert words in person.text("place-finder")


def test_a_press_asks_the_phone_once_and_the_answer_can_be_taken_away(comes: Comes) -> None:
    kofi = comes(None, "en")
    at_the_place(kofi)
    assert kofi.line.run(PARTS) == ["", "", ""]
    places.stands(kofi, 36.7001234, -4.2003449, 11.2)
    kofi.write("place", "By the bus stop")
    kofi.press("Use where I am")
    hears(kofi, "Position taken, accurate to about 12 metres")
    assert kofi.line.run(PARTS) == ["36.70012", "-4.20034", "12"]
    kofi.press("Remove the position")
    hears(kofi, "The position was removed.")
    assert kofi.line.run(PARTS) == ["", "", ""]
    assert "Use where I am" in kofi.spoken()
    kofi.press("Use where I am")
    kofi.wait(lambda: kofi.line.run(PARTS)[0] == "36.70012", "it is not asked again")
    kofi.follow("Continue")
    kofi.follow("Back")
    assert "accurate to about 12 metres" in kofi.text("place-finder")
    kofi.tab_to(lambda stop: stop.field == "place", "the words")
    kofi.enter()
    kofi.follow("Back")
    assert kofi.line.run(PARTS)[0] == "36.70012", "the key Enter in the words took the position away"


def test_whoever_does_not_say_it_reads_why_and_goes_on_in_words(comes: Comes) -> None:
    nour = comes(None, "es")
    start(nour, "street-report")
    nour.choose("kind", "light")
    nour.follow("Continue")
    nour.write("place", "Junto a la parada")
    places.does_not_say(nour)
    nour.press("Use where I am")
    hears(nour, "Su navegador no nos dice dónde está usted.")
    places.is_nowhere(nour)
    nour.press("Use where I am")
    hears(nour, "Su teléfono no sabe dónde está.")
    assert nour.line.run("return document.getElementsByName('place')[0].value") == "Junto a la parada"
    nour.follow("Continue")
    assert nour.heading() == "¿Qué ve?"
