"""Typed contexts of the identity templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.kit.pages import Page
from app.kit.views import FieldError, When


@dataclass(frozen=True)
class SignIn(Page):
    template: ClassVar[str] = "identity/sign_in.html"

    errors: Sequence[FieldError] = ()
    email: str = ""
    onward: str = ""


@dataclass(frozen=True)
class Copied(SignIn):
    """The same page after a passkey that is refused for good."""

    status: ClassVar[int] = 422


@dataclass(frozen=True)
class Sent(Page):
    template: ClassVar[str] = "identity/sent.html"

    email: str
    code_url: str
    onward: str = ""
    errors: Sequence[FieldError] = ()


@dataclass(frozen=True)
class LinkPage(Page):
    """`state`: open, used, over, unknown. `renew_url` is "" where there is nothing to renew; an invitation is sent
    again by an administrator."""

    template: ClassVar[str] = "identity/link.html"

    state: str
    continue_url: str
    renew_url: str
    sign_in_url: str
    invited: bool = False


@dataclass(frozen=True)
class DeadLink(LinkPage):
    """The same page for a link that opens nothing any more."""

    status: ClassVar[int] = 410


@dataclass(frozen=True)
class SessionLine:
    id: UUID
    device: str
    since: When
    seen: When
    this: bool
    end_url: str


@dataclass(frozen=True)
class Sessions(Page):
    template: ClassVar[str] = "identity/sessions.html"

    sessions: Sequence[SessionLine]
    sign_out_url: str


@dataclass(frozen=True)
class SecondFactor(Page):
    """For staff who came in by a link alone. `has`: she has a passkey; `makes`: she may make one now. `askable`: the
    administrators."""

    template: ClassVar[str] = "identity/second_factor.html"

    errors: Sequence[FieldError]
    onward: str
    has: bool
    makes: bool
    challenge_url: str
    make_url: str
    askable: Sequence[str]


@dataclass(frozen=True)
class PasskeyLine:
    """`keeper` is what keeps it, "" where that is not known; `synced`: it is on several devices."""

    keeper: str
    synced: bool
    day: When
    created: When
    used: When | None
    removal_url: str


@dataclass(frozen=True)
class Passkeys(Page):
    template: ClassVar[str] = "identity/passkeys.html"

    errors: Sequence[FieldError]
    passkeys: Sequence[PasskeyLine]
    challenge_url: str
    create_url: str


@dataclass(frozen=True)
class PasskeyRemoval(Page):
    """`left` is how many other passkeys open the account."""

    template: ClassVar[str] = "identity/passkey_removal.html"

    passkey: PasskeyLine
    left: int
    email: str


@dataclass(frozen=True)
class RecoveryCodes(Page):
    """`made` is None where there are none; `codes` while they can still be read. `proven`: until
    when she can make new ones, since she has shown once more that it is her."""

    template: ClassVar[str] = "identity/recovery_codes.html"

    made: When | None
    left: int
    codes: Sequence[str]
    proven: When | None


@dataclass(frozen=True)
class Recover(Page):
    template: ClassVar[str] = "identity/recover.html"

    errors: Sequence[FieldError]
    email: str
