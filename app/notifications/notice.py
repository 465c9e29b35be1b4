"""What other rooms hand over to have somebody told: a frozen notice, complete in the person's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

EMAIL, SMS, LETTER, PORTAL = "email", "sms", "letter", "portal"


@dataclass(frozen=True)
class Recipient:
    """Who is told, and every way to reach her. `channels` are those she chose, in her order; none means our order.

    `address` are the lines of a letter, her name first; `phone` is in E.164. `large`: her letters are printed large.
    """

    locale: str
    account_id: UUID | None = None
    person_id: UUID | None = None
    email: str = ""
    phone: str = ""
    address: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    large: bool = False


@dataclass(frozen=True)
class Link:
    """Where to go on: a path below the locale, and the words of the link in the person's language."""

    path: str
    label: str


@dataclass(frozen=True)
class Mint:
    """A one-time link that is made when the message leaves: the minter's name and its ids. `label` as in Link."""

    minter: str
    args: Mapping[str, str]
    label: str


@dataclass(frozen=True)
class Minted:
    """What a minter gives: a path below the locale, and the code that does the same by hand; no path where only the
    code is of use."""

    path: str
    code: str = ""


@dataclass(frozen=True)
class Enclosure:
    """One language of a document that goes with a letter; `code` proves it, "" for a translation."""

    locale: str
    html: str
    code: str = ""


@dataclass(frozen=True)
class Notice:
    """`body` are paragraphs. `short` is the text message; without it the subject is. `owner` is whose key seals the
    notice: the case, else the person, else the account, else the town. `enclosed` are documents that a letter
    carries: clean HTML with its language. `aside` is a second link, quiet at the end of a mail and nowhere else; it is
    left out when its minter gives no path."""

    kind: str
    recipient: Recipient
    subject: str
    body: tuple[str, ...]
    link: Link | Mint | None = None
    reference: str = ""
    case_id: UUID | None = None
    short: str = ""
    owner: UUID | None = field(default=None)
    enclosed: tuple[Enclosure, ...] = ()
    aside: Mint | None = None
