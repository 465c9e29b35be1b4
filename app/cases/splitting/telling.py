"""Who sent a case is told that it is two now, or one again; nothing of a confidential one."""

from app import catalogue
from app.cases import law, telling
from app.cases.queries import Case
from app.cases.rights import confidence
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate


def split(unit: Unit, first: Case, second: Case, reason: str, code: str) -> None:
    def say(words: str, **values: str) -> str:
        return translate(first.locale, words, first=first.reference, second=second.reference, **values)

    lines = [
        say(N_("You asked us for two things in %(first)s. We handle the second one as a case of its own: %(second)s.")),
        say(N_("Our time counts for both from the day you sent it. There is nothing to do for you.")),
    ]
    if taken := law.extensions(unit, first.id):
        words = N_("We took more time to decide, until %(day)s. That counts for both.")
        lines.append(say(words, day=format_day(taken[-1].until, first.locale, "full")))
    if not confidence.is_confidential(unit, first, catalogue.version(unit, first.version)):
        lines += [say(N_("Why:")), *reason.splitlines()]
    lines.append(f"{second.reference} – {say(N_('Verification code: %(code)s'), code=code)}")
    telling.say(unit, first, "case_split", say(N_("%(first)s is two cases now")), *lines)


def rejoined(unit: Unit, first: Case, second: Case) -> None:
    def say(words: str) -> str:
        return translate(first.locale, words, first=first.reference, second=second.reference)

    words = N_("We had made a second case of %(first)s: %(second)s. We took that back, and go on with %(first)s alone.")
    last = N_("Nothing that you sent is lost. There is nothing to do for you.")
    telling.say(unit, first, "case_rejoined", say(N_("%(first)s is one case again")), say(words), say(last))
