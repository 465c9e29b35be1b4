"""The core tasks, done by keyboard and by ear: what to press follows from what was said, never from what is seen."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from a11y_tests.readers.listener import Listener
from a11y_tests.readers.transcript import Moment
from tests.applying import certificate
from tests.sites import Site
from tests.towns import Client

WORDS: Mapping[str, Mapping[str, str]] = yaml.safe_load((Path(__file__).with_name("words.yaml")).read_text("utf8"))

LINK = re.compile(r"/[\w-]+/sign-in/links/\w+")


class Missed(AssertionError):
    """Words that a person has to hear were not said."""


@dataclass
class Visit:
    """Somebody with Orca, in one language, at the town that runs."""

    ear: Listener
    site: Site
    locale: str

    def word(self, key: str) -> str:
        return WORDS[self.locale][key]

    def open(self, path: str) -> Moment:
        return self.ear.open(f"{self.site.url}/{self.locale}{path}")

    def hears(self, *keys: str) -> None:
        """Each of these words, after what was done last."""
        for key in keys:
            if not self.ear.hears(self.word(key)):
                raise Missed(f"“{self.word(key)}” was not said after {self.ear.transcript.moments[-1]}")

    def button(self, key: str) -> Moment:
        """On to the next button of this name, and press it."""
        self.ear.until("b", self.word(key), 8)
        return self.ear.enter()

    def radio(self, key: str) -> None:
        """From one radio button to the next, and choose it."""
        self.ear.until("r", self.word(key), 8)
        self.ear.press("Space")

    def box(self, key: str) -> None:
        self.ear.until("x", self.word(key), 8)
        self.ear.press("Space")

    def a_case(self) -> str:
        """A request that was sent before the task begins; its reference."""
        with Client(self.site.town) as client:
            client.headers["User-Agent"] = "Chrome, Linux"  # hers: another one would be news on her page
            return certificate(client.sign_in(self.word("me")), self.locale, applicant={})

    def link_from_mailbox(self) -> str:
        """As soon as it is delivered."""
        to, end = f"{self.word('me')}@puertoclaro.example", time.monotonic() + 60
        while time.monotonic() < end:
            for mail in self.site.mailbox():
                if mail["to"] == to and (found := LINK.search(mail["text"])):
                    return self.site.url + found[0]
            time.sleep(0.2)
        raise Missed("no link was sent")

    def sign_in_unheard(self, key: str) -> None:
        """By a link that was opened before the task begins; it is no part of the transcript."""
        driver = self.ear.driver
        driver.get(self.site.sign_in(key))
        driver.find_element("css selector", "main form button").click()
        self.ear.orca.listen()


def find(visit: Visit) -> None:
    """From the front page to what a birth certificate costs."""
    visit.open("/")
    visit.hears("home")
    visit.ear.until("h", visit.word("certificate"), 8)
    visit.ear.enter()
    visit.hears("certificate")
    visit.ear.until("h", visit.word("costs"), 8)
    visit.ear.press("Down")
    visit.hears("free")


def apply(visit: Visit) -> None:
    """A birth certificate for oneself, with one question left out at first."""
    visit.sign_in_unheard(visit.word("me"))
    visit.open("/services/birth-certificate")
    visit.button("start")
    if visit.ear.transcript.moments[-1].said(visit.word("begun")):
        visit.button("another")
    visit.hears("question")
    visit.button("continue")
    visit.hears("error_title", "wrong")
    visit.ear.press("Tab")
    visit.hears("error")
    visit.ear.press("Enter")
    visit.hears("question", "for_me", "error")
    visit.ear.press("Space")
    visit.button("continue")
    visit.button("continue")
    visit.radio("yes")
    visit.button("continue")
    visit.button("continue")
    visit.radio("purpose")
    visit.button("continue")
    visit.box("spanish")
    visit.button("continue")
    visit.radio("delivery")
    visit.button("continue")
    visit.button("continue")
    visit.box("truth")
    visit.button("continue")
    visit.hears("review")
    visit.button("send")
    visit.hears("receipt")
    visit.ear.press("h")
    visit.hears("thanks")


def follow(visit: Visit) -> None:
    """What became of a request: who has it now, and until when."""
    visit.a_case()
    visit.sign_in_unheard(visit.word("me"))
    visit.open("/me")
    visit.hears("my_page")
    visit.ear.until("h", visit.word("certificate"), 8)
    visit.ear.enter()
    visit.hears("certificate")
    visit.ear.until("h", visit.word("what_now"), 8)
    visit.ear.until("h", visit.word("our_side"), 2)
    visit.ear.press("Down")
    visit.hears("meaning")
    visit.ear.until("Down", visit.word("due"), 3)  # a line of the page at a time


def sign_in(visit: Visit) -> None:
    """With an e-mail address, by the link that is sent there."""
    visit.open("/sign-in")
    visit.hears("sign_in")
    visit.ear.until("Tab", visit.word("address"), 12)
    visit.ear.write(f"{visit.word('me')}@puertoclaro.example")
    visit.ear.enter()
    visit.hears("link_sent")
    visit.ear.open(visit.link_from_mailbox())
    visit.hears("sign_in")
    visit.button("sign_in")
    visit.hears("my_page")


def decide(visit: Visit) -> None:
    """A clerk finds a case in the queue, reads who asks, and grants it with a reason."""
    reference = visit.a_case()
    visit.sign_in_unheard("clara")
    visit.open("/desk/cases")
    visit.hears("queue")
    visit.ear.until("h", reference, 20)
    visit.ear.enter()
    visit.hears("who")
    visit.ear.until("k", visit.word("issue"), 12)
    visit.ear.enter()
    visit.hears("issue")
    visit.box("found")
    visit.button("issue")
    visit.hears("recorded")


Journey = Callable[[Visit], None]
# The most keys that a task may take, in any language: what it took when it was measured, and a tenth more.
MOST: Mapping[Journey, int] = {find: 11, apply: 43, follow: 11, sign_in: 43, decide: 16}
