"""Opens a page, whatever stands behind its address: what cannot be looked at is a finding, never an end."""

import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.remote.webdriver import WebDriver
from urllib3.exceptions import HTTPError
from websocket import WebSocketException, WebSocketTimeoutException

from .checks.told import every
from .chosen import WATCH
from .finding import Finding, Severity
from .line import Left, Line, Refused, hang_up, kept
from .view import script

LARGEST = 5_000_000  # bytes of HTML; more takes the checks minutes, and a phone too
HOPS = 10  # pages that lead on to the next by themselves
FOR_EVER = "it leads on to another page for ever"
HTML = ("text/html", "application/xhtml+xml")
HANGS = (TimeoutException, WebSocketTimeoutException, HTTPError)  # the page answers nobody any more
TROUBLE = (WebDriverException, WebSocketException, HTTPError, Refused, OSError)

STATE = """
const refresh = document.querySelector("meta[http-equiv=refresh i]");
return {state: document.readyState, since: performance.timeOrigin,
  leaves: Boolean(refresh && /^\\s*0\\s*[;,]/.test(refresh.content))}
"""


@dataclass
class Opening:
    page: str
    ready: bool = False  # there is a page to look at
    findings: list[Finding] = field(default_factory=list)

    def say(self, message: str, severity: Severity = "critical") -> None:
        self.findings.append(Finding("open", "", self.page, "", "html", message, severity))


def open_page(driver: WebDriver, address: str, patience: float = 30) -> Opening:
    opening = Opening(page_of(address))
    try:
        line = kept(driver)
        line.watch_for_dialogs()
        line.before_pages(WATCH)
        line.socket.settimeout(patience)
        line.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "deny"})
        answer = line.execute_cdp_cmd("Page.navigate", {"url": address})
        if error := answer.get("errorText"):
            status = stands(line)["status"]  # an answer without a body is an error for the browser, and a status too
            failed = status >= 400 and "RESPONSE_CODE" in error
            opening.say(answers(status) if failed else in_words(error, answer.get("isDownload", False)))
        else:
            opening.ready = arrived(line, opening, patience)
    except Refused as refused:
        opening.say(f"the browser cannot open it ({in_short(refused)})")
        let_go(driver)
    except TROUBLE as trouble:
        opening.say(f"it does not answer within {patience:g} seconds ({type(trouble).__name__})")
        let_go(driver)
    return opening


def page_of(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def in_words(error: str, download: bool) -> str:
    if error == "net::ERR_ABORTED":
        return "it is a file to be downloaded, not a page" if download else f"the browser gets no page ({error})"
    for name, words in (
        ("REDIRECTS", "it redirects for ever"),
        ("CERT", "its certificate is not trusted"),
        ("NAME_NOT_RESOLVED", "there is no such site"),
        ("REFUSED", "the site is down"),
        ("TIMED_OUT", "it does not answer in time"),
        ("INVALID_AUTH", "it asks for a password of the browser"),
    ):
        if name in error:
            return f"{words} ({error})"
    return f"the browser cannot open it ({error})"


def answers(status: int) -> str:
    return f"the server answers {status}" + (": it asks for a password of the browser" if status == 401 else "")


def stands(line: Line) -> dict[str, Any]:
    """What stands at the address that was opened."""
    facts: dict[str, Any] = line.run(script("opened"), every("sign-in"))
    return facts


def arrived(line: Line, opening: Opening, patience: float) -> bool:
    """There is a page to look at, once it has come and stays."""
    for _ in range(HOPS):
        if not wait(line, opening, patience):
            return False
        try:
            return judge(line, opening)
        except Left:
            continue  # it led on in this moment
    opening.say(FOR_EVER)
    return False


def wait(line: Line, opening: Opening, patience: float) -> bool:
    """Until the page has loaded and stays."""
    end = time.monotonic() + patience
    came: set[float] = set()
    while True:
        try:
            here = line.run(STATE)
        except Left:
            here = {"state": "loading", "since": max(came, default=0), "leaves": True}
        came.add(here["since"])
        if here["state"] == "complete" and not here["leaves"]:
            return True
        late = time.monotonic() > end
        if len(came) > (1 if late else HOPS):
            opening.say(FOR_EVER)
            line.execute_cdp_cmd("Page.stopLoading", {})
            return False
        if late:
            line.execute_cdp_cmd("Page.stopLoading", {})
            opening.say(f"it is still loading after {patience:g} seconds", "serious")
            return bool(here["state"] != "loading")
        time.sleep(0.02)


def judge(line: Line, opening: Opening) -> bool:
    facts = stands(line)
    if facts["status"] >= 400:
        opening.say(answers(facts["status"]))
    elif facts["kind"] not in HTML:
        opening.say(f"it is {facts['kind']}, not HTML; this gate cannot look inside", "moderate")
    elif facts["size"] > LARGEST:
        opening.say(
            f"its HTML has {facts['size'] / 1e6:.1f} MB; more than {LARGEST / 1e6:g} MB is not looked at", "serious"
        )
    elif (facts["asks"] or facts["named"]) and facts["path"] != opening.page.split("?")[0]:
        opening.say(f"it leads to {facts['path']}, which asks to sign in")
    else:
        if facts["empty"]:
            opening.say("there is nothing on the page")
        return True
    return False


def dialogs(driver: WebDriver, opening: Opening) -> list[Finding]:
    """Those that were opened since, each said of the page that opened it, which may be one before this."""
    try:
        line = kept(driver)
        line.run("")  # reads what has come in
    except TROUBLE:
        return []
    found: list[Finding] = []
    for kind, words, address in dict.fromkeys(line.dialogs):
        one = Opening(page_of(address) if address.startswith("http") else opening.page)
        one.say(f'it opens a dialog of the browser ({kind}): "{words[:120]}"', "moderate")
        found += one.findings
    line.dialogs.clear()
    return found


def not_opened(address: str, message: str) -> Finding:
    """The row of a page that nobody came to."""
    return Finding("open", "", page_of(address), "", "html", message, "critical")


def in_short(trouble: Exception) -> str:
    return (str(trouble).strip() or type(trouble).__name__).splitlines()[0]


def let_go(driver: WebDriver) -> None:
    """Ends what still runs or loads in the tab, so that the next page can be opened."""
    try:
        tab = driver.current_window_handle
        hang_up(driver, tab)
        line = Line(driver, tab)
        for method in ("Runtime.terminateExecution", "Page.stopLoading"):
            line.send(method, {})
        line.send("Page.navigate", {"url": "about:blank"})
        line.close()
    except TROUBLE:
        return
