"""An address as a QR code, for the camera of a phone; the same address always stands beside it in words."""

import segno
from markupsafe import Markup


def picture(url: str) -> Markup:
    drawn = segno.make(url, error="m", micro=False).svg_inline(scale=4, border=2, svgclass="qr", lineclass=None)
    return Markup(drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S704
