"""A telephone that knows where it is, and its owner, who lets the town ask it or does not."""

from tests.browser.person import Person


def stands(person: Person, latitude: float, longitude: float, accuracy: float) -> None:
    """She allows it, and this is what the telephone says."""
    _set(person, "granted")
    here = {"latitude": latitude, "longitude": longitude, "accuracy": accuracy}
    person.driver.execute_cdp_cmd("Emulation.setGeolocationOverride", here)


def is_nowhere(person: Person) -> None:
    """She allows it, and the telephone does not know."""
    _set(person, "granted")
    person.driver.execute_cdp_cmd("Emulation.setGeolocationOverride", {})


def does_not_say(person: Person) -> None:
    _set(person, "denied")


def _set(person: Person, setting: str) -> None:
    ask = person.driver.execute_cdp_cmd
    context = ask("Target.getTargetInfo", {})["targetInfo"]["browserContextId"]
    asked = {"permission": {"name": "geolocation"}, "setting": setting, "origin": person.site.url}
    ask("Browser.setPermission", {**asked, "browserContextId": context})
