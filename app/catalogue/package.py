"""service.yaml, typed: the structure of a service. Form and workflow are typed by the rooms that run them."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from app.catalogue.facts import Id, Locale, Slug, Table
from app.catalogue.typed import Strict
from app.forms import Form
from app.kit.durations import IsoDuration
from app.workflow import ClockSetting, Workflow

Variable = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")]


class Fee(Strict):
    """In minor units (cents). `free_when` is a rule; `per` a number field: the amount is for each that it counts."""

    amount: int = Field(ge=0)
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    free_when: Id | None = None
    per: Id | None = None


class Codes(Strict):
    """What others call this service."""

    sia: str = ""
    dir3: str = ""
    legal_basis: tuple[str, ...] = ()


class Appeals(Strict):
    """The service is for appeals: the final states that say what becomes of the first decision."""

    confirms: Id
    changes: Id
    sends_back: Id
    changes_in_part: Id | None = None


class Advice(Strict):
    """What the rules would do with a case that lies on a desk: the transition that staff would press (`to`), and the
    rule that speaks for it. Only these rules may look at what the register knows."""

    to: Id
    when: Id


class Calendar(Strict):
    """What comes round by street: `columns` of a table, each of which says weekdays (`tue fri`, `wed even`). `by` is
    the answer that says where: a part of an address field, as in place.street."""

    table: Id
    by: Variable
    columns: Annotated[tuple[Id, ...], Field(min_length=1)]


class Duplicates(Strict):
    """Likely duplicates are shown before one goes on: open cases of this service that came in `within` this time and
    have the same answers to `by` (a position: the same street, or so many `metres` apart at most). `show` are the
    answers that everybody may read of them, and nothing else is."""

    by: Annotated[tuple[Variable, ...], Field(min_length=1)]
    show: Annotated[tuple[Id, ...], Field(min_length=1)]
    within: IsoDuration = "P60D"
    metres: int = Field(default=50, ge=5, le=1000)


class Package(Strict):
    """A released default never changes: compiled structures leave defaults out. `remedy`: what is decided here can be
    appealed against; what is no decision in law, as the answer to a complaint, cannot."""

    format: Literal["1"] = "1"
    id: Id
    source: Locale = "en"
    department: Id
    life_events: tuple[Slug, ...] = ()
    audiences: tuple[Id, ...] = ()
    level: int = Field(default=0, ge=0, le=2)
    subject: Id | None = None
    mandate: Literal["allowed", "never"] = "never"
    confidential: bool = False
    appeals: Appeals | None = None
    remedy: Literal["appeal", "none"] = "appeal"
    advice: tuple[Advice, ...] = ()
    fee: Fee | None = None
    clock: ClockSetting = None
    retention: IsoDuration | None = None
    codes: Codes = Codes()
    rules: dict[Id, Any] = {}
    tables: dict[Id, Table] = {}
    calendar: Calendar | None = None
    duplicates: Duplicates | None = None
    letters: dict[Id, tuple[Variable, ...]] = {}
    renamed: dict[Id, Id] = {}
    form: Form
    workflow: Workflow

    @property
    def slug(self) -> str:
        """How the service is written in an address, and the name of its folder."""
        return self.id.replace("_", "-")
