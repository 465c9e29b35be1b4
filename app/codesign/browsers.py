"""What a browser says of itself, in plain words: a beginning that the person can change."""

import re

from app.kit.i18n import N_, translate

LONGEST = 600
BROWSERS = (
    ("Edge", re.compile(r"Edg(?:A|iOS)?/(\d+)")),
    ("Opera", re.compile(r"(?:OPR|OPT)/(\d+)")),
    ("Samsung Internet", re.compile(r"SamsungBrowser/(\d+)")),
    ("Firefox", re.compile(r"(?:Firefox|FxiOS)/(\d+)")),
    ("Chrome", re.compile(r"(?:Chrome|CriOS)/(\d+)")),
    ("Safari", re.compile(r"Version/(\d+)[\d.]* (?:Mobile/\w+ )?Safari/")),
)
"""In this order: most of them also call themselves by the names of those behind them."""
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("ChromeOS", "CrOS"),
    ("Windows", "Windows"),
    ("macOS", "Macintosh"),
    ("Linux", "Linux"),
)


def in_words(agent: str, locale: str) -> str:
    """Such as “Firefox 145 on Windows”; "" for what we do not know."""
    agent = agent[:LONGEST]
    browser = next((f"{name} {found[1]}" for name, sign in BROWSERS if (found := sign.search(agent))), "")
    system = next((name for name, sign in SYSTEMS if sign in agent), "")
    if browser and system:
        return translate(locale, N_("%(browser)s on %(system)s"), browser=browser, system=system)
    return browser or system
