"""Which pages there are: from the sitemap, from a list, or the one that was named."""

import re
import urllib.request
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def sitemap(base: str) -> str:
    return urljoin(base, "/sitemap.xml")


def from_sitemap(base: str, locales: tuple[str, ...]) -> list[str]:
    """Every page of the sitemap that begins with one of these languages; every page when none is named."""
    with urllib.request.urlopen(sitemap(base), timeout=30) as answer:
        places = [loc.text or "" for loc in ElementTree.fromstring(answer.read()).iter(LOC)]
    # A sitemap names the public address; the pages are asked for at the address that was given.
    paths = [urlsplit(place.strip()).path for place in places]
    return [urljoin(base, path) for path in paths if not locales or path.strip("/").split("/")[0] in locales]


def from_list(base: str, file: Path, locales: tuple[str, ...]) -> list[str]:
    """One path a line; `{locale}` stands for each language; what follows # is a remark."""
    lines = [re.sub(r"(^|\s)#.*", "", line).strip() for line in file.read_text(encoding="utf8").splitlines()]
    paths: list[str] = []
    for line in filter(None, lines):
        paths += [line.replace("{locale}", locale) for locale in locales] if "{locale}" in line else [line]
    return [urljoin(base, path) for path in paths]
