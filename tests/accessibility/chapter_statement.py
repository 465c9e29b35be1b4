"""The statement, closed and with every criterion open."""

from selenium.webdriver.common.by import By

from a11y_tests.modes import PLAIN
from tests.accessibility.eyes import Eyes
from tests.browser.people import Comes
from tests.browser.person import Site


def statement(comes: Comes, site: Site, eyes: Eyes) -> None:
    guest = comes(None, eyes.locale, PLAIN)
    guest.open("/accessibility")
    eyes.look(guest)
    for level in guest.driver.find_elements(By.CSS_SELECTOR, "main details > summary"):
        level.click()
    eyes.look(guest, "every criterion")
