"""What can be pressed is at least 44 by 44 CSS pixels (WCAG 2.5.5); a link in a sentence may be smaller.

Less than 24 by 24 (2.5.8) is named as such, but for WCAG's exceptions: enough room around it, another link to the
same address, or a box that looks as the browser made it.
"""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View

LEAST = 43.5  # 44, less what rounding of fractions may take


def check(view: View) -> Iterator[Finding]:
    for small in view.ask("targets", LEAST):
        size = f"{small['width']} by {small['height']} px"
        if small["near"]:
            message = f'{size}, less than 24 by 24, and {small["near"]} is too near: "{small["text"]}"'
            yield view.found("targets", "2.5.8", small["selector"], message)
        else:
            message = f'{size}, less than 44 by 44: "{small["text"]}"'
            yield view.found("targets", "2.5.5", small["selector"], message)
