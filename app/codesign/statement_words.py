"""The words of the statement: how a criterion stands, why it does not apply, and what people try."""

from datetime import date

from app.kit.i18n import N_

STATES = {
    "supports": N_("Tested to the end, nothing found"),
    "in part": N_("Tested in part, nothing found; the rest still has to be tested"),
    "in the way": N_("Something is in the way"),
    "not there": N_("Our pages have nothing of the kind, such as video"),
    "not tested": N_("Not tested yet"),
}
SHORT = {
    "supports": N_("Tested to the end, nothing found"),
    "in part": N_("Tested in part, nothing found"),
    "in the way": N_("Something is in the way"),
    "not tested": N_("Not tested yet"),
}
REASONS = {
    "no_media": N_("Our pages have no video and no sound."),
    "no_motion_input": N_("No page asks you to move the device."),
    "timing": N_("We do not promise this: a sign-in ends when nobody uses it, and laws set days to answer."),
    "words": N_("We do not promise this: each town writes its own texts."),
}
TRIED = {
    "screen_reader": N_("With a screen reader"),
    "low_vision": N_("With large text, other colours and a magnifier"),
    "keyboard": N_("Without a mouse and without touch"),
    "voice": N_("By voice"),
    "touch": N_("With one hand on a phone"),
    "reading": N_("By people who find reading hard"),
    "languages": N_("By native readers of each language"),
    "review": N_("By a trained tester who did not build the pages"),
}
STATUS = {
    "fully": N_("These pages conform fully to WCAG 2.2, level AA, and to the European standard EN 301 549."),
    "partially": N_("These pages conform partially to WCAG 2.2, level AA, and to the European standard EN 301 549."),
    "not": N_("These pages do not conform to WCAG 2.2, level AA, and to the European standard EN 301 549."),
}
WHY = {
    ("partially", True, True): N_(
        "We say “partially” because of the barriers listed below, and because not all of it has been tested yet."
    ),
    ("partially", True, False): N_("We say “partially” because of the barriers listed below."),
    ("partially", False, True): N_("We say “partially” because not all of it has been tested yet."),
    ("not", True, True): N_("Something is in the way of most criteria, and not all of it has been tested yet."),
    ("not", True, False): N_("Something is in the way of most criteria. The barriers are listed below."),
}
"""By the status, whether something fails, and whether something still has to be tested."""
FOUND = N_("Programs found something against this criterion.")
PREPARED = date(2026, 11, 28)
"""The day of the first statement."""
