"""In which version of the product a barrier is mended: one that people can have already."""

import re

from app import __version__
from app.kit.i18n import N_
from app.kit.inputs import Form, Invalid, Problem, text

LONGEST = 20
DIGITS_AND_DOTS = re.compile(r"\d+(\.\d+)*", re.ASCII)
MISSING = N_("Write the version in which it is mended")
STRANGE = N_("Write the version with digits and dots only, for example %(version)s")
LATER = N_("Write a version that runs already: %(version)s or an earlier one")


def release(form: Form) -> str:
    """The version that a form names."""
    written = text(form, "release", required=MISSING, most=LONGEST)
    if not DIGITS_AND_DOTS.fullmatch(written):
        raise Invalid({"release": Problem(STRANGE, {"version": __version__})})
    if _parts(written) > _parts(__version__):
        raise Invalid({"release": Problem(LATER, {"version": __version__})})
    return written


def _parts(version: str) -> tuple[int, ...]:
    """2.0 and 2.0.0 are one version."""
    parts = [int(part) for part in version.split(".")]
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)
