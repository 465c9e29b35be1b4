"""The modules of static/js in a real browser, under the policy that real pages have."""

from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.office import WATCHED, focus, office, press, tab, wait

__all__ = ["office", "tab"]


def test_a_second_press_sends_nothing_twice(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, received = office
    tab.get(f"{url}/form")
    tab.execute_script("const b = document.querySelector('form .button'); b.click(); setTimeout(() => b.click(), 150)")
    wait(lambda: "Thank you" in tab.page_source, "the form was never answered")
    assert received == ["pressed=yes"]


def test_the_button_says_that_it_is_sending_and_comes_back(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/form")
    tab.execute_script(WATCHED)
    press(tab, "Send it")
    wait(lambda: "Thank you" in tab.page_source, "the form was never answered")
    tab.back()
    wait(lambda: "Send it" in tab.page_source, "the button stays lost after going back")
    assert "Sending… true" in tab.execute_script("return sessionStorage.shown")
    assert tab.execute_script("return document.querySelector('form .button').ariaDisabled") is None


def test_the_count_follows_what_is_typed_and_cuts_nothing(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/form")
    field, line = tab.find_element(By.ID, "what"), tab.find_element(By.ID, "what-count")
    assert line.text == "Letters left: 10"
    field.send_keys("twelve chars")
    assert line.text == "Too many letters: 2"
    assert field.get_attribute("value") == "twelve chars"
    said = tab.find_element(By.ID, "status")
    wait(lambda: "Too many letters: 2" in said.get_attribute("textContent"), "the count is never said")


def test_a_button_that_prints_is_shown_only_with_scripts(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/form")
    assert tab.find_element(By.CSS_SELECTOR, "[data-print]").is_displayed()
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    tab.get(f"{url}/form")
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert not tab.find_element(By.CSS_SELECTOR, "[data-print]").is_displayed()


def test_after_mistakes_the_error_summary_has_the_focus(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/wrong#what")
    wait(lambda: tab.execute_script("return document.activeElement.id") == "error-summary", "it has not")


def test_a_fragment_is_swapped_and_its_heading_takes_the_focus(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Good")
    wait(lambda: focus(tab) == "Swapped", "the heading has not the focus")


def test_a_page_that_comes_instead_of_a_fragment_takes_the_focus(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Too late")
    wait(lambda: focus(tab) == "It is closed", "the heading has not the focus")


def test_a_part_that_fails_is_said_and_takes_nothing_away(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    tab.find_element(By.NAME, "words").send_keys("half a page")
    press(tab, "By itself")
    for pressed, told in (("Too soon", "臺: not sent"), ("Cut off", "The town did not answer.")):
        for _ in range(2):
            press(tab, pressed)
            wait(lambda told=told: told in tab.find_element(By.ID, "status").get_attribute("textContent"), "not said")
        notes = [note.text for note in tab.find_elements(By.CSS_SELECTOR, "main .callout") if told in note.text]
        assert len(notes) == 1
        assert focus(tab) == pressed
    assert len(tab.find_elements(By.CSS_SELECTOR, "main .callout")) == 2, "what asks by itself says nothing"
    assert tab.find_element(By.NAME, "words").get_attribute("value") == "half a page"


def test_what_was_pressed_may_name_where_the_focus_goes(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Named")
    wait(lambda: focus(tab) == "Elsewhere", "the named place has not the focus")


def test_messages_are_said_one_after_the_other_and_none_is_lost(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    region = tab.find_element(By.ID, "status")
    press(tab, "Good")
    wait(lambda: region.get_attribute("textContent") == "First message", "the first message is not said alone")
    wait(lambda: region.get_attribute("textContent") == "First messageSecond message", "the second message is lost")


def test_a_script_inside_a_fragment_stays_dead(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Scripted")
    wait(lambda: "Swapped" in tab.find_element(By.ID, "slot").text, "the fragment is not swapped in")
    assert tab.execute_script("return window.alive") is None


def test_no_attribute_is_evaluated(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Evil")
    press(tab, "Named")  # the page lives on
    wait(lambda: focus(tab) == "Elsewhere", "the page is broken afterwards")
    assert tab.execute_script("return window.evaluated") is None


def test_the_error_summary_of_a_fragment_takes_the_focus(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, _ = office
    tab.get(f"{url}/slot")
    press(tab, "Mistaken")
    wait(lambda: tab.execute_script("return document.activeElement.id") == "error-summary", "it has not")
