"""Terms and the clock of a service: how long something may take, in words of the law."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

PROFILE_TERMS = ("correction", "hearing", "prove")
"""The terms that every legal profile gives, and that a workflow may wait for by name."""


class Part(BaseModel):
    """A piece of a package: read from YAML, where every scalar is a string, and never changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Term(Part):
    """So many days, working days or months."""

    days: int | None = Field(default=None, ge=1, le=3660)
    months: int | None = Field(default=None, ge=1, le=120)
    working: bool = False

    @model_validator(mode="after")
    def one_unit(self) -> Self:
        if (self.days is None) == (self.months is None):
            raise ValueError("Give a term in days or in months, one of the two.")
        if self.working and self.days is None:
            raise ValueError("Only days can be working days: remove `working`.")
        return self


class Silence(Part):
    """The state a case moves to when its due date passes and nobody has decided."""

    to: str


class ServiceClock(Term):
    """The clock of a service (`clock:` in service.yaml) where it has one of its own."""

    silence: Silence | None = None


ClockSetting = ServiceClock | Literal["none"] | None
"""`clock:` as it stands in service.yaml; None, when it is absent: the term of the town's legal profile."""
