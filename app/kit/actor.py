"""Who does something, and for whom."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class Role:
    """A staff function (clerk, supervisor, designer, administrator) in one department."""

    department: str
    function: str


BOTH, PERSON, HELPER = "both", "person", "helper"


@dataclass(frozen=True)
class Grant:
    """A mandate as it can be used now: for whom, in which services (none: all that are not confidential), only to read
    or to act too. A guardian never sees what is confidential. `notices`: who hears of what is applied for
    by it: both, the person, the helper."""

    mandate_id: UUID
    person_id: UUID
    services: frozenset[str]
    acts: bool
    guardian: bool
    notices: str = BOTH

    def covers(self, service: str, *, confidential: bool) -> bool:
        if confidential and (self.guardian or service not in self.services):
            return False
        return not self.services or service in self.services


@dataclass(frozen=True)
class Actor:
    """Who does it. `level`: 0 guest, 1 e-mail address proven, 2 linked to a person of the record.

    `via` is the channel it came by: web, counter, phone, post, or system for the town's own jobs.
    `guest_id` is the session that the same browser had before it signed in: what it did then is its own.
    `acting_for` is the person a mandate is used for, `grants` are the mandates that she may use. `reason` says why the
    system acts.
    `held_back` are roles of somebody who came in by an address alone: they wait for a passkey, and open nothing.
    """

    account_id: UUID | None = None
    person_id: UUID | None = None
    session_id: UUID | None = None
    guest_id: UUID | None = None
    level: int = 0
    roles: frozenset[Role] = field(default_factory=frozenset)
    held_back: frozenset[Role] = field(default_factory=frozenset)
    via: str = "web"
    acting_for: UUID | None = None
    locale: str = "en"
    name: str = ""
    reason: str = ""
    grants: tuple[Grant, ...] = ()

    @property
    def is_staff(self) -> bool:
        return bool(self.roles)

    @property
    def works_here(self) -> bool:
        """Whether she is staff, also where her roles still wait for a passkey."""
        return bool(self.roles or self.held_back)

    @property
    def departments(self) -> frozenset[str]:
        """Where this actor may see cases."""
        return frozenset(role.department for role in self.roles if role.function in ("clerk", "supervisor"))

    @property
    def answers(self) -> bool:
        """Whether she answers for the work of others, so that she sees what it comes to."""
        return any(role.function in ("supervisor", "administrator") for role in self.roles)

    @property
    def leads(self) -> tuple[str, ...]:
        """The departments whose supervisor she is, in order."""
        return tuple(sorted({role.department for role in self.roles if role.function == "supervisor"}))

    @property
    def office(self) -> str:
        """The department for which she speaks where no case says it: one that she leads, where she leads any; "" for
        whoever works in none."""
        return next(iter((*self.leads, *sorted(self.departments))), "")

    @property
    def administers(self) -> bool:
        """Whether she runs the town: staff, and what they are."""
        return any(role.function == "administrator" for role in self.roles)

    def functions(self, department: str) -> frozenset[str]:
        return frozenset(role.function for role in self.roles if role.department == department)

    @staticmethod
    def system(reason: str) -> "Actor":
        return Actor(via="system", reason=reason)
