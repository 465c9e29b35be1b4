"""The control for files, with its module and without it, in a real browser."""

from pathlib import Path

from PIL import Image
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.office import NARROW, WATCHED, office, press, tab, wait

__all__ = ["office", "tab"]


def choose(tab: WebDriver, field: str, *names: str, folder: Path) -> None:
    for name in names:
        (folder / name).write_bytes(b"plan")
    tab.find_element(By.ID, field).send_keys("\n".join(str(folder / name) for name in names))


def test_what_was_chosen_is_said_in_the_words_of_the_page(
    office: tuple[str, list[str]], tab: WebDriver, tmp_path: Path
) -> None:
    tab.get(f"{office[0]}/files")
    chooser = tab.find_element(By.TAG_NAME, "file-chooser")
    assert chooser.text == "Choose files\nNo file chosen yet."
    long = f"{'a-very-long-name-' * 9}.pdf"
    choose(tab, "plans", "plan.pdf", long, folder=tmp_path)
    assert chooser.text.splitlines()[1:] == ["Chosen, not sent yet:", "plan.pdf", long]
    assert tab.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    said = tab.find_element(By.ID, "status")
    wait(lambda: f"not sent yet: plan.pdf and {long}" in said.get_attribute("textContent"), "it is never said")


def test_the_control_for_files_keeps_the_focus_and_lies_over_its_button(
    office: tuple[str, list[str]], tab: WebDriver
) -> None:
    tab.get(f"{office[0]}/files")
    control, button = tab.find_element(By.ID, "plans"), tab.find_element(By.CSS_SELECTOR, "file-chooser .button")
    assert control.rect == button.rect
    assert control.rect["height"] >= 44
    assert control.accessible_name == "Plans (optional) Choose files"
    tab.find_element(By.ID, "name").send_keys(Keys.TAB)
    assert tab.switch_to.active_element == control
    assert button.value_of_css_property("outline-style") == "solid"


def test_a_control_for_files_that_was_swapped_in_is_dressed_too(office: tuple[str, list[str]], tab: WebDriver) -> None:
    tab.get(f"{office[0]}/files")
    press(tab, "Another")
    wait(lambda: "Choose a file" in tab.find_element(By.ID, "slot").text, "it is not dressed")


def test_a_control_for_files_that_takes_the_place_of_another_is_named_by_its_button_too(
    office: tuple[str, list[str]], tab: WebDriver
) -> None:
    tab.get(f"{office[0]}/files")
    press(tab, "Another")
    wait(lambda: tab.find_elements(By.CSS_SELECTOR, "#slot file-chooser .button"), "it is not dressed")
    tab.execute_script("document.querySelector('#slot file-chooser').before_it = true")
    tab.execute_script("addEventListener('htmx:after:settle', () => { window.settled = true; })")
    press(tab, "Another")
    wait(lambda: not tab.execute_script("return document.querySelector('#slot file-chooser').before_it"), "it stays")
    otherwise = "what has the same id never gets the attributes that it came with"
    wait(lambda: tab.execute_script("return window.settled === true"), otherwise)
    control = tab.find_element(By.CSS_SELECTOR, "#slot input[type=file]")
    assert control.accessible_name.endswith("Choose a file")


def test_without_scripts_the_browsers_own_control_is_whole(office: tuple[str, list[str]], tab: WebDriver) -> None:
    tab.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", NARROW)
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    tab.get(f"{office[0]}/files")
    tab.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    control = tab.find_element(By.ID, "plans")
    assert tab.find_element(By.TAG_NAME, "file-chooser").text == ""
    assert control.value_of_css_property("opacity") == "1"
    assert control.value_of_css_property("white-space") == "normal"
    assert control.rect["height"] > 44 + 16, "the button, and the words below it"


def test_enter_in_a_field_sends_and_presses_no_button_of_a_row(office: tuple[str, list[str]], tab: WebDriver) -> None:
    url, received = office
    tab.get(f"{url}/files")
    tab.execute_script(WATCHED)
    tab.find_element(By.ID, "name").send_keys("Ann", Keys.ENTER)
    wait(lambda: "Thank you" in tab.page_source, "the form was never answered")
    assert received == ["pressed=first&name=Ann&plans="]
    assert "Sending… true" in tab.execute_script("return sessionStorage.shown")


def test_a_photo_that_is_too_large_is_made_smaller_and_it_is_said(
    office: tuple[str, list[str]], tab: WebDriver, tmp_path: Path
) -> None:
    tab.get(f"{office[0]}/files")
    photo = tab.find_element(By.ID, "photo")
    chosen = "const [f] = document.getElementById('photo').files; return [f.name, f.type, f.size]"
    status = tab.find_element(By.ID, "status")
    clouds = Image.effect_noise((300, 225), 40)
    for name, most, smaller in (("noise.png", 400_000, True), ("small.png", 400_000, False)):
        clouds.resize((1200, 900) if smaller else (60, 45)).save(tmp_path / name)
        photo.send_keys(str(tmp_path / name))
        said = f"not sent yet: {'noise.jpg' if smaller else name}"
        wait(lambda said=said: said in status.get_attribute("textContent"), "it is never said")
        kept, kind, size = tab.execute_script(chosen)
        assert (kept, kind) == (("noise.jpg", "image/jpeg") if smaller else (name, "image/png"))
        assert size <= most < (tmp_path / "noise.png").stat().st_size
        assert tab.find_element(By.XPATH, "//p[contains(., 'made smaller')]").is_displayed() is smaller
