"""A block of data in a page: there for programs, and no script in the eyes of the policy."""

import json

from tests.browser.people import Comes

WATCH = """
window.refused = [];
document.addEventListener('securitypolicyviolation', each => window.refused.push(each.effectiveDirective));
"""
BLOCK = "return document.querySelector('script[type=\"application/ld+json\"]').textContent"
RUN = """
const made = document.createElement('script');
made.append('window.ran = true');
document.body.append(made);
"""


def test_the_policy_refuses_scripts_in_a_page_and_says_nothing_of_data(comes: Comes) -> None:
    guest = comes(None, "ar")
    guest.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    guest.open("/services/birth-certificate")
    data = json.loads(str(guest.line.run(BLOCK)))
    assert data["@graph"][0]["name"] == guest.heading()
    assert guest.line.run("return window.refused") == []

    guest.driver.execute_script(RUN)
    guest.wait(lambda: guest.line.run("return window.refused.length"), "the policy let a script of the page run")
    assert guest.line.run("return window.ran") is None
