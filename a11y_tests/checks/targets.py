"""What can be pressed is at least 44 by 44 CSS pixels (WCAG 2.5.5); a link in a sentence may be smaller."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View

LEAST = 43.5  # 44, less what rounding of fractions may take


def check(view: View) -> Iterator[Finding]:
    for small in view.ask("targets", LEAST):
        message = f'{small["width"]} by {small["height"]} px, less than 44 by 44: "{small["text"]}"'
        yield view.found("targets", "2.5.5", small["selector"], message)
