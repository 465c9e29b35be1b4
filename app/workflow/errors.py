"""What a press can run into. Each carries a sentence for the person who pressed; nothing has changed."""

from app.kit.errors import Refused
from app.kit.i18n import N_

_MISSING = {"reason": N_("Give a reason."), "conditions": N_("Name the conditions.")}


class StepRefused(Refused):
    """The step is not taken. `transition` is its id."""

    words = N_("This step is not possible in this case.")

    def __init__(self, transition: str, words: str = "") -> None:
        super().__init__(words)
        self.transition = transition


class UnknownTransition(StepRefused):
    """The workflow has no transition of this id, or none that anybody presses."""


class NotFromHere(StepRefused):
    """The case has moved on since the page was shown."""

    words = N_("This case has changed since you opened it. Look at it again, then decide.")


class NotYours(StepRefused):
    """The actor does not hold the function that may press this."""

    words = N_("Somebody else has to do this step.")


class NotHeard(StepRefused):
    """The state that must come first (a hearing before a refusal) has not been passed."""

    words = N_("The person must be heard first.")


class Missing(StepRefused):
    """A reason or conditions (`need`) were not given."""

    def __init__(self, transition: str, need: str) -> None:
        super().__init__(transition, _MISSING[need])
        self.need = need


class Runaway(StepRefused):
    """Automatic transitions do not come to rest. The checks at import keep such a workflow out."""
