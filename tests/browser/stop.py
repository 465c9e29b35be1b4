"""Where the focus is, as the keyboard comes to it."""

from dataclasses import dataclass

HERE = """
const el = document.activeElement;
if (!el || el === document.body || el === document.documentElement) return null;
return { tag: el.tagName.toLowerCase(), type: el.type || "", field: el.name || "", value: el.value || "",
  checked: el.checked === true, id: el.id, href: el.getAttribute("href") || "",
  main: el.closest(".sill") !== null, shows: (el.innerText || "").trim().slice(0, 60) };
"""


class NotReached(AssertionError):
    """Tab does not come to what the person looks for; the message says what it came to."""


@dataclass(frozen=True)
class Stop:
    """Where the focus is."""

    tag: str
    type: str
    field: str
    value: str
    checked: bool
    id: str
    href: str
    main: bool  # the page's one action, on its sill
    shows: str

    def __str__(self) -> str:
        return f"{self.tag} {self.field or self.href} “{self.shows}”"
