"""Signs a person in by a one-time link: opens it, presses the button there, and sees whether that was enough."""

from dataclasses import replace

from selenium.common.exceptions import StaleElementReferenceException, TimeoutException, WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from .finding import Finding
from .line import kept
from .opening import TROUBLE, Opening, arrived, in_short, open_page, stands

PRESS = "form[method=post i] :is(button:not([type=button], [type=reset]), input[type=submit])"
PLACES = (f"main {PRESS}", f"{PRESS}:not(header *, nav *, footer *)")  # the second where there is no main part
EMPTY = """
const field = [...arguments[0].form.elements].find(el => !el.checkValidity());
return field ? (field.labels?.[0]?.innerText.trim() || field.ariaLabel || field.name || field.type) : null;
"""


def sign_in(driver: WebDriver, link: str, patience: float = 30) -> list[Finding]:
    """What kept the person from being signed in by this one-time link; nothing, if she is."""
    opening = open_page(driver, link, patience)
    if opening.ready:
        try:
            pressed = press_on(driver, opening, patience)
            if not opening.findings:
                signed_in(driver, opening, pressed, patience)
        except TROUBLE as trouble:
            opening.say(in_short(trouble))
    return [replace(found, message=f"the sign-in failed: {found.message}") for found in opening.findings]


def press_on(driver: WebDriver, opening: Opening, patience: float) -> str:
    """Where the page of the link asks for a press (mail scanners open links too), press; what was pressed."""
    button = to_press(driver)
    if button is None:
        return ""
    if empty := driver.execute_script(EMPTY, button):
        opening.say(f'it asks to sign in: nobody fills in "{empty}"')
        return ""
    name = called(button)
    try:
        button.click()
    except WebDriverException as trouble:
        if not between_pages(trouble):
            raise
    try:
        WebDriverWait(driver, patience).until(lambda _: gone(button))
    except TimeoutException:
        opening.say(f'nothing comes within {patience:g} seconds after "{name}" was pressed')
    return name


def gone(button: WebElement) -> bool:
    try:
        button.is_enabled()
    except StaleElementReferenceException:
        return True
    except WebDriverException as trouble:
        if not between_pages(trouble):
            raise
        return True
    return False


def between_pages(trouble: WebDriverException) -> bool:
    """What the driver says of an element in the moment in which the next page takes the place of its own."""
    return "does not belong to the document" in str(trouble)


def signed_in(driver: WebDriver, opening: Opening, pressed: str, patience: float) -> None:
    """Whose page asks to sign in is not signed in, also where it has the address of the link."""
    line = kept(driver)
    if not arrived(line, opening, patience):
        return
    here = stands(line)
    again = to_press(driver) if pressed and here["path"] == opening.page.split("?")[0] else None
    if here["asks"]:
        opening.say(f"{here['path']} asks to sign in")
    elif again is not None and called(again) == pressed:
        opening.say(f'the same page comes again after "{pressed}" was pressed')


def to_press(driver: WebDriver) -> WebElement | None:
    return next((found for place in PLACES for found in driver.find_elements(By.CSS_SELECTOR, place)), None)


def called(button: WebElement) -> str:
    return (button.text or button.get_attribute("value") or "").strip()
