"""The bar at the foot of a phone: four places, four words, one line."""

import pytest

from app.kit.i18n import LOCALES
from tests.browser.people import Comes

LINES = """
return [...document.querySelectorAll(".main-nav a")].map(link => {
  const words = document.createRange();
  words.selectNodeContents([...link.childNodes].find(node => node.nodeType === 3 && node.data.trim()));
  return new Set([...words.getClientRects()].map(box => Math.round(box.top))).size;
});
"""


@pytest.mark.parametrize("locale", LOCALES)
def test_each_place_stands_on_one_line_of_a_small_phone(comes: Comes, locale: str) -> None:
    guest = comes(None, locale)
    guest.open("/services")
    assert guest.line.run(LINES) == [1, 1, 1, 1]
