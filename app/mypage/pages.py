"""Typed contexts of my page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from markupsafe import Markup

from app.kit.pages import Page
from app.kit.views import FieldError, Link, When
from app.people.needing import Choice


class Card(NamedTuple):
    """`apart` tells its link from that of another case or draft of the same service, for who hears links alone."""

    title: str
    apart: str
    url: str
    state_kind: str
    state_text: str
    text: str
    meta: str


@dataclass(frozen=True)
class MessageLine:
    title: str
    url: str
    meta: str
    new: bool
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Offer:
    text: str
    action_url: str
    button: str


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    dir: str = ""


class CallLine(NamedTuple):
    """A call, a visit or a letter of hers, as the office noted it."""

    icon: str
    way: str
    when: When
    office: str
    about: str
    outcome: str


@dataclass(frozen=True)
class Index(Page):
    template: ClassVar[str] = "mypage/index.html"

    greeting: str
    acting: Sequence[Link]
    level_note: str
    offers: Sequence[Offer]
    offers_passkey: bool
    turns: Sequence[Card]
    drafts: Sequence[Card]
    running: Sequence[Card]
    done: Sequence[Card]
    messages: Sequence[MessageLine]
    calls: Sequence[CallLine]
    details: Sequence[Fact]
    all_url: str
    messages_url: str
    sessions_url: str
    looks_url: str
    desk_url: str
    work: Sequence[str | Markup]
    sign_out_url: str


@dataclass(frozen=True)
class ForSomebody(Page):
    """`services` are begun by pressing their buttons; none where the mandate is only for reading."""

    template: ClassVar[str] = "mypage/for_somebody.html"

    name: str
    mandate: str
    what: str
    rights: str
    until: str
    services: Sequence[Link]
    cases: Sequence[Card]
    earlier: str
    later: str
    end_url: str


@dataclass(frozen=True)
class Cases(Page):
    template: ClassVar[str] = "mypage/cases.html"

    cases: Sequence[Card]
    earlier: str
    later: str


@dataclass(frozen=True)
class Claim(Page):
    """Which case of nobody is mine."""

    template: ClassVar[str] = "mypage/claim.html"

    errors: Sequence[FieldError]
    reference: str


@dataclass(frozen=True)
class Closure(Page):
    """What stays and what goes when the account closes. `works`: she works here and leaves first. `proven`:
    until when she can do it, since she has shown once more that it is her."""

    template: ClassVar[str] = "mypage/closure.html"

    works: bool
    email: str
    running: int
    drafts: int
    mandates: Sequence[str]
    days: int
    proven: When | None


@dataclass(frozen=True)
class ClaimCode(Page):
    """The same for every reference. `asked` is what was typed just before; `code` comes out of the link of the mail."""

    template: ClassVar[str] = "mypage/claim_code.html"

    errors: Sequence[FieldError]
    asked: str
    code: str


@dataclass(frozen=True)
class Calls(Page):
    template: ClassVar[str] = "mypage/calls.html"

    calls: Sequence[CallLine]


@dataclass(frozen=True)
class Messages(Page):
    template: ClassVar[str] = "mypage/messages.html"

    messages: Sequence[MessageLine]
    earlier: str
    later: str


@dataclass(frozen=True)
class Notice(Page):
    """`words_lang` and `words_dir` are "" when the notice is in the language of the page."""

    template: ClassVar[str] = "mypage/notice.html"

    title: str
    when: When
    paragraphs: Sequence[str]
    words_lang: str
    words_dir: str
    action: Link | None


class CareNote(NamedTuple):
    """What an office wrote about care, why, and how long it holds or held."""

    title: str
    words: str
    office: str
    since: When
    until: When


@dataclass(frozen=True)
class Look:
    """`times` is "" for once."""

    who: str
    what: str
    why: str
    when: When
    times: str


@dataclass(frozen=True)
class Looks(Page):
    template: ClassVar[str] = "mypage/looks.html"

    care: Sequence[CareNote]
    looks: Sequence[Look]
    earlier: str
    later: str


class NeedLine(NamedTuple):
    """What was told once. `ended`: until when it held, where it holds no more."""

    need: str
    words: str
    source: str
    since: When
    ended: When | None


@dataclass(frozen=True)
class Needs(Page):
    template: ClassVar[str] = "mypage/needs.html"

    choices: Sequence[Choice]
    chosen: Sequence[str]
    helper: str
    history: Sequence[NeedLine]
    errors: Sequence[FieldError]
