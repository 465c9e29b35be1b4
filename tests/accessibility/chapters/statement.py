"""The statement with every criterion open; closed it stands among the public pages."""

from selenium.webdriver.common.by import By

from tests.accessibility.scene import Scene


def look(scene: Scene) -> None:
    guest = scene.guest()
    guest.open(guest.at("/accessibility"))
    for level in guest.person.driver.find_elements(By.CSS_SELECTOR, "main details > summary"):
        level.click()
    guest.eyes.look(guest.person, "every criterion")
