"""An article that somebody may have to leave before another person sees it."""

from tests.browser.people import Comes


def test_one_press_leads_away_and_the_way_back_does_not_lead_there_again(comes: Comes) -> None:
    dan = comes("dan", "en")
    dan.open("/articles")
    dan.open("/articles/gender-violence")
    dan.follow("Leave this page now")
    assert dan.path == "/en/events"
    dan.driver.back()
    assert dan.path == "/en/articles"
