"""Who sent the cases is told, in her language: one person once, with both references; two applicants each of her own
case alone."""

from app.cases import telling
from app.cases.queries import Case
from app.kit.db import Unit
from app.kit.i18n import N_, translate

MERGED, PARTED, ENDED = "case_merged", "cases_parted", "merged_ended"


def merged(unit: Unit, kept: Case, case: Case, *, one_applicant: bool) -> None:
    if one_applicant:
        subject = N_("%(first)s and %(second)s are one case now")
        lines = (
            N_("You sent us %(first)s and %(second)s, and both ask for the same. We go on with one case: %(first)s."),
            N_("Nothing that you sent is lost. Our time counts from the first one. There is nothing to do for you."),
        )
        _say(unit, kept, MERGED, subject, lines, first=kept.reference, second=case.reference)
        return
    subject = N_("%(reference)s: there is news on your case")
    first = N_("Somebody else asked us for the same. We handle both together. For your case nothing changes.")
    _say(unit, kept, MERGED, subject, (first,), reference=kept.reference)
    second = (
        N_("Somebody else asked us for the same before you. We handle both together, and tell you when it is done."),
        N_("Your reference %(reference)s stays. There is nothing to do for you."),
    )
    _say(unit, case, MERGED, subject, second, reference=case.reference)


def parted(unit: Unit, kept: Case, case: Case, *, one_applicant: bool) -> None:
    if one_applicant:
        subject = N_("%(first)s and %(second)s are two cases again")
        lines = (
            N_("We had made one case of %(first)s and %(second)s. We took that back: each goes on by itself."),
            N_("Both are as they were before. There is nothing to do for you."),
        )
        _say(unit, kept, PARTED, subject, lines, first=kept.reference, second=case.reference)
        return
    subject = N_("%(reference)s: there is news on your case")
    words = N_("We no longer handle your case together with another. It goes on by itself, as before.")
    for each in (kept, case):
        _say(unit, each, PARTED, subject, (words,), reference=each.reference)


def ended(unit: Unit, case: Case) -> None:
    """To whom sent the merged one: what was handled together is done."""
    subject = N_("%(reference)s: it is done")
    words = N_("We handled your case together with another, and it is done. If not, write to us in your case.")
    _say(unit, case, ENDED, subject, (words,), reference=case.reference)


def _say(unit: Unit, case: Case, kind: str, subject: str, lines: tuple[str, ...], **values: str) -> None:
    said = [translate(case.locale, words, **values) for words in lines]
    telling.say(unit, case, kind, translate(case.locale, subject, **values), *said)
